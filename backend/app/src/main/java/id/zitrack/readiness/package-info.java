/** Which units are ready for which award and what holds the others back, for leadership. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "instrument",
            "scoring",
            "catalog",
            "organization",
            "assessment",
            "evidence",
            "review",
            "precondition",
            "identity"
        })
package id.zitrack.readiness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
