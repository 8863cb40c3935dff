package id.zitrack.review;

import java.util.UUID;

/** The version of a piece of evidence that counted when a verdict was given. */
public record SeenEvidence(UUID evidenceId, int version) {}
