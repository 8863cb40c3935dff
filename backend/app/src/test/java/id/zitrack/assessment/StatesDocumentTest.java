package id.zitrack.assessment;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.identity.Role;
import id.zitrack.identity.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The drawing people read is the state machine the server enforces, and the access table agrees with it. */
class StatesDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "states.md");

    @Test
    void theDrawingIsCurrent() throws IOException {
        var fresh = Path.of("target", "states.md");
        Files.createDirectories(fresh.getParent());
        Files.writeString(fresh, document());

        assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
                .as("docs/states.md; the current one is in backend/app/target/states.md, copy it over")
                .isEqualTo(document());
    }

    @Test
    void everyStageCanBeReached() {
        for (var stage : Stage.values()) {
            assertThat(StepPaths.to(stage)).as(stage.name()).isNotNull();
        }
    }

    @Test
    void somebodyMayTakeEveryStepWhereItBegins() {
        for (var step : Step.values()) {
            for (var stage : step.from()) {
                assertThat(step.action().isFor(EnumSet.allOf(Role.class), stage))
                        .as("%s at %s", step, stage)
                        .isTrue();
            }
        }
    }

    @Test
    void nothingIsBothNeededAndOptional() {
        for (var step : Step.values()) {
            assertThat(step.needed()).as(step.name()).noneMatch(step.optional()::contains);
        }
    }

    private static String document() {
        return """
                # States of an assessment

                Drawn from the state machine in `backend/app/src/main/java/id/zitrack/assessment/Step.java` and the access
                table in [roles.md](roles.md), which the server enforces in every request; a test fails when this page and
                the code differ.

                ```mermaid
                stateDiagram-v2
                    [*] --> DRAFT
                """
                + Arrays.stream(Step.values())
                        .flatMap(step -> step.from().stream()
                                .sorted()
                                .map(from -> "    " + from + " --> " + step.to() + ": " + step + "\n"))
                        .collect(joining())
                + """
                ```

                The members of the TPI have a sheet in `UNDER_REVIEW`, their lead in `WITH_LEAD`, the controller in
                `WITH_CONTROLLER`. Handing to the lead is possible, not required; a period may require the controller.
                `NOMINATED` to `REVOKED` is what the institution records of the national evaluators (TPN). A move to another
                version of the instrument (`MOVE_ASSESSMENT`) stands in the history but changes no stage.

                | Step | From | To | Who | Requires | To be said |
                | --- | --- | --- | --- | --- | --- |
                """
                + Arrays.stream(Step.values()).map(StatesDocumentTest::row).collect(joining())
                + """

                What is marked * can be made up for: blanks by submitting knowingly, missing marks by a message, gates and
                preconditions by a reason. What stands in brackets may be said. A step is taken at the address of the
                assessment followed by its path; `POST …/steps/{step}` asks with `If-Match` how many steps the caller has
                seen, so of two at the same moment one wins and the other is told.
                """;
    }

    private static String row(Step step) {
        return "| `" + step + "` | " + names(step.from()) + " | " + step.to() + " | " + who(step) + " | "
                + step.requirements().stream()
                        .map(it -> it + (it.isBinding() ? "" : " *"))
                        .collect(joining(", "))
                + " | "
                + said(step) + " |\n";
    }

    private static String said(Step step) {
        var needed = step.needed().stream().sorted().map(StepField::name);
        var optional = step.optional().stream().sorted().map(it -> "(" + it + ")");
        return Stream.concat(needed, optional).collect(joining(", "));
    }

    private static String who(Step step) {
        return Arrays.stream(Role.values())
                .map(role -> who(step, role))
                .filter(it -> !it.isEmpty())
                .collect(joining(", "));
    }

    private static String who(Step step, Role role) {
        var stages = step.from().stream()
                .filter(it -> step.action().isFor(Set.of(role), it))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Stage.class)));
        if (stages.isEmpty()) {
            return "";
        }
        return stages.containsAll(step.from()) ? role.name() : role + " at " + names(stages);
    }

    private static String names(Set<Stage> stages) {
        return stages.stream().sorted().map(Stage::name).collect(joining(" or "));
    }
}
