package id.zitrack.storage;

import id.zitrack.storage.FileReferences.FileUse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether everything that was stored is still there, as far as the last sweep has seen.
 *
 * @param next when the next sweep begins by itself; null if never
 * @param recorded how many files are recorded now
 * @param alarms at most 100 of the files that are withheld because their bytes are damaged or lost
 * @param orphans at most 100 of the halves that were found
 */
record IntegrityResponse(
        @Nullable SweepRunning running,
        @Nullable SweepFinished last,
        @Nullable Instant next,
        long recorded,
        long alarmCount,
        List<FileAlarm> alarms,
        long orphanCount,
        List<FileOrphan> orphans) {

    /** The sweep that is going on; {@code startedAt} is null while it waits to begin. */
    record SweepRunning(@Nullable Instant startedAt, long files, long bytes) {}

    record SweepFinished(Instant startedAt, Instant finishedAt, long files, long bytes, int damaged, int missing) {}

    /**
     * One withheld file.
     *
     * @param uses the evidence that shows it, as far as the caller may know of it
     * @param hiddenUses how many more there are: secret, removed, or of another institution
     */
    record FileAlarm(
            String sha256,
            long size,
            Damage.Kind kind,
            @Nullable Instant foundAt,
            List<FileUse> uses,
            int hiddenUses) {}

    /** Half a file; {@code size} is null for a record without bytes. */
    record FileOrphan(Orphan.Kind kind, String id, @Nullable Long size, Instant seenAt) {}
}
