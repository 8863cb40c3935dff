package id.zitrack.scoring;

import id.zitrack.instrument.AnswerValue;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InvalidAnswer;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The valid answers of one sheet; blank questions have none. Never changes. */
public final class ParsedAnswers {

    private final Instrument instrument;
    private final Layout layout;
    private final @Nullable AnswerValue[] values;
    private final Map<String, BigDecimal> zeroWorths;

    private ParsedAnswers(
            Instrument instrument, Layout layout, @Nullable AnswerValue[] values, Map<String, BigDecimal> zeroWorths) {
        this.instrument = instrument;
        this.layout = layout;
        this.values = values;
        this.zeroWorths = zeroWorths;
    }

    /**
     * Reads answers by question code. Blank texts count as no answer.
     *
     * @throws InvalidAnswer if a code is unknown or an answer does not fit, with the code in front
     */
    public static ParsedAnswers parse(Instrument instrument, Map<String, ? extends @Nullable String> answers) {
        return parse(instrument, answers, Map.of());
    }

    /**
     * Reads answers by question code, some of which divide by zero and are worth what an assessor has decided.
     *
     * @param zeroWorths from 0 to 1, by question code; replaces what the instrument says of a zero denominator
     * @throws InvalidAnswer if a code is unknown, an answer does not fit, or an answer with such a worth does not divide
     *     by zero, with the code in front
     */
    public static ParsedAnswers parse(
            Instrument instrument,
            Map<String, ? extends @Nullable String> answers,
            Map<String, BigDecimal> zeroWorths) {
        var layout = Layout.of(instrument);
        var values = new @Nullable AnswerValue[layout.questions.length];
        answers.forEach((code, answer) -> set(layout, values, code, answer));
        zeroWorths.forEach((code, worth) -> replace(layout, values, code, worth));
        return new ParsedAnswers(instrument, layout, values, Map.copyOf(zeroWorths));
    }

    private static void set(Layout layout, @Nullable AnswerValue[] values, String code, @Nullable String answer) {
        @Nullable Integer index = layout.questionIndex.get(code);
        if (index == null) {
            throw new InvalidAnswer(code, "pertanyaan ini tidak ada di instrumen");
        }
        try {
            values[index] = answer == null || answer.isBlank()
                    ? null
                    : layout.questions[index].type().parse(answer.strip());
        } catch (InvalidAnswer wrong) {
            throw new InvalidAnswer(code, String.valueOf(wrong.getMessage()));
        }
    }

    private static void replace(Layout layout, @Nullable AnswerValue[] values, String code, BigDecimal worth) {
        @Nullable Integer index = layout.questionIndex.get(code);
        @Nullable AnswerValue answer = index == null ? null : values[index];
        if (index == null || answer == null) {
            throw new InvalidAnswer(code, "belum ada jawaban yang nilainya dapat diganti");
        }
        try {
            values[index] = layout.questions[index].type().withZeroWorth(answer, worth);
        } catch (InvalidAnswer wrong) {
            throw new InvalidAnswer(code, String.valueOf(wrong.getMessage()));
        }
    }

    /** The same answers with one changed; null or blank takes it away, and with it what an assessor made it worth. */
    public ParsedAnswers with(String code, @Nullable String answer) {
        var changed = values.clone();
        set(layout, changed, code, answer);
        var others = new HashMap<>(zeroWorths);
        others.remove(code);
        return new ParsedAnswers(instrument, layout, changed, Map.copyOf(others));
    }

    /** What an assessor has decided that an answer is worth, because it divides by zero. */
    public Optional<BigDecimal> zeroWorth(String code) {
        return Optional.ofNullable(zeroWorths.get(code));
    }

    /** The answer of a question, if it has one. */
    public Optional<AnswerValue> find(String code) {
        @Nullable Integer index = layout.questionIndex.get(code);
        return index == null ? Optional.empty() : Optional.ofNullable(values[index]);
    }

    /** The instrument these answers belong to. */
    public Instrument instrument() {
        return instrument;
    }

    Layout layout() {
        return layout;
    }

    @Nullable
    AnswerValue value(int question) {
        return values[question];
    }
}
