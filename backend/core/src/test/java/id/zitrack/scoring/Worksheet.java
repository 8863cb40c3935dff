package id.zitrack.scoring;

import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Filled sheets and their expected totals, calculated outside this program from the facts of the regulation. */
final class Worksheet {

    static final Instrument LKE = new InstrumentReader().readBundled("lke-90-2021");
    static final Instrument SMALL = new InstrumentReader().read(Path.of("src/test/resources/instruments/small"));

    /** Minima and combined conditions. */
    static final Instrument TERMS = new InstrumentReader().read(Path.of("src/test/resources/instruments/terms"));

    static final List<String> NAMES = List.of(
            "bagian-organisasi",
            "bagian-umum-awal",
            "disdukcapil",
            "inspektorat",
            "kecamatan-sukamaju",
            "kosong",
            "puskesmas-melati",
            "rsud-jumlah-besar",
            "semua-terbaik",
            "semua-terburuk");

    private Worksheet() {}

    static Map<String, String> answers(String name) {
        var answers = new LinkedHashMap<String, String>();
        rows(name + ".csv").forEach(it -> answers.put(it[0], it[1]));
        return answers;
    }

    /** Rows without the header; the files have no quotes. */
    static List<String[]> rows(String file) {
        try (var in = Objects.requireNonNull(Worksheet.class.getResourceAsStream("/worksheets/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(it -> it.split(",", -1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A fraction such as {@code 247/80}, or a whole number. */
    static Score fraction(String text) {
        var parts = text.split("/", -1);
        return Score.of(
                new java.math.BigInteger(parts[0]),
                parts.length == 1 ? java.math.BigInteger.ONE : new java.math.BigInteger(parts[1]));
    }
}
