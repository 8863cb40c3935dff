package id.zitrack.identity;

/** The institution and the first person who administers it, before anybody is known. */
public interface FirstAdministrator {

    /** Whether no active administrator exists yet. */
    boolean isNeeded();

    /** Creates the institution and its first administrator. */
    void create(String institutionName, String name, String email);
}
