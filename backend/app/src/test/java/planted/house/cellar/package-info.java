/** Is used by a room that may not. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package planted.house.cellar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
