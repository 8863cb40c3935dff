package id.zitrack.identity;

import java.util.Optional;
import java.util.UUID;

/** Tells where things of one kind belong; implemented by the room that keeps them. */
public interface Places {

    /** The kind as access rules name it: {@code unit}, {@code assessment}, {@code evidence}. */
    String kind();

    Optional<Place> find(UUID id);
}
