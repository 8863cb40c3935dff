package id.zitrack.evidence;

import java.util.UUID;

/**
 * The version of a piece of evidence that counts now.
 *
 * @param visible whether the caller may know of it
 */
public record ProofVersion(UUID evidenceId, int version, boolean visible) {}
