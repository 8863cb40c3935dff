package id.zitrack.instrument;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.zitrack.instrument.InstrumentInvalid.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an author writes: an instrument as one tree of plain values, whether it keeps the rules or not.
 *
 * <p>The keys are those of the YAML files. Groups of area files stand in the tree where it names them. A value is a
 * {@link Map} with text keys, a {@link List}, a {@link String}, a {@link Boolean}, an {@link Integer} or null, which is
 * what JSON can carry; decimals are texts. {@link #yaml()} writes it as one file that people can read and edit.
 */
public final class InstrumentSource {

    private static final int MAX_DEPTH = 40;
    private static final int MAX_VALUES = 20_000;
    private static final int MAX_KEY = 200;

    private static final Set<String> INTEGERS = Set.of("schema", "year", "decimals", "maxLength");
    private static final Set<String> BOOLEANS = Set.of("inForce", "verified");

    private static final Pattern INTEGER = Pattern.compile("\\d{1,6}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");

    private final Map<String, @Nullable Object> values;

    /**
     * A group that adds up the weights of its children, as far as they are decimals.
     *
     * @param code code of the group
     * @param weight what the children must add up to
     * @param children what they add up to
     */
    public record WeightSum(String code, BigDecimal weight, BigDecimal children) {}

    private InstrumentSource(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /**
     * Puts the files of an instrument together, one of them {@link InstrumentReader#MAIN_FILE}.
     *
     * @throws InstrumentInvalid if one of them is missing or no plain YAML
     */
    public static InstrumentSource ofFiles(Map<String, byte[]> files) {
        var main = files.get(InstrumentReader.MAIN_FILE);
        if (main == null) {
            throw invalid("", "berkas \"" + InstrumentReader.MAIN_FILE + "\" tidak ada");
        }
        var source = ofYaml(main);
        var groups = new HashMap<String, Map<String, @Nullable Object>>();
        for (var name : list(source.values.get("files"))) {
            var bytes = files.get(String.valueOf(name));
            if (bytes == null) {
                throw invalid("", "berkas " + AnswerType.quote(String.valueOf(name)) + " tidak ada");
            }
            for (var group :
                    list(values(YamlFile.read(String.valueOf(name), bytes)).get("nodes"))) {
                if (map(group).get("code") instanceof String code) {
                    groups.put(code, map(group));
                }
            }
        }
        var whole = new LinkedHashMap<String, @Nullable Object>(source.values);
        whole.put("tree", resolved(list(whole.get("tree")), groups));
        whole.put("files", List.of());
        return new InstrumentSource(Collections.unmodifiableMap(whole));
    }

    /**
     * Reads the text of one file.
     *
     * @throws InstrumentInvalid with the line if it is no plain YAML
     */
    public static InstrumentSource ofYaml(byte[] yaml) {
        return new InstrumentSource(values(YamlFile.read(InstrumentReader.MAIN_FILE, yaml)));
    }

    /**
     * Takes plain values, as from JSON.
     *
     * @throws InstrumentInvalid if they hold what the file cannot: other kinds of values, invisible characters, too
     *     much, too deep
     */
    public static InstrumentSource of(Map<?, ?> values) {
        var bytes = new InstrumentSource(new Copying().map(values, 0)).bytes();
        if (bytes.length > YamlFile.MAX_BYTES) {
            throw invalid("", "isi lebih besar dari 1 MB; kurangi isinya");
        }
        return ofYaml(bytes);
    }

    /** The same source with another value for a key of the head. */
    public InstrumentSource with(String key, String value) {
        var changed = new LinkedHashMap<String, @Nullable Object>(values);
        changed.put(key, value);
        return new InstrumentSource(Collections.unmodifiableMap(changed));
    }

    /** The tree of values; cannot be changed. */
    public Map<String, @Nullable Object> values() {
        return values;
    }

    /** One YAML file that says the same, its keys in a fixed order. */
    public String yaml() {
        return YamlText.write(values);
    }

    /** The YAML file as bytes. */
    public byte[] bytes() {
        return yaml().getBytes(UTF_8);
    }

    /**
     * Reads it as an instrument.
     *
     * @throws InstrumentInvalid with all that is wrong; lines are those of {@link #yaml()}
     */
    public Instrument instrument() {
        return new InstrumentReader().read(Map.of(InstrumentReader.MAIN_FILE, bytes()));
    }

    /** Id and version as written, whether they are well formed or not. */
    public InstrumentKey key() {
        return new InstrumentKey(word("id"), word("version"));
    }

    /** The title as written; empty where there is none. */
    public Text title() {
        var title = values.get("title");
        if (title instanceof Map<?, ?> languages) {
            var english = languages.get("en");
            return new Text(
                    languages.get("id") instanceof String text ? text : "",
                    english instanceof String text ? text : null);
        }
        return new Text(title instanceof String text ? text : "", null);
    }

    /** Where weights are added, what they must add up to, and what they do; in the order of the sheet. */
    public List<WeightSum> sums() {
        List<WeightSum> sums = new ArrayList<>();
        list(values.get("tree")).forEach(it -> addSums(map(it), sums));
        return sums;
    }

    private static void addSums(Map<String, @Nullable Object> group, List<WeightSum> sums) {
        List<@Nullable Object> children = new ArrayList<>(list(group.get("children")));
        children.addAll(list(group.get("questions")));
        if (group.get("code") instanceof String code && "sum".equals(group.get("rule"))) {
            var own = decimal(group.get("weight"));
            var sum = BigDecimal.ZERO;
            for (var child : children) {
                var weight = decimal(map(child).get("weight"));
                sum = weight == null ? sum : sum.add(weight);
            }
            sums.add(new WeightSum(code, own == null ? BigDecimal.ONE : own, sum));
        }
        children.forEach(it -> addSums(map(it), sums));
    }

    private static @Nullable BigDecimal decimal(@Nullable Object value) {
        var text = value instanceof String || value instanceof Integer ? value.toString() : "";
        return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    private String word(String key) {
        return values.get(key) instanceof String text ? text : "";
    }

    private static List<@Nullable Object> resolved(
            List<@Nullable Object> nodes, Map<String, Map<String, @Nullable Object>> groups) {
        List<@Nullable Object> resolved = new ArrayList<>();
        for (var node : nodes) {
            // Taken out, so that a group stands in the tree once: circles end here.
            var group = node instanceof String code && groups.containsKey(code) ? groups.remove(code) : node;
            var children = map(group).get("children");
            if (children == null) {
                resolved.add(group);
            } else {
                var whole = new LinkedHashMap<String, @Nullable Object>(map(group));
                whole.put("children", resolved(list(children), groups));
                resolved.add(Collections.unmodifiableMap(whole));
            }
        }
        return Collections.unmodifiableList(resolved);
    }

    private static Map<String, @Nullable Object> values(YamlNode root) {
        if (!(value("", "", root) instanceof Map<?, ?> mapping)) {
            throw new InstrumentInvalid(List.of(new Problem(
                    InstrumentReader.MAIN_FILE, root.line(), "", "di sini harus ada kunci dan isi (kunci: isi)")));
        }
        return new Copying().map(mapping, 0);
    }

    /** The plain value of a node; which scalars are no texts follows from their keys, as in the schema. */
    private static @Nullable Object value(String parent, String key, YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            boolean outcomes = parent.equals("expect") && key.equals("gates");
            var entries = new LinkedHashMap<String, @Nullable Object>();
            mapping.entries()
                    .forEach((name, entry) ->
                            entries.put(name, outcomes ? outcomes(entry.value()) : value(key, name, entry.value())));
            return Collections.unmodifiableMap(entries);
        }
        if (node instanceof YamlNode.Sequence sequence) {
            List<@Nullable Object> items = new ArrayList<>();
            sequence.items().forEach(it -> items.add(value(key, "", it)));
            return Collections.unmodifiableList(items);
        }
        var text = ((YamlNode.Scalar) node).text();
        if (text != null && INTEGERS.contains(key) && INTEGER.matcher(text).matches()) {
            return Integer.valueOf(text);
        }
        return text != null && BOOLEANS.contains(key) ? truth(text) : text;
    }

    private static @Nullable Object outcomes(YamlNode node) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            return value("", "", node);
        }
        var entries = new LinkedHashMap<String, @Nullable Object>();
        mapping.entries().forEach((gate, entry) -> {
            var outcome = value("", "", entry.value());
            entries.put(gate, outcome instanceof String text ? truth(text) : outcome);
        });
        return Collections.unmodifiableMap(entries);
    }

    private static Object truth(String text) {
        return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    @SuppressWarnings("unchecked")
    private static List<@Nullable Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? (List<@Nullable Object>) list : List.of();
    }

    private static InstrumentInvalid invalid(String key, String message) {
        return new InstrumentInvalid(List.of(new Problem(InstrumentReader.MAIN_FILE, 0, key, message)));
    }

    /** Copies values of strangers while it looks at each of them. */
    private static final class Copying {
        private int count;

        Map<String, @Nullable Object> map(Map<?, ?> given, int depth) {
            bound(depth);
            var copy = new LinkedHashMap<String, @Nullable Object>();
            given.forEach((key, value) -> {
                bound(depth);
                if (!(key instanceof String name) || name.isBlank() || name.length() > MAX_KEY || name.contains("\n")) {
                    throw invalid("", "kunci " + AnswerType.quote(String.valueOf(key)) + " harus berupa satu kata");
                }
                copy.put(visible(name, name), value(name, value, depth + 1));
            });
            return Collections.unmodifiableMap(copy);
        }

        private @Nullable Object value(String key, @Nullable Object value, int depth) {
            bound(depth);
            if (value == null || value instanceof Boolean || value instanceof Integer) {
                return value;
            }
            if (value instanceof String text) {
                return visible(key, text);
            }
            if (value instanceof Map<?, ?> map) {
                return map(map, depth);
            }
            if (value instanceof List<?> list) {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(it -> copy.add(value(key, it, depth + 1)));
                return Collections.unmodifiableList(copy);
            }
            throw invalid(
                    key,
                    "nilai " + AnswerType.quote(String.valueOf(value))
                            + " tidak dapat disimpan; tulis angka desimal sebagai teks, misalnya \"0.5\"");
        }

        private void bound(int depth) {
            if (depth > MAX_DEPTH) {
                throw invalid("", "susunan terlalu dalam; paling banyak " + MAX_DEPTH + " tingkat");
            }
            if (++count > MAX_VALUES) {
                throw invalid("", "isi terlalu banyak; paling banyak " + MAX_VALUES + " nilai");
            }
        }

        private static String visible(String key, String text) {
            if (text.length() > YamlFile.MAX_BYTES) {
                throw invalid(AnswerType.quote(key), "isi lebih besar dari 1 MB; kurangi isinya");
            }
            if (text.codePoints().anyMatch(it -> !YamlText.canHold(it))) {
                throw invalid(
                        key.length() > 40 ? "" : key.replaceAll("[^A-Za-z0-9.-]", ""),
                        "teks memuat karakter kendali yang tidak terlihat; hapus lalu ketik ulang");
            }
            return text;
        }
    }
}
