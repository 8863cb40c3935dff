/** Text and previews out of stored documents, within limits and without trusting them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"inspection", "storage"})
package id.zitrack.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
