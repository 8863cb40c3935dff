/** Who is asking, which role they hold, for which unit, and what that allows at which stage. */
@NullMarked
@ApplicationModule(allowedDependencies = {"organization"})
package id.zitrack.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
