/** May use nothing, but goes to the cellar. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package planted.house.kitchen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
