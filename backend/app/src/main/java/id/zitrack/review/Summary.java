package id.zitrack.review;

import id.zitrack.assessment.Standing;
import java.util.List;

/**
 * What lists need to know of a review, stored whenever a verdict changes.
 *
 * @param basis from which states of the answers and the voices it was made; anything else makes it out of date
 */
record Summary(List<String> basis, int judged, int toJudge, Standing standing) {}
