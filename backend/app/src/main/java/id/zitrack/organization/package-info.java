/** Institutions, their tree of work units, and the periods in which units are assessed. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package id.zitrack.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
