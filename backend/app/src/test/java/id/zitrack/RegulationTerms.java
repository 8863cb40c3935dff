package id.zitrack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The codes and area names of the shipped instruments, to find them where they do not belong. */
final class RegulationTerms {
    private static final Pattern CODE = Pattern.compile("code:\\s*\"?([A-Z]+\\.[A-Za-z0-9.]+)\"?");
    /** Areas are numbered on the sheet: {@code label: {id: "2 Penataan Tatalaksana"}}. */
    private static final Pattern AREA = Pattern.compile("label:\\s*\\{id:\\s*\"\\d+ ([^\"]{8,})\"");

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Set<String> codes = new TreeSet<>();
    private final Set<String> areas = new TreeSet<>();

    static RegulationTerms ofShippedInstruments() {
        var terms = new RegulationTerms();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:indicators/*/*.yaml")) {
                terms.read(file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    void read(String yaml) {
        CODE.matcher(yaml).results().forEach(it -> codes.add(it.group(1)));
        AREA.matcher(yaml).results().forEach(it -> areas.add(it.group(1).strip()));
    }

    int size() {
        return codes.size() + areas.size();
    }

    /** The texts in Java sources that hold a code or an area name, as file, line and text. */
    List<String> findIn(Path sources) {
        try (var files = Files.walk(sources)) {
            var findings = new ArrayList<String>();
            for (var file :
                    files.filter(it -> it.toString().endsWith(".java")).sorted().toList()) {
                var lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    var line = i + 1;
                    TEXT.matcher(lines.get(i))
                            .results()
                            .map(it -> it.group(1))
                            .filter(this::isOfARegulation)
                            .forEach(it -> findings.add(file.getFileName() + ":" + line + ": " + it));
                }
            }
            return findings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isOfARegulation(String text) {
        for (var word : text.split("[^A-Za-z0-9.]+")) {
            if (codes.contains(word)) {
                return true;
            }
        }
        return areas.stream().anyMatch(text::contains);
    }
}
