package id.zitrack.activity;

import static java.util.stream.Collectors.toSet;

import id.zitrack.evidence.DateCheck;
import id.zitrack.evidence.EvidenceUse;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An activity uses what lies in its slots, and knows its days. */
@Component
class ActivityUses implements EvidenceUse, DateCheck {
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

    @Override
    public Set<UUID> disagreeing(Collection<Dated> evidence) {
        var holding =
                activities.holding(evidence.stream().map(Dated::evidenceId).toList());
        return evidence.stream()
                .filter(it -> holding.stream().anyMatch(activity -> activity.disagreesWith(it)))
                .map(Dated::evidenceId)
                .collect(toSet());
    }
}
