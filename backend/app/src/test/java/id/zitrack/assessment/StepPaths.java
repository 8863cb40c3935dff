package id.zitrack.assessment;

import id.zitrack.TestSheets;
import id.zitrack.identity.Stage;
import id.zitrack.instrument.InstrumentKey;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** The shortest way from the draft to each stage, by the table of steps. */
final class StepPaths {
    private static final Map<Stage, List<Step>> WAYS = ways();

    private StepPaths() {}

    static List<Step> to(Stage stage) {
        return Objects.requireNonNull(WAYS.get(stage), () -> "No step leads to " + stage);
    }

    /** A blank assessment that was taken to a stage. */
    static Assessment at(Stage stage, UUID institution, UUID unit, Standing blank, UUID by, Instant at) {
        var assessment = Assessment.begin(
                institution,
                unit,
                UUID.randomUUID(),
                new InstrumentKey(TestSheets.LKE, "1"),
                TestSheets.instrument(TestSheets.LKE).hash(),
                blank,
                by,
                at);
        to(stage).forEach(it -> assessment.take(it, null, null, by, at));
        return assessment;
    }

    private static Map<Stage, List<Step>> ways() {
        var ways = new EnumMap<Stage, List<Step>>(Stage.class);
        ways.put(Stage.DRAFT, List.of());
        var open = new ArrayDeque<>(List.of(Stage.DRAFT));
        while (!open.isEmpty()) {
            var here = open.remove();
            var way = Objects.requireNonNull(ways.get(here));
            for (var step : Step.values()) {
                if (step.from().contains(here) && !ways.containsKey(step.to())) {
                    ways.put(
                            step.to(),
                            Stream.concat(way.stream(), Stream.of(step)).toList());
                    open.add(step.to());
                }
            }
        }
        return ways;
    }
}
