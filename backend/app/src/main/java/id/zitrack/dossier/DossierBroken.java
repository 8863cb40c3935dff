package id.zitrack.dossier;

import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** A stored file is missing or differs from what was uploaded, so no dossier is given out. */
final class DossierBroken extends DomainProblem {
    DossierBroken(String file) {
        super(
                "dossier-broken",
                409,
                "The stored file of \"" + file + "\" is missing or differs from what was uploaded.",
                Map.of("file", file));
    }
}
