/**
 * How much an institution may bring in, of which types, and how much it keeps.
 *
 * <p>Other rooms ask {@link LimitingUploads}; whoever keeps files counts them anew through {@link KeptBytes}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"inspection", "identity"})
package id.zitrack.quota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
