/** Components, areas, questions, answer types, weights and thresholds of an instrument, read from YAML. */
@NullMarked
package id.zitrack.instrument;

import org.jspecify.annotations.NullMarked;
