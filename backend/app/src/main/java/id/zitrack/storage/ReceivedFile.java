package id.zitrack.storage;

/**
 * A file that has arrived whole and waits under {@code key} to be looked at.
 *
 * @param claimedName the name the sender gave it, as it came
 */
public record ReceivedFile(String key, String claimedName, String sha256, long crc32, long size) {}
