/** Meetings and trainings of a unit, the evidence they left behind, and the questions it proves together. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"instrument", "assessment", "storage", "evidence", "organization", "identity"})
package id.zitrack.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
