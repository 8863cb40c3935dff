package id.zitrack.instrument;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which questions of two instruments the same evidence can prove. It pairs nodes and answers nothing: what proves one
 * question is offered for the other and still has to be judged there.
 *
 * <p>A published code never changes its meaning, so the pairs hold for every version of the two instruments that still
 * has the codes.
 *
 * @param from the instrument whose codes stand first in a pair
 * @param to the other one
 * @param note remark for readers
 * @param pairs in the order of the first instrument
 */
public record Crosswalk(
        InstrumentKey from, InstrumentKey to, @Nullable Text note, List<Pair> pairs) {

    /** How well the two sides of a pair fit. */
    public enum Match {
        /** The same evidence can prove both. */
        FULL,
        /** Part of the evidence can prove both. */
        PARTIAL,
        /** Nothing on the other side corresponds. */
        NONE
    }

    /**
     * Nodes that can be proved with the same evidence; a group stands for all its questions.
     *
     * @param from code of a node of the first instrument
     * @param to codes of nodes of the other; empty where nothing matches
     * @param match how well they fit
     * @param note remark for readers
     */
    public record Pair(
            String from,
            List<String> to,
            Match match,
            @Nullable Text note) {}

    /**
     * A node of the other instrument that is paired with a question.
     *
     * @param instrument id of the other instrument
     * @param code code of the node
     * @param match how well it fits
     */
    public record Partner(String instrument, String code, Match match) {}

    /** What is paired with a question of an instrument, in the order of the pairs. */
    public List<Partner> partners(Instrument instrument, String question) {
        var id = instrument.key().id();
        if (id.equals(from.id())) {
            return pairs.stream()
                    .filter(it -> holds(instrument, it.from(), question))
                    .flatMap(it -> it.to().stream().map(code -> new Partner(to.id(), code, it.match())))
                    .toList();
        }
        return id.equals(to.id())
                ? pairs.stream()
                        .filter(it -> it.to().stream().anyMatch(code -> holds(instrument, code, question)))
                        .map(it -> new Partner(from.id(), it.from(), it.match()))
                        .toList()
                : List.of();
    }

    /** Whether a question is a node or stands below it; false where the instrument does not have the node. */
    public static boolean holds(Instrument instrument, String node, String question) {
        return instrument.find(node).stream().flatMap(Crosswalk::codes).anyMatch(question::equals);
    }

    private static Stream<String> codes(Node node) {
        return node instanceof Group group
                ? group.children().stream().flatMap(Crosswalk::codes)
                : Stream.of(node.code());
    }
}
