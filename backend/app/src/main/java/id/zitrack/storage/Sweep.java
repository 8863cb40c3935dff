package id.zitrack.storage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The reading again of every stored file: where it stands, who does it, and what the last one came to. One document for
 * the whole store; whoever holds it until {@code leaseUntil} works, every other replica waits.
 *
 * @param wantedAt when somebody asked for a sweep before its time; null once it has begun
 * @param running null between two sweeps
 * @param last null until one was finished
 */
@Document("sweeps")
record Sweep(
        @Id String id,
        @Nullable String holder,
        @Nullable Instant leaseUntil,
        @Nullable Instant wantedAt,
        @Nullable Progress running,
        @Nullable Outcome last) {

    /** What is looked at, in this order. */
    enum Phase {
        /** Every file record: are its bytes there, and are they the ones that were stored? */
        FILES,
        /** Every evidence record: are the files it names recorded? */
        RECORDS,
        /** Everything in the store: is it recorded? */
        BYTES
    }

    /**
     * How far a sweep is. Saved in one write together with its counts, so that a killed one goes on from here and counts
     * nothing twice.
     *
     * @param after the last file that was read; empty at the beginning
     */
    record Progress(
            long round,
            Instant startedAt,
            Phase phase,
            String after,
            long files,
            long bytes,
            int damaged,
            int missing) {

        static Progress begin(long round, Instant at) {
            return new Progress(round, at, Phase.FILES, "", 0, 0, 0, 0);
        }

        Progress past(StoredFile file, Damage.@Nullable Kind found) {
            return new Progress(
                    round,
                    startedAt,
                    phase,
                    file.sha256(),
                    files + 1,
                    bytes + file.size(),
                    damaged + (found == Damage.Kind.DAMAGED ? 1 : 0),
                    missing + (found == Damage.Kind.MISSING ? 1 : 0));
        }

        /** Steps over a file that is not read: it is withheld for another reason. */
        Progress over(StoredFile file) {
            return new Progress(round, startedAt, phase, file.sha256(), files, bytes, damaged, missing);
        }

        Progress in(Phase next) {
            return new Progress(round, startedAt, next, "", files, bytes, damaged, missing);
        }
    }

    /** What a finished sweep came to. */
    record Outcome(
            long round, Instant startedAt, Instant finishedAt, long files, long bytes, int damaged, int missing) {
        static Outcome of(Progress progress, Instant at) {
            return new Outcome(
                    progress.round(),
                    progress.startedAt(),
                    at,
                    progress.files(),
                    progress.bytes(),
                    progress.damaged(),
                    progress.missing());
        }
    }
}
