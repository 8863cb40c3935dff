package id.zitrack.assessment;

/** A question that still lacks something. */
record Gap(String code, String label) {}
