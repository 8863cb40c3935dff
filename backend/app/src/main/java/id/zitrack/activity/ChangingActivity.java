package id.zitrack.activity;

import id.zitrack.platform.NotThere;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Changes one activity so that nobody's change is lost: read, change, write if still unchanged, else again. */
@Component
class ChangingActivity {
    private static final int MOST_ATTEMPTS = 50;

    private final Activities activities;

    ChangingActivity(Activities activities) {
        this.activities = activities;
    }

    /**
     * Applies a change, perhaps several times until it meets nobody else's.
     *
     * @param change returns whether there is anything to write
     */
    Activity change(UUID id, Predicate<Activity> change) {
        for (int attempt = 1; ; attempt++) {
            var activity = activities.findById(id).orElseThrow(() -> new NotThere("activity", id));
            if (!change.test(activity)) {
                return activity;
            }
            try {
                return activities.save(activity);
            } catch (OptimisticLockingFailureException changedMeanwhile) {
                if (attempt == MOST_ATTEMPTS) {
                    throw changedMeanwhile;
                }
            }
        }
    }
}
