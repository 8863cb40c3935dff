package id.zitrack.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.instrument.InstrumentInvalid;
import id.zitrack.instrument.InstrumentReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random damage to what decides about points is noticed: the reader refuses it or a worked example breaks. */
class DamagedInstrumentsTest {

    /** Of each instrument. */
    private static final int DAMAGES = 110;

    /** What decides about points: codes, weights, rules, types, formulas, thresholds. */
    private static final Pattern VITAL = Pattern.compile(
            "(?<=\\bcode: )\"?[A-Z][A-Za-z0-9.]*\"?|(?<=\\b(?:weight|cap|score|scale|atLeast): )\"[0-9.]+\""
                    + "|(?<=\\brule: )[a-z]+|(?<=\\btype: )[a-z-]+|(?<=\\b(?:of|from|to): )[a-z][A-Za-z]+");

    @ParameterizedTest
    @ValueSource(strings = {"lke-90-2021", "zi-60-2012"})
    void isNeverSilent(String id) throws IOException {
        var files = files(id);
        var random = new Random(90_2021);
        List<String> unnoticed = new ArrayList<>();
        for (int i = 0; i < DAMAGES; i++) {
            var name = List.copyOf(files.keySet()).get(random.nextInt(files.size()));
            var text = new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
            var places = VITAL.matcher(text).results().toList();
            var place = places.get(random.nextInt(places.size()));
            var damaged = text.substring(0, place.start()) + damage(place, random) + text.substring(place.end());
            var copy = new HashMap<>(files);
            copy.put(name, damaged.getBytes(StandardCharsets.UTF_8));
            if (!isNoticed(copy)) {
                unnoticed.add(name + ": " + place.group() + " at " + place.start());
            }
        }

        assertThat(unnoticed).isEmpty();
    }

    private static String damage(MatchResult place, Random random) {
        var text = place.group();
        if (text.startsWith("\"") && Character.isDigit(text.charAt(1))) {
            return random.nextBoolean() ? "\"" + (1 + random.nextInt(9)) + "7" + text.substring(1) : "\"1e999\"";
        }
        return switch (random.nextInt(3)) {
            case 0 -> "";
            case 1 -> text.replace("\"", "") + "x";
            default -> "[" + text + "]";
        };
    }

    private static boolean isNoticed(Map<String, byte[]> files) {
        try {
            return !WorkedExamples.check(new InstrumentReader().read(files)).isEmpty();
        } catch (InstrumentInvalid refused) {
            return true;
        }
    }

    private static Map<String, byte[]> files(String id) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var list = Files.list(Path.of("../../indicators", id))) {
            for (var file : list.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
