package id.zitrack.identity;

/** The administrator of an installation that has none yet. */
public interface FirstAdministrator {

    /** Whether nobody administers this installation. */
    boolean isNeeded();

    /**
     * Founds the institution if there is none and makes a person with this e-mail its administrator.
     *
     * @throws FirstAdministratorNotNeeded if somebody administers this installation already
     */
    void create(String institutionName, String name, String email);
}
