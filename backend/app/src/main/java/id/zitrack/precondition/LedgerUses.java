package id.zitrack.precondition;

import id.zitrack.evidence.EvidenceUse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is recorded about a precondition uses the evidence that proves it, as long as nothing newer is recorded. */
@Component
class LedgerUses implements EvidenceUse {
    private final Ledgers ledgers;

    LedgerUses(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    @Override
    public List<Use> of(UUID evidenceId) {
        return ledgers.naming(evidenceId).stream()
                .flatMap(it -> it.pages().stream())
                .filter(it -> evidenceId.equals(it.latest().evidenceId()))
                .map(it -> new Use(Kind.PRECONDITION, it.preconditionId(), it.preconditionId()))
                .distinct()
                .toList();
    }
}
