/** A regency with its units, people and documents, entered through the public API for trying the system out. */
@NullMarked
@ApplicationModule(allowedDependencies = {"embedded", "identity"})
package id.zitrack.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
