/**
 * Who did what and when: the entries that every change leaves, carried into one chain for each institution that nothing
 * is taken out of.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"organization", "identity"})
package id.zitrack.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
