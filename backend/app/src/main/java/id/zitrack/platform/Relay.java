package id.zitrack.platform;

/** Carries entries of the trail from the documents in which they were written to the trail. */
public interface Relay {

    /** Says that a document holds entries; they are carried soon. */
    void wake(String collection, Object id);

    /** Carries the entries of one document now; what fails is tried again later. */
    void carry(String collection, Object id);
}
