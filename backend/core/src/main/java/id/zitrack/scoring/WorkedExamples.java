package id.zitrack.scoring;

import id.zitrack.instrument.Award;
import id.zitrack.instrument.Example;
import id.zitrack.instrument.Instrument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works out the examples inside an instrument; one that does not come out forbids publishing. */
public final class WorkedExamples {

    /** A score written with this many digits after the point may be a rounded one. */
    private static final int DIGITS_OF_ROUNDED = 6;

    private WorkedExamples() {}

    /**
     * One expectation that does not come out.
     *
     * @param example the example
     * @param node code of the node, or award and id of the gate
     * @param expected what the example says: points, or the outcome in Indonesian
     * @param actual what came out, likewise
     * @param difference actual less expected points; null for gates
     */
    public record Difference(
            Example example,
            String node,
            String expected,
            String actual,
            @Nullable Score difference) {

        /** What was expected, what came out and the difference, in Indonesian. */
        public String message() {
            return "seharusnya " + expected + ", hasilnya " + actual
                    + (difference == null ? "" : ", selisih " + difference);
        }

        @Override
        public String toString() {
            return example.id() + ": " + node + ": " + message();
        }
    }

    /** Works out all examples of an instrument; the list of differences is empty if all come out. */
    public static List<Difference> check(Instrument instrument) {
        List<Difference> differences = new ArrayList<>();
        for (var example : instrument.examples()) {
            check(instrument, example, differences);
        }
        return differences;
    }

    private static void check(Instrument instrument, Example example, List<Difference> differences) {
        var sheet = Scoring.score(ParsedAnswers.parse(instrument, example.answers()), example.given());
        var view = sheet.view(ScoreView.Kind.valueOf(example.view().toUpperCase(Locale.ROOT)));
        example.scores().forEach((code, expected) -> {
            var actual = view.of(code);
            if (!matches(expected, actual)) {
                differences.add(new Difference(
                        example, code, expected.toPlainString(), actual.toString(), actual.minus(Score.of(expected))));
            }
        });
        for (var award : Award.values()) {
            var results = sheet.gates(award, view);
            example.gates().getOrDefault(award, Map.of()).forEach((id, expected) -> {
                var result = results.stream().filter(it -> it.id().equals(id)).findFirst();
                var met = result.flatMap(it -> Optional.ofNullable(it.met()));
                if (!met.equals(expected)) {
                    differences.add(new Difference(
                            example,
                            award.key() + "/" + id,
                            words(expected),
                            words(met)
                                    + result.map(GateResult::actual)
                                            .map(it -> " dengan nilai " + it)
                                            .orElse(""),
                            null));
                }
            });
        }
    }

    private static boolean matches(BigDecimal expected, Score actual) {
        return actual.equals(Score.of(expected))
                || expected.scale() >= DIGITS_OF_ROUNDED
                        && actual.rounded(expected.scale()).compareTo(expected) == 0;
    }

    private static String words(Optional<Boolean> met) {
        return met.map(it -> it ? "terpenuhi" : "belum terpenuhi").orElse("tidak dapat dinilai");
    }
}
