/** A unit's plan of the year's work: activities by quarter, who is in charge, and the questions they serve. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"instrument", "catalog", "organization", "assessment", "activity", "identity"})
package id.zitrack.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
