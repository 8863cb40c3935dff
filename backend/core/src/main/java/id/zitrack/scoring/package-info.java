/**
 * Answers in, scores and gates out: pure functions on exact fractions.
 *
 * <p>Start at {@link id.zitrack.scoring.Scoring}.
 */
@NullMarked
package id.zitrack.scoring;

import org.jspecify.annotations.NullMarked;
