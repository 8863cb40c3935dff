/** Documents that assessors ask units for, and what became of each request. */
@NullMarked
@ApplicationModule(allowedDependencies = {"instrument", "assessment", "evidence", "organization", "identity"})
package id.zitrack.inquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
