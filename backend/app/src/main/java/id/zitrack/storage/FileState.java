package id.zitrack.storage;

/** Whether a file may be opened. Until it is available nobody can, and the screen says why. */
public enum FileState {
    /** Checked and whole. */
    AVAILABLE,
    /** Waits for a check that has not run yet. */
    CHECKING,
    /** Withheld: a check found something, or the stored bytes are no longer what they were. */
    QUARANTINED
}
