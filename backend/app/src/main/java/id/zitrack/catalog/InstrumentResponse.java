package id.zitrack.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.ChecklistType;
import id.zitrack.instrument.ChoiceType;
import id.zitrack.instrument.Gate;
import id.zitrack.instrument.Group;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Node;
import id.zitrack.instrument.NumberType;
import id.zitrack.instrument.Precondition;
import id.zitrack.instrument.Question;
import id.zitrack.instrument.Regulation;
import id.zitrack.instrument.Text;
import id.zitrack.instrument.TextType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A whole instrument in the language of the reader; numbers are decimal strings. */
record InstrumentResponse(
        String id,
        String version,
        String title,
        Regulation regulation,
        String hash,
        List<AreaView> areas,
        List<NodeView> tree,
        AwardGates gates,
        AwardPreconditions preconditions) {

    record AreaView(String code, String label, List<String> nodes) {}

    /** The gates of both awards. */
    record AwardGates(List<GateDefinition> wbk, List<GateDefinition> wbbm) {}

    /** The preconditions of both awards. */
    record AwardPreconditions(List<PreconditionView> wbk, List<PreconditionView> wbbm) {}

    /**
     * A gate.
     *
     * @param parts the conditions of which all or any must hold; left out for a simple gate
     */
    record GateDefinition(
            String id,
            String label,
            String unit,
            @Nullable String required,
            boolean atLeast,
            List<String> nodes,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<GateDefinition> parts) {}

    record PreconditionView(
            String id,
            String label,
            String kind,
            List<String> choices,
            List<String> accepted,
            @Nullable String source) {}

    /** A group with children, or a question with a type. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NodeView(
            String code,
            String label,
            @Nullable String weight,
            @Nullable String rule,
            @Nullable String note,
            @Nullable List<NodeView> children,
            @Nullable TypeView type,
            @Nullable String guidance,
            @Nullable List<String> evidence,
            @Nullable String confidentiality,
            @Nullable String source) {}

    /**
     * What an answer may be; which members are there depends on the kind.
     *
     * @param divisor names of the counts that add up to what is divided by
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TypeView(
            String kind,
            boolean scored,
            @Nullable List<ChoiceView> choices,
            @Nullable List<NamedLabel> items,
            @Nullable List<NamedLabel> counts,
            @Nullable List<String> divisor,
            @Nullable String unit,
            @Nullable String min,
            @Nullable String max,
            @Nullable Integer decimals,
            @Nullable Integer maxLength,
            String rule) {}

    record ChoiceView(String value, String label, String score) {}

    record NamedLabel(String name, String label) {}

    static InstrumentResponse of(Instrument instrument, String language) {
        return new InstrumentResponse(
                instrument.key().id(),
                instrument.key().version(),
                instrument.title().in(language),
                instrument.regulation(),
                instrument.hash(),
                instrument.areas().stream()
                        .map(it -> new AreaView(it.code(), it.label().in(language), it.nodes()))
                        .toList(),
                instrument.roots().stream().map(it -> node(it, language)).toList(),
                new AwardGates(gates(instrument, Award.WBK, language), gates(instrument, Award.WBBM, language)),
                new AwardPreconditions(
                        preconditions(instrument, Award.WBK, language),
                        preconditions(instrument, Award.WBBM, language)));
    }

    private static List<GateDefinition> gates(Instrument instrument, Award award, String language) {
        return instrument.gates(award).stream().map(it -> gate(it, language)).toList();
    }

    private static GateDefinition gate(Gate gate, String language) {
        return new GateDefinition(
                gate.id(),
                gate.label().in(language),
                gate.unit(),
                plain(gate.required()),
                gate.atLeast(),
                gate.nodes(),
                gate.parts().stream().map(it -> gate(it, language)).toList());
    }

    private static List<PreconditionView> preconditions(Instrument instrument, Award award, String language) {
        return instrument.preconditions(award).stream()
                .map(it -> precondition(it, language))
                .toList();
    }

    private static PreconditionView precondition(Precondition precondition, String language) {
        return new PreconditionView(
                precondition.id(),
                precondition.label().in(language),
                lowerCase(precondition.kind()),
                precondition.choices(),
                precondition.accepted(),
                in(language, precondition.source()));
    }

    private static NodeView node(Node node, String language) {
        if (node instanceof Group group) {
            return new NodeView(
                    group.code(),
                    group.label().in(language),
                    plain(group.weight()),
                    lowerCase(group.rule()),
                    in(language, group.note()),
                    group.children().stream().map(it -> node(it, language)).toList(),
                    null,
                    null,
                    null,
                    null,
                    null);
        }
        var question = (Question) node;
        return new NodeView(
                question.code(),
                question.label().in(language),
                plain(question.weight()),
                null,
                null,
                null,
                type(question, language),
                in(language, question.guidance()),
                question.evidence().stream().map(it -> it.in(language)).toList(),
                lowerCase(question.confidentiality()),
                in(language, question.source()));
    }

    private static TypeView type(Question question, String language) {
        var type = question.type();
        var number = type instanceof NumberType it ? it : null;
        return new TypeView(
                type.kind(),
                type.scored(),
                choices(question, language),
                type instanceof ChecklistType it ? labels(it.items(), language) : null,
                type.counts().isEmpty() ? null : labels(type.counts(), language),
                type.divisor().isEmpty() ? null : type.divisor(),
                number == null ? null : number.unit(),
                number == null ? null : plain(number.min()),
                number == null ? null : plain(number.max()),
                number == null ? null : number.decimals(),
                type instanceof TextType it ? it.maxLength() : null,
                type.rule().in(language));
    }

    private static @Nullable List<ChoiceView> choices(Question question, String language) {
        if (!(question.type() instanceof ChoiceType type)) {
            return null;
        }
        return type.choices().stream()
                .map(it -> {
                    var meaning = question.choiceLabels().get(it.value());
                    return new ChoiceView(
                            it.value(),
                            meaning == null ? it.value() : meaning.in(language),
                            it.score().toPlainString());
                })
                .toList();
    }

    private static List<NamedLabel> labels(Map<String, Text> labels, String language) {
        return labels.entrySet().stream()
                .map(it -> new NamedLabel(it.getKey(), it.getValue().in(language)))
                .toList();
    }

    private static @Nullable String in(String language, @Nullable Text text) {
        return text == null ? null : text.in(language);
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
