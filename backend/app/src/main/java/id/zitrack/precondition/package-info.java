/** What must hold before a unit can be proposed: what is asked in a period, and what the institution recorded about it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"instrument", "catalog", "organization", "assessment", "evidence", "identity"})
package id.zitrack.precondition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
