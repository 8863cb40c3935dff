package id.zitrack.evidence;

/**
 * A file that has arrived whole and waits under {@code key} to be looked at.
 *
 * @param claimedName the name the sender gave it, as it came
 */
record ReceivedFile(String key, String claimedName, String sha256, long crc32, long size) {}
