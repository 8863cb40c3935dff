package id.zitrack.evidence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who knows from elsewhere on which days evidence came about; every bean of this kind is asked. */
public interface DateCheck {

    /** Those of these pieces of evidence whose dates contradict what one room knows. */
    Set<UUID> disagreeing(Collection<Dated> evidence);

    /** What a piece of evidence says about its days. */
    record Dated(
            UUID evidenceId,
            @Nullable LocalDate activityDate,
            @Nullable LocalDate documentDate) {}
}
