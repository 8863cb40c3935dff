package id.zitrack.identity;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * Does something with the rights that a person has now, where no token of theirs is at hand.
 *
 * <p>Meant for download tickets: whoever presents one gets what its person may still see, no more.
 */
public interface ActingFor {

    /** Calls the work while {@link CurrentPerson} and {@link Access} speak of this person. */
    <T> T call(UUID personId, Supplier<T> work);
}
