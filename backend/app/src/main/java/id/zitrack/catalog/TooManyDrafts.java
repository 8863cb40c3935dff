package id.zitrack.catalog;

import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** An institution keeps only so many drafts of instruments at a time. */
final class TooManyDrafts extends DomainProblem {
    TooManyDrafts(int most) {
        super(
                "too-many-drafts",
                409,
                "There are " + most + " drafts already; publish or delete one.",
                Map.of("most", most));
    }
}
