package id.zitrack.instrument;

import id.zitrack.instrument.Crosswalk.Match;
import id.zitrack.instrument.InstrumentInvalid.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a crosswalk from YAML and checks that every code it names exists. */
public final class CrosswalkReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,39}");
    private static final Map<String, Match> MATCHES =
            Map.of("full", Match.FULL, "partial", Match.PARTIAL, "none", Match.NONE);

    private final Function<InstrumentKey, ? extends @Nullable Instrument> instruments;

    /** A reader that looks codes up in these instruments; null for one that is not there. */
    public CrosswalkReader(Function<InstrumentKey, ? extends @Nullable Instrument> instruments) {
        this.instruments = instruments;
    }

    /**
     * Reads one file.
     *
     * @throws InstrumentInvalid with all problems found
     */
    public Crosswalk read(String file, byte[] bytes) {
        List<Problem> problems = new ArrayList<>();
        var root = YamlFile.read(file, bytes);
        var fields = YamlFields.of(file, "", root, problems, Set.of("schema", "from", "to", "note", "pairs"));
        if (fields.integer("schema", 1, 1, 0) == 0) {
            fields.problem("kunci \"schema\" belum diisi; tulis schema: 1");
        }
        var from = key(fields, "from");
        var to = key(fields, "to");
        var note = fields.optionalText("note");
        var left = instrument(fields, "from", from);
        var right = instrument(fields, "to", to);
        List<Crosswalk.Pair> pairs = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (var item : fields.list("pairs")) {
            pairs.add(pair(file, item, problems, left, right, seen));
        }
        if (pairs.isEmpty()) {
            fields.problem(fields.line("pairs"), "\"pairs\" belum berisi satu pasangan pun");
        }
        if (!problems.isEmpty()) {
            throw new InstrumentInvalid(problems);
        }
        return new Crosswalk(from, to, note, List.copyOf(pairs));
    }

    private static InstrumentKey key(YamlFields fields, String side) {
        var named = fields.fields(side, Set.of("id", "version"));
        return new InstrumentKey(named.required("id", NAME), named.required("version", NAME));
    }

    private @Nullable Instrument instrument(YamlFields fields, String side, InstrumentKey key) {
        var instrument = instruments.apply(key);
        if (instrument == null) {
            fields.problem(fields.line(side), "instrumen " + key + " tidak ada; periksa id dan versinya");
        }
        return instrument;
    }

    private static Crosswalk.Pair pair(
            String file,
            YamlNode node,
            List<Problem> problems,
            @Nullable Instrument left,
            @Nullable Instrument right,
            Set<String> seen) {
        var fields = YamlFields.of(file, "", node, problems, Set.of("from", "to", "match", "note"));
        var from = fields.required("from");
        var pair = fields.named(from);
        var to = pair.texts("to");
        var match = pair.oneOf("match", MATCHES, Match.NONE);
        if (!seen.add(from)) {
            pair.problem(pair.line("from"), "kode ini sudah dipasangkan di atas; gabungkan menjadi satu pasangan");
        }
        exists(pair, "from", from, left);
        to.forEach(code -> exists(pair, "to", code, right));
        if ((match == Match.NONE) != to.isEmpty()) {
            pair.problem(
                    pair.line("to"),
                    match == Match.NONE
                            ? "pasangan dengan match: none tidak punya isi pada \"to\"; hapus isinya atau ganti match"
                            : "\"to\" belum diisi; tulis kode pasangannya, atau match: none");
        }
        return new Crosswalk.Pair(from, to, match, pair.optionalText("note"));
    }

    private static void exists(YamlFields fields, String side, String code, @Nullable Instrument instrument) {
        if (instrument != null && !code.isEmpty() && instrument.find(code).isEmpty()) {
            fields.problem(
                    fields.line(side),
                    "kode " + AnswerType.quote(code) + " tidak ada di instrumen " + instrument.key());
        }
    }
}
