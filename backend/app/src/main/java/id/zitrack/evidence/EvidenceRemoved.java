package id.zitrack.evidence;

import java.util.UUID;

/** A piece of evidence was removed from lists and proves nothing any more. */
public record EvidenceRemoved(UUID evidenceId) {}
