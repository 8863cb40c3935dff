package id.zitrack.evidence;

/**
 * How the evidence of an institution stands.
 *
 * @param available records whose newest file can be opened
 * @param unavailable records whose newest file is still checked or withheld
 * @param expiring available records whose period ends within the next 30 days
 * @param expired available records whose period has ended
 * @param bytes of all versions together
 */
public record EvidenceHealth(int available, int unavailable, int expiring, int expired, long bytes) {}
