package id.zitrack.storage;

/** The bytes of a stored file are gone for good, and so is its record. */
public record FileDestroyed(String sha256) {}
