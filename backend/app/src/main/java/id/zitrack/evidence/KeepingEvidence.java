package id.zitrack.evidence;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.platform.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Removes evidence, brings it back, holds it, and lets it go for good. Every step says who, when and why. */
@Component
class KeepingEvidence {
    private final ChangingEvidence changing;
    private final List<EvidenceUse> uses;
    private final ApplicationEventPublisher events;
    private final CurrentPerson current;
    private final Clock clock;
    private final Period retention;

    KeepingEvidence(
            ChangingEvidence changing,
            List<EvidenceUse> uses,
            ApplicationEventPublisher events,
            CurrentPerson current,
            Clock clock,
            Settings settings) {
        this.changing = changing;
        this.uses = uses;
        this.events = events;
        this.current = current;
        this.clock = clock;
        this.retention = settings.keeping().retention();
    }

    /**
     * Takes evidence out of sight.
     *
     * @param seen looks at the record before it is changed
     */
    void remove(UUID id, String reason, Consumer<Evidence> seen) {
        changing.change(id, evidence -> {
            seen.accept(evidence);
            requireUnused(evidence);
            evidence.remove(current.id(), now(), reason);
            return true;
        });
        events.publishEvent(new EvidenceRemoved(id));
    }

    /** Refuses while something else than a question relies on it, naming what. */
    private void requireUnused(Evidence evidence) {
        var others = uses.stream().flatMap(it -> it.of(evidence.id()).stream()).toList();
        if (!others.isEmpty()) {
            throw new EvidenceInUse(evidence.id(), evidence.links(), others);
        }
    }

    Evidence restore(UUID id, String reason) {
        return changing.change(id, it -> it.isRemoved() && !it.isPurged(), evidence -> {
            evidence.restore(current.id(), now(), reason);
            return true;
        });
    }

    Evidence hold(UUID id, String reason) {
        return changing.change(id, it -> !it.isPurged(), evidence -> {
            if (evidence.hold() != null) {
                return false;
            }
            evidence.hold(current.id(), now(), reason);
            return true;
        });
    }

    Evidence release(UUID id, String reason) {
        return changing.change(id, it -> !it.isPurged(), evidence -> {
            if (evidence.hold() == null) {
                return false;
            }
            evidence.release(current.id(), now(), reason);
            return true;
        });
    }

    /** Decides that the files go; {@link DiscardingPurged} then lets them go where nothing else needs them. */
    Evidence purge(UUID id, String reason) {
        return changing.change(id, it -> !it.isPurged(), evidence -> {
            requireUnused(evidence);
            evidence.purge(current.id(), now(), reason, retention);
            return true;
        });
    }

    Period retention() {
        return retention;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
