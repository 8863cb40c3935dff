package id.zitrack;

import static java.util.stream.Collectors.joining;

import id.zitrack.instrument.ChoiceType;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentReader;
import id.zitrack.instrument.NumberType;
import id.zitrack.instrument.Question;
import id.zitrack.instrument.RatioType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers to whole instruments, for tests. */
public final class TestSheets {
    public static final String LKE = "lke-90-2021";
    public static final String CHECKLIST = "zi-60-2012";

    private TestSheets() {}

    public static Instrument instrument(String id) {
        return new InstrumentReader().readBundled(id);
    }

    /** The codes of the questions that are answered by a choice, in sheet order. */
    public static List<String> choices(Instrument instrument) {
        return instrument.questions().stream()
                .filter(it -> it.type() instanceof ChoiceType)
                .map(Question::code)
                .toList();
    }

    /** The best answer to every question. */
    public static Map<String, String> best(Instrument instrument) {
        var answers = new LinkedHashMap<String, String>();
        instrument.questions().forEach(it -> answers.put(it.code(), best(it)));
        return answers;
    }

    public static String best(Question question) {
        if (question.type() instanceof ChoiceType choice) {
            return choice.choices().get(0).value();
        }
        if (question.type() instanceof NumberType number) {
            return number.max().toPlainString();
        }
        if (question.type() instanceof RatioType ratio) {
            return ratio.counts().keySet().stream()
                    .map(it -> it + "=" + (isWanted(ratio.formula(), it) ? 9 : 0))
                    .collect(joining(";"));
        }
        throw new IllegalArgumentException("No best answer is known for " + question.code());
    }

    private static boolean isWanted(RatioType.Formula formula, String count) {
        if (formula instanceof RatioType.Share share) {
            return count.equals(share.of()) || count.equals(share.per().get(0));
        }
        return formula instanceof RatioType.Reduction reduction && count.equals(reduction.from());
    }

    /** The worst choice of a question with choices. */
    public static String worst(Question question) {
        var choices = ((ChoiceType) question.type()).choices();
        return choices.get(choices.size() - 1).value();
    }

    /** The body of an import. */
    public static Map<String, Object> asImport(Map<String, String> answers) {
        return Map.of(
                "answers",
                answers.entrySet().stream()
                        .map(it -> Map.of("code", it.getKey(), "value", it.getValue()))
                        .toList());
    }
}
