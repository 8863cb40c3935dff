package id.zitrack.catalog;

import static java.util.stream.Collectors.groupingBy;

import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentInvalid;
import id.zitrack.instrument.InstrumentSource;
import id.zitrack.scoring.WorkedExamples;
import id.zitrack.scoring.WorkedExamples.Difference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a source, and how its worked examples come out.
 *
 * @param instrument the source as an instrument; null while it breaks rules
 */
record DraftCheck(@Nullable Instrument instrument, List<DraftProblem> problems, List<Difference> differences) {

    private static final int MOST_EXAMPLES = 200;

    /** One worked example and what did not come out; kept in words and exact decimals. */
    record DraftExample(String id, String title, boolean ok, List<ExampleFailure> failures) {}

    /**
     * One expectation that does not come out.
     *
     * @param what code of the node, or award and gate as {@code wbk/total}
     * @param difference actual less expected points; null for gates
     */
    record ExampleFailure(
            String what,
            String expected,
            String actual,
            @Nullable String difference) {}

    /**
     * Checks a source.
     *
     * @param ships whether instruments with its id ship with the program
     */
    static DraftCheck of(InstrumentSource source, boolean ships) {
        try {
            var instrument = source.instrument();
            if (ships && !VersionNumbers.isOwn(instrument.key().version())) {
                return broken(new DraftProblem(
                        "version",
                        lineOf(source, "version:"),
                        "versi bulat instrumen ini disediakan untuk program; pakai nomor seperti \"1.1\""));
            }
            if (instrument.examples().size() > MOST_EXAMPLES) {
                return broken(new DraftProblem(
                        "examples",
                        lineOf(source, "examples:"),
                        "terlalu banyak contoh; paling banyak " + MOST_EXAMPLES));
            }
            return new DraftCheck(instrument, List.of(), WorkedExamples.check(instrument));
        } catch (InstrumentInvalid invalid) {
            return new DraftCheck(null, DraftProblem.of(invalid.problems()), List.of());
        }
    }

    boolean isPublishable() {
        return instrument != null && differences.isEmpty();
    }

    /** Every example of the instrument; none while it breaks rules. */
    List<DraftExample> examples(String language) {
        if (instrument == null) {
            return List.of();
        }
        var byExample =
                differences.stream().collect(groupingBy(it -> it.example().id()));
        return instrument.examples().stream()
                .map(it -> {
                    var failures = byExample.getOrDefault(it.id(), List.of()).stream()
                            .map(DraftCheck::failure)
                            .toList();
                    return new DraftExample(it.id(), it.title().in(language), failures.isEmpty(), failures);
                })
                .toList();
    }

    private static ExampleFailure failure(Difference difference) {
        var points = difference.difference();
        return new ExampleFailure(
                difference.node(),
                difference.expected(),
                difference.actual(),
                points == null ? null : points.toDecimalString());
    }

    private static DraftCheck broken(DraftProblem problem) {
        return new DraftCheck(null, List.of(problem), List.of());
    }

    private static int lineOf(InstrumentSource source, String start) {
        return source.yaml()
                        .lines()
                        .takeWhile(it -> !it.startsWith(start))
                        .toList()
                        .size()
                + 1;
    }
}
