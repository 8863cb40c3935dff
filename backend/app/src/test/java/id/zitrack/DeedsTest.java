package id.zitrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every operation that changes something leaves an entry in the trail: which kinds each leaves is written down, and those
 * that succeeded while the other tests ran are held to it. Runs after them, see the build.
 */
class DeedsTest {
    private static final Path DEEDS = Path.of("src", "test", "resources", "deeds.txt");
    private static final Path API = Path.of("..", "..", "docs", "api", "openapi.yaml");
    private static final Pattern PATH = Pattern.compile("^  (/api/\\S+):$");
    private static final Pattern METHOD = Pattern.compile("^    (post|put|patch|delete):$");

    @Test
    void everyOperationThatChangesSomethingSaysWhatItLeaves() throws IOException {
        assertThat(expected().keySet())
                .as("say in %s of which kinds the entries are, or why there are none", DEEDS)
                .containsExactlyInAnyOrderElementsOf(operations());
    }

    @Test
    void everyOperationLeftWhatItSays() throws IOException {
        assumeThat(RecordedDeeds.FILE)
                .as("deeds that other tests have recorded")
                .exists();
        var recorded = new HashSet<>(Files.readAllLines(RecordedDeeds.FILE));

        var missing = expected().entrySet().stream()
                .filter(it -> !it.getValue().startsWith("("))
                .filter(it -> recorded.stream().anyMatch(seen -> seen.startsWith(it.getKey() + " : ")))
                .flatMap(it -> Set.of(it.getValue().split(" ")).stream().map(kind -> it.getKey() + " : " + kind))
                .filter(it -> !recorded.contains(it))
                .sorted()
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void whatIsSaidToLeaveNothingLeftNothing() throws IOException {
        assumeThat(RecordedDeeds.FILE)
                .as("deeds that other tests have recorded")
                .exists();
        var silent = expected();
        silent.values().removeIf(it -> !it.startsWith("("));

        assertThat(Files.readAllLines(RecordedDeeds.FILE)).noneMatch(it -> {
            var parts = it.split(" : ", 2);
            return silent.containsKey(parts[0]) && !parts[1].equals("-");
        });
    }

    /** By operation, kinds parted by blanks, or a reason in brackets. */
    private static Map<String, String> expected() throws IOException {
        var expected = new TreeMap<String, String>();
        for (var line : Files.readAllLines(DEEDS)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                var parts = line.split(" : ", 2);
                expected.put(parts[0].strip(), parts[1].strip());
            }
        }
        return expected;
    }

    private static Set<String> operations() throws IOException {
        var operations = new HashSet<String>();
        var path = "";
        for (var line : Files.readAllLines(API)) {
            var newPath = PATH.matcher(line);
            var method = METHOD.matcher(line);
            if (newPath.matches()) {
                path = newPath.group(1);
            } else if (method.matches()) {
                operations.add(method.group(1).toUpperCase(java.util.Locale.ROOT) + " " + path);
            }
        }
        return operations;
    }
}
