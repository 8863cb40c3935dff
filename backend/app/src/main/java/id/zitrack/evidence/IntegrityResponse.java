package id.zitrack.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
        @Nullable Running running,
        @Nullable Finished last,
        @Nullable Instant next,
        long recorded,
        long alarmCount,
        List<Alarm> alarms,
        long orphanCount,
        List<OrphanResponse> orphans) {

    /** The sweep that is going on; {@code startedAt} is null while it waits to begin. */
    record Running(@Nullable Instant startedAt, long files, long bytes) {}

    record Finished(Instant startedAt, Instant finishedAt, long files, long bytes, int damaged, int missing) {}

    /**
     * One withheld file.
     *
     * @param uses the evidence that shows it, as far as the caller may know of it
     * @param hiddenUses how many more there are: secret, removed, or of another institution
     */
    record Alarm(
            String sha256,
            long size,
            Damage.Kind kind,
            @Nullable Instant foundAt,
            List<Use> uses,
            int hiddenUses) {}

    record Use(UUID evidenceId, String title, String fileName, UUID unitId, String unitName) {}

    /** Half a file; {@code size} is null for a record without bytes. */
    record OrphanResponse(
            Orphan.Kind kind, String id, @Nullable Long size, Instant seenAt) {}
}
