/** Evidence files stored once under their hash, the records about them, and their links to questions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"instrument", "catalog", "assessment", "organization", "identity"})
package id.zitrack.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
