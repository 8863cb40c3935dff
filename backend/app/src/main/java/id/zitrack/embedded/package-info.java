/** The parts that production replaces by configuration: document store, object store and identity provider in this process. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "trail"})
package id.zitrack.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
