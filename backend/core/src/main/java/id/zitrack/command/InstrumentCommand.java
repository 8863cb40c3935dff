package id.zitrack.command;

import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentComparison;
import id.zitrack.instrument.InstrumentInvalid;
import id.zitrack.instrument.InstrumentReader;
import id.zitrack.scoring.WorkedExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Checks instruments and compares them. */
final class InstrumentCommand {

    private InstrumentCommand() {}

    /** Checks one instrument, or every instrument in the folders of a folder; tells all problems of all. */
    static String check(Path path) {
        List<String> problems = new ArrayList<>();
        var good = new StringBuilder();
        for (var one : instruments(path)) {
            try {
                var instrument = new InstrumentReader().read(one);
                var differences = WorkedExamples.check(instrument);
                var file = Files.isDirectory(one) ? one.resolve(InstrumentReader.MAIN_FILE) : one;
                differences.forEach(it -> problems.add(file + ":" + it.example().line() + ": " + it));
                if (differences.isEmpty()) {
                    good.append(instrument.key())
                            .append(": baik, ")
                            .append(instrument.questions().size())
                            .append(" pertanyaan, ")
                            .append(instrument.examples().size())
                            .append(" contoh, sha256 ")
                            .append(instrument.hash())
                            .append('\n');
                }
            } catch (InstrumentInvalid invalid) {
                invalid.problems().forEach(it -> problems.add(it.toString()));
            }
        }
        if (!problems.isEmpty()) {
            throw new WrongUse(problems);
        }
        return good.toString();
    }

    private static List<Path> instruments(Path path) {
        if (!Files.exists(path)) {
            throw new WrongUse(path + ": berkas atau folder tidak ada");
        }
        if (!Files.isDirectory(path) || Files.exists(path.resolve(InstrumentReader.MAIN_FILE))) {
            return List.of(path);
        }
        try (var inside = Files.list(path)) {
            var found = inside.filter(it -> Files.exists(it.resolve(InstrumentReader.MAIN_FILE)))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new WrongUse(path + ": tidak ada " + InstrumentReader.MAIN_FILE + " di folder ini");
            }
            return found;
        } catch (IOException unreadable) {
            throw new WrongUse(path + ": folder tidak dapat dibaca");
        }
    }

    /** One line for each change, or one that says there is none. */
    static String diff(Instrument before, Instrument after) {
        var changes = InstrumentComparison.compare(before, after);
        return changes.isEmpty()
                ? "tidak ada perbedaan\n"
                : changes.stream().map(it -> it + "\n").collect(Collectors.joining());
    }
}
