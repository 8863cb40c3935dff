/** Verdicts of the internal assessors (TPI) beside the unit's answers, and the way back or forward from there. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"instrument", "scoring", "catalog", "organization", "assessment", "evidence", "identity"
        })
package id.zitrack.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
