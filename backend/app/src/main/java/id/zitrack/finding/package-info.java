/** What assessors found on a sheet, and the unit's plan of action about it until they confirm that it is done. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"instrument", "catalog", "organization", "assessment", "evidence", "identity"})
package id.zitrack.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
