package id.zitrack.instrument;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One of a few choices, each with a configured value (PermenPANRB 90/2021: 0.67 and 0.33 are decimals, not thirds).
 */
public final class ChoiceType implements AnswerType {

    /**
     * One choice.
     *
     * @param value what is stored: {@code Ya}, {@code A}
     * @param score its value from 0 to 1
     */
    public record Choice(String value, BigDecimal score) {}

    private final List<Choice> choices;
    private final Map<String, AnswerValue> values = new LinkedHashMap<>();

    ChoiceType(List<Choice> choices) {
        this.choices = List.copyOf(choices);
        for (var choice : choices) {
            values.put(choice.value(), AnswerValue.worth(choice.value(), choice.score()));
        }
    }

    /** The choices in the order of the sheet, best first. */
    public List<Choice> choices() {
        return choices;
    }

    @Override
    public String kind() {
        return "choice";
    }

    @Override
    public boolean scored() {
        return true;
    }

    @Override
    public AnswerValue parse(String answer) {
        var value = values.get(answer);
        if (value == null) {
            throw new InvalidAnswer("jawaban " + AnswerType.quote(answer) + " tidak dikenal; pilih salah satu: "
                    + String.join(", ", values.keySet()));
        }
        return value;
    }

    @Override
    public Text rule() {
        var pairs = choices.stream()
                .map(it -> it.value() + " = " + it.score().toPlainString())
                .collect(Collectors.joining(", "));
        return new Text(pairs, pairs);
    }

    @Override
    public List<BigDecimal> values() {
        return choices.stream().map(Choice::score).toList();
    }

    @Override
    public Optional<AnswerValue> answerWorth(BigInteger top, BigInteger bottom) {
        return values.values().stream()
                .filter(it -> it.compareTo(top, bottom) >= 0)
                .min((one, other) ->
                        one.compareTo(BigInteger.valueOf(other.numerator()), BigInteger.valueOf(other.denominator())));
    }

    @Override
    public String formula(SheetCells cells) {
        return choices.stream()
                        .map(it -> "IF(" + cells.answer() + "=\"" + it.value().replace("\"", "\"\"") + "\","
                                + it.score().toPlainString() + ",")
                        .collect(Collectors.joining())
                + cells.blank()
                + ")".repeat(choices.size());
    }
}
