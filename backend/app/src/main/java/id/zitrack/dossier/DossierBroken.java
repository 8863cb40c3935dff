package id.zitrack.dossier;

import id.zitrack.platform.DomainProblem;
import java.util.List;
import java.util.Map;

/** Stored files are missing or differ from what was uploaded, so no dossier is given out; names their evidence. */
final class DossierBroken extends DomainProblem {
    DossierBroken(List<String> evidence) {
        super(
                "dossier-broken",
                409,
                "The stored files of " + evidence + " are missing or differ from what was uploaded.",
                Map.of("evidence", evidence));
    }
}
