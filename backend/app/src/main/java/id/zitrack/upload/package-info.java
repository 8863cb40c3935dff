/** Uploads that go on where they stopped, by the tus protocol, until they are evidence. */
@NullMarked
@ApplicationModule(allowedDependencies = {"inspection", "quota", "storage", "evidence", "organization", "identity"})
package id.zitrack.upload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
