package id.zitrack.assessment;

import id.zitrack.identity.PersonView;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.Group;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Node;
import id.zitrack.instrument.Question;
import id.zitrack.instrument.RatioType;
import id.zitrack.instrument.Text;
import id.zitrack.platform.NotThere;
import id.zitrack.scoring.Explanation;
import id.zitrack.scoring.ScoreSheet;
import id.zitrack.scoring.ScoreView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the three scores of one node came about, in the language of the request: everything that somebody needs to
 * reckon them again by hand.
 *
 * <p>It is made from stored answers and a published instrument, of which neither goes away, so it can be made again at
 * any time.
 *
 * @param voice by whose answers
 * @param path the nodes above, the whole sheet first; empty for the whole sheet
 * @param weight most points of the node; null where it has no weight of its own
 * @param note remark of the instrument about the node
 * @param views the rule with the numbers of this sheet, under each way to count blank answers
 * @param parts what is below and what each part contributes; the points of the parts add up to those of the node
 * @param inputs the answers at or below the node, in sheet order; blank ones are left out
 * @param questions how many questions there are at or below the node
 * @param counts the counts behind a ratio; empty otherwise
 * @param gates the gates that measure the node or something it belongs to
 * @param answersRevision of the unit's answers that were scored
 */
public record ExplanationBody(
        ScoreVoice voice,
        Headings.UnitName unit,
        Headings.PeriodDates period,
        Headings.InstrumentTitle instrument,
        String code,
        @Nullable String label,
        @Nullable String weight,
        @Nullable String note,
        List<NodeName> path,
        Views views,
        List<PartBody> parts,
        List<InputBody> inputs,
        int questions,
        List<CountBody> counts,
        List<GateUse> gates,
        long answersRevision,
        Instant computedAt) {

    /** Whose answers a score stands on. */
    public enum ScoreVoice {
        /** The unit's own answers. */
        UNIT,
        /** The verdicts of the assessors that count. */
        TPI
    }

    /** A node by name; the whole sheet has no label. */
    public record NodeName(String code, @Nullable String label) {}

    /** The same node under each way to count blank answers. */
    public record Views(Reckoning official, Reckoning strict, Reckoning best) {}

    /**
     * Points and how they follow.
     *
     * @param rule in words
     * @param formula the rule with numbers, decimals with a point
     */
    public record Reckoning(String points, String rule, String formula) {}

    /** One part and what it contributes. */
    public record PartBody(
            String code, String label, @Nullable String weight, Share official, Share strict, Share best) {}

    /**
     * A contribution.
     *
     * @param counted false where the part was left out, being blank or without points
     */
    public record Share(String points, boolean counted) {}

    /**
     * An answer that went in.
     *
     * @param worth from 0 to 1; null where it brings no points
     * @param capacity in which the assessor spoke; null for the unit's own answers
     * @param note of the unit, or remark of the assessor
     */
    public record InputBody(
            String code,
            String label,
            String value,
            @Nullable String worth,
            @Nullable String capacity,
            @Nullable String note,
            PersonName by,
            Instant at) {}

    /** One count behind a ratio. */
    public record CountBody(String name, String label, long value) {}

    /**
     * A gate and how it uses the node.
     *
     * @param through the node that the gate measures, if it is one above this one; null if it measures this one
     */
    public record GateUse(String award, @Nullable String through, GateView gate) {}

    /**
     * Who gave an answer, and when.
     *
     * @param capacity in which an assessor spoke; null for the unit
     */
    public record Source(
            UUID by,
            Instant at,
            @Nullable String note,
            @Nullable String capacity) {}

    /** What an explanation is about and stands on. */
    public record Basis(
            ScoreVoice voice,
            Headings.Heading heading,
            ScoreSheet sheet,
            long answersRevision,
            Map<String, Source> sources,
            Map<UUID, PersonView> people,
            Instant computedAt) {}

    /**
     * Explains one node of a sheet, or its total.
     *
     * @throws NotThere if the instrument has no such node
     */
    public static ExplanationBody of(Basis basis, String code) {
        var sheet = basis.sheet();
        var instrument = sheet.answers().instrument();
        var path = code.equals(Instrument.TOTAL)
                ? List.<Node>of()
                : path(instrument.roots(), code).orElseThrow(() -> new NotThere("node", code));
        @Nullable Node node = path.isEmpty() ? null : path.get(path.size() - 1);
        var below = instrument.questions().stream()
                .filter(it -> node == null || holds(node, it.code()))
                .toList();
        var official = Explanation.of(sheet, ScoreView.Kind.OFFICIAL, code);
        var strict = Explanation.of(sheet, ScoreView.Kind.STRICT, code);
        var best = Explanation.of(sheet, ScoreView.Kind.BEST, code);
        return new ExplanationBody(
                basis.voice(),
                basis.heading().unit(),
                basis.heading().period(),
                basis.heading().instrument(),
                code,
                words(official.label()),
                decimal(official.weight()),
                node instanceof Group group ? words(group.note()) : null,
                above(path),
                new Views(reckoning(official), reckoning(strict), reckoning(best)),
                parts(official, strict, best),
                below.stream().flatMap(it -> input(basis, it).stream()).toList(),
                below.size(),
                counts(instrument, official),
                gates(sheet, path),
                basis.answersRevision(),
                basis.computedAt());
    }

    private static List<NodeName> above(List<Node> path) {
        if (path.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(new NodeName(Instrument.TOTAL, null)),
                        path.subList(0, path.size() - 1).stream().map(it -> new NodeName(it.code(), words(it.label()))))
                .toList();
    }

    private static Reckoning reckoning(Explanation explanation) {
        return new Reckoning(
                explanation.points().toDecimalString(),
                explanation.rule().in(RequestLanguage.get()),
                explanation.formula().in(RequestLanguage.get()));
    }

    private static List<PartBody> parts(Explanation official, Explanation strict, Explanation best) {
        var parts = new ArrayList<PartBody>();
        for (int i = 0; i < official.parts().size(); i++) {
            var part = official.parts().get(i);
            parts.add(new PartBody(
                    part.code(),
                    part.label().in(RequestLanguage.get()),
                    decimal(part.weight()),
                    share(part),
                    share(strict.parts().get(i)),
                    share(best.parts().get(i))));
        }
        return parts;
    }

    private static Share share(Explanation.Part part) {
        return new Share(part.points().toDecimalString(), part.counted());
    }

    private static Optional<InputBody> input(Basis basis, Question question) {
        var source = basis.sources().get(question.code());
        return source == null
                ? Optional.empty()
                : basis.sheet()
                        .answers()
                        .find(question.code())
                        .map(answer -> new InputBody(
                                question.code(),
                                question.label().in(RequestLanguage.get()),
                                answer.text(),
                                basis.sheet()
                                        .value(question.code())
                                        .map(it -> it.toDecimalString())
                                        .orElse(null),
                                source.capacity(),
                                source.note(),
                                PersonName.of(source.by(), basis.people()),
                                source.at()));
    }

    private static List<CountBody> counts(Instrument instrument, Explanation explanation) {
        return explanation.counts().isEmpty()
                        || !(instrument.question(explanation.code()).type() instanceof RatioType ratio)
                ? List.of()
                : ratio.counts().entrySet().stream()
                        .map(it -> new CountBody(
                                it.getKey(),
                                it.getValue().in(RequestLanguage.get()),
                                explanation.counts().getOrDefault(it.getKey(), 0L)))
                        .toList();
    }

    /** Gates of both awards that measure the last node of a path or one above it; the nearest is named. */
    private static List<GateUse> gates(ScoreSheet sheet, List<Node> path) {
        var codes = new ArrayList<String>();
        codes.add(Instrument.TOTAL);
        path.forEach(it -> codes.add(it.code()));
        var uses = new ArrayList<GateUse>();
        for (var award : Award.values()) {
            for (var gate : sheet.gates(award)) {
                codes.stream()
                        .filter(gate.nodes()::contains)
                        .reduce((far, near) -> near)
                        .ifPresent(near -> uses.add(new GateUse(
                                award.key(),
                                near.equals(codes.get(codes.size() - 1)) ? null : near,
                                GateView.of(gate))));
            }
        }
        return uses;
    }

    private static Optional<List<Node>> path(List<? extends Node> nodes, String code) {
        for (var node : nodes) {
            if (node.code().equals(code)) {
                return Optional.of(List.of(node));
            }
            if (node instanceof Group group) {
                var below = path(group.children(), code);
                if (below.isPresent()) {
                    return Optional.of(
                            Stream.concat(Stream.of(node), below.get().stream()).toList());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Node node, String code) {
        return node.code().equals(code)
                || (node instanceof Group group && group.children().stream().anyMatch(it -> holds(it, code)));
    }

    private static @Nullable String words(@Nullable Text text) {
        return text == null ? null : text.in(RequestLanguage.get());
    }

    private static @Nullable String decimal(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
