package id.zitrack.storage;

/** Something that the keeping of files asks for now and then; every bean of this kind gets its turn each minute. */
public interface KeepingTask {

    /** For the log. */
    String name();

    /** Takes the next step; what fails is tried again at the next turn. */
    void run();
}
