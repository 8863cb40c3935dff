package id.zitrack.catalog;

import id.zitrack.platform.DomainProblem;
import java.util.Map;

/** A draft breaks rules of instruments, or one of its worked examples does not come out. */
final class InstrumentNotPublishable extends DomainProblem {
    InstrumentNotPublishable(DraftCheck check, String language) {
        super(
                "instrument-not-publishable",
                422,
                "The draft has problems, or worked examples that do not come out.",
                Map.of("problems", check.problems(), "examples", check.examples(language)));
    }
}
