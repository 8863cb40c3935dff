package id.zitrack.assessment;

/**
 * Why one of many answers can not be taken.
 *
 * @param problem slug of what is wrong
 * @param reason the same in words
 */
record BadAnswer(String code, String problem, String reason) {}
