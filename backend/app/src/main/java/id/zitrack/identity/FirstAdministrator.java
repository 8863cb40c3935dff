package id.zitrack.identity;

/** The institution and the first person who administers it, before anybody is known. */
public interface FirstAdministrator {

    /** Whether no active administrator exists yet. */
    boolean isNeeded();

    /** Creates the institution and its first administrator, whose account name is the e-mail address. */
    default void create(String institutionName, String name, String email) {
        create(institutionName, name, email, email);
    }

    /**
     * Creates the institution and its first administrator.
     *
     * @throws FirstAdministratorNotNeeded if somebody administers this installation already
     */
    void create(String institutionName, String name, String email, String username);
}
