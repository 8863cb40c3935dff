package id.zitrack.identity;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The table people read is the table the server enforces. */
class RolesTableTest {
    private static final Path TABLE = Path.of("..", "..", "docs", "roles.md");

    @Test
    void theDocumentedTableIsCurrent() throws IOException {
        var fresh = Path.of("target", "roles.md");
        Files.createDirectories(fresh.getParent());
        Files.writeString(fresh, table());

        assertThat(Files.exists(TABLE) ? Files.readString(TABLE) : "")
                .as("docs/roles.md; the current table is in backend/app/target/roles.md, copy it over")
                .isEqualTo(table());
    }

    private static String table() {
        return """
                # Roles

                Who may do what at which stage. Generated from the access table of the room `identity`
                (`backend/app/src/main/java/id/zitrack/identity/Action.java`), which the server enforces in every
                request; a test fails when this page and the table differ.

                - A role is held on one unit or on the whole institution. Roles of the TPI and of leadership also hold
                  on everything below their unit; those of coordinators on their unit alone. Administrators hold theirs
                  on the whole institution.
                - Nobody judges their own unit: roles of the TPI do not count on the unit a person belongs to, nor on a
                  unit they coordinate.
                - What somebody has no role for is not there for them (404). What their role does not allow is refused
                  (403). What only the stage forbids is refused with the stage (409, `not-in-this-stage`).
                - A person who is no longer active may do nothing.

                `yes` means at every stage.

                """
                + row("Action", Role::name)
                + "| --- |" + " --- |".repeat(Role.values().length) + "\n"
                + Arrays.stream(Action.values())
                        .map(action -> row("`" + action + "`", role -> cell(action, role)))
                        .collect(joining());
    }

    private static String row(String first, Function<Role, String> cell) {
        return Arrays.stream(Role.values()).map(cell).collect(joining(" | ", "| " + first + " | ", " |\n"));
    }

    private static String cell(Action action, Role role) {
        var stages = EnumSet.noneOf(Stage.class);
        Arrays.stream(Stage.values())
                .filter(it -> action.isFor(Set.of(role), it))
                .forEach(stages::add);
        if (stages.isEmpty()) {
            return "–";
        }
        return stages.equals(EnumSet.allOf(Stage.class))
                ? "yes"
                : stages.stream().map(Stage::name).collect(joining(", "));
    }
}
