package id.zitrack.platform;

import java.util.List;

/**
 * A document that people change, every change of which leaves an entry in the trail.
 *
 * <p>It only says what it is; {@link Recording} compares that with what the store holds whenever it is saved. It needs a
 * {@code @Version}, unless it is only ever inserted, and is taken away by {@link Recording#remove}.
 */
public interface Recorded {

    /** Everything that people say in this document, one for each thing it holds; what is worked out is left out. */
    List<Facts> facts();
}
