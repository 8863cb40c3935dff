package id.zitrack.activity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds activities of units for other rooms. */
@Component
public class ActivityLookup {
    private final Activities activities;

    ActivityLookup(Activities activities) {
        this.activities = activities;
    }

    /** An activity by title. */
    public record ActivityName(UUID id, UUID unitId, String title, LocalDate date) {}

    /** The activities with these ids; those that are not there are left out. */
    public List<ActivityName> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : activities.findAllById(ids).stream()
                        .map(it -> new ActivityName(
                                it.id(),
                                it.unitId(),
                                it.about().title(),
                                it.about().date()))
                        .toList();
    }
}
