/** What every room stands on: problems as problem+json, the security chain, the clock, settings of the stores. */
@NullMarked
package id.zitrack.platform;

import org.jspecify.annotations.NullMarked;
