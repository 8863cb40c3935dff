package id.zitrack.evidence;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An activity uses what lies in its slots. */
@Component
class ActivityUses implements EvidenceUse {
    private final Activities activities;

    ActivityUses(Activities activities) {
        this.activities = activities;
    }

    @Override
    public List<Use> of(UUID evidenceId) {
        return activities.holding(List.of(evidenceId)).stream()
                .map(it -> new Use(Kind.ACTIVITY, it.id().toString(), it.about().title()))
                .toList();
    }
}
