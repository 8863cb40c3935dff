/** What a file seems to be and which question it seems to prove, by nothing but its path. Stores nothing. */
@NullMarked
@ApplicationModule(allowedDependencies = {"instrument", "inspection", "reading"})
package id.zitrack.guess;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
