package id.zitrack.organization;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Founds the institution that an installation serves. */
@Component
public class FoundingInstitution {
    /** The same for everybody, so that two who found at the same moment found the same institution. */
    public static final UUID ID = UUID.nameUUIDFromBytes("the institution of this installation".getBytes(UTF_8));

    private final Institutions institutions;

    FoundingInstitution(Institutions institutions) {
        this.institutions = institutions;
    }

    /** Founds the institution unless it stands already, and returns its id. */
    public UUID found(String name) {
        if (!institutions.existsById(ID)) {
            try {
                institutions.save(new Institution(ID, name, "", ""));
            } catch (DuplicateKeyException e) {
                return ID;
            }
        }
        return ID;
    }
}
