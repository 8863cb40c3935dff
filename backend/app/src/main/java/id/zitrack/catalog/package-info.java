/** Reads, checks and freezes instruments, and keeps an institution's own thresholds for them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"instrument", "organization", "identity"})
package id.zitrack.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
