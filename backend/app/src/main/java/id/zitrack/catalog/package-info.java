/**
 * The life of an instrument: drafts that an institution edits and checks, published versions that never change,
 * retirement, and the institution's own thresholds.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"instrument", "scoring", "organization", "identity"})
package id.zitrack.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
