/** Answering an instrument for one work unit and one period, from draft to submission. */
@NullMarked
@ApplicationModule(allowedDependencies = {"instrument", "scoring", "catalog", "organization", "identity"})
package id.zitrack.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
