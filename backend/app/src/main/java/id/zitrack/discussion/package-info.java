/** What unit and assessors (TPI) ask and tell each other about a question of a sheet; both sides read all of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"instrument", "organization", "assessment", "identity"})
package id.zitrack.discussion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
