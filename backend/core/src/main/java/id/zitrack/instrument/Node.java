package id.zitrack.instrument;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One place in the tree of an instrument: a group of others, or a question. */
public sealed interface Node permits Group, Question {

    /** Unique in the instrument and stable for ever, for example {@code A.I.1.i.a}. */
    String code();

    Text label();

    /** Most points this node can bring; null where the parent takes the mean or the least of its children. */
    @Nullable
    BigDecimal weight();
}
