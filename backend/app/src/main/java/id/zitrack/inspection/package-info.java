/** What a file really is, by its content alone, and what cannot be evidence because of it. Knows no store. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package id.zitrack.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
