package id.zitrack.scoring;

import id.zitrack.instrument.AnswerValue;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InvalidAnswer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The valid answers of one sheet; blank questions have none. Never changes. */
public final class ParsedAnswers {

    private final Instrument instrument;
    private final Layout layout;
    private final @Nullable AnswerValue[] values;

    private ParsedAnswers(Instrument instrument, Layout layout, @Nullable AnswerValue[] values) {
        this.instrument = instrument;
        this.layout = layout;
        this.values = values;
    }

    /**
     * Reads answers by question code. Blank texts count as no answer.
     *
     * @throws InvalidAnswer if a code is unknown or an answer does not fit, with the code in front
     */
    public static ParsedAnswers parse(Instrument instrument, Map<String, ? extends @Nullable String> answers) {
        var layout = Layout.of(instrument);
        var values = new @Nullable AnswerValue[layout.questions.length];
        answers.forEach((code, answer) -> set(layout, values, code, answer));
        return new ParsedAnswers(instrument, layout, values);
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

    /** The same answers with one changed; null or blank takes it away. */
    public ParsedAnswers with(String code, @Nullable String answer) {
        var changed = values.clone();
        set(layout, changed, code, answer);
        return new ParsedAnswers(instrument, layout, changed);
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
