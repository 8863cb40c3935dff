package id.zitrack.instrument;

import id.zitrack.instrument.InstrumentInvalid.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of one YAML mapping. Whatever is wrong becomes a problem and an empty value, so that reading goes on. */
final class YamlFields {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");
    private static final int MOST_PROBLEMS = 100;

    private final String file;
    private final String code;
    private final List<Problem> problems;
    private final YamlNode.Mapping mapping;

    private YamlFields(String file, String code, List<Problem> problems, YamlNode.Mapping mapping) {
        this.file = file;
        this.code = code;
        this.problems = problems;
        this.mapping = mapping;
    }

    /** Looks at a value as a mapping with known keys only. */
    static YamlFields of(String file, String code, YamlNode node, List<Problem> problems, Set<String> allowed) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            report(problems, new Problem(file, node.line(), code, "di sini harus ada kunci dan isi (kunci: isi)"));
            return new YamlFields(file, code, problems, new YamlNode.Mapping(node.line(), new LinkedHashMap<>()));
        }
        var fields = new YamlFields(file, code, problems, mapping);
        mapping.entries().forEach((key, entry) -> {
            if (!allowed.contains(key) && problems.size() < MOST_PROBLEMS) {
                fields.problem(
                        entry.line(),
                        "kunci " + AnswerType.quote(key) + " tidak dikenal; yang boleh: "
                                + String.join(", ", allowed.stream().sorted().toList()));
            }
        });
        return fields;
    }

    /** The same fields with problems reported under a code. */
    YamlFields named(String newCode) {
        return new YamlFields(file, newCode, problems, mapping);
    }

    static void report(List<Problem> problems, Problem problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    void problem(int line, String message) {
        report(problems, new Problem(file, line, code, message));
    }

    void problem(String message) {
        problem(mapping.line(), message);
    }

    String file() {
        return file;
    }

    String code() {
        return code;
    }

    int line() {
        return mapping.line();
    }

    int line(String key) {
        var entry = mapping.entries().get(key);
        return entry == null ? mapping.line() : entry.line();
    }

    boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    Map<String, YamlNode.Entry> entries() {
        return mapping.entries();
    }

    /** The value of a key; null if absent or empty. */
    @Nullable
    YamlNode get(String key) {
        var entry = mapping.entries().get(key);
        return entry == null || entry.value() instanceof YamlNode.Scalar scalar && scalar.text() == null
                ? null
                : entry.value();
    }

    @Nullable
    String optional(String key) {
        var node = get(key);
        return node == null ? null : scalar(node);
    }

    String required(String key) {
        var value = optional(key);
        if (value == null || value.isBlank()) {
            if (get(key) == null || value != null) {
                problem(line(key), "kunci \"" + key + "\" belum diisi");
            }
            return "";
        }
        return value;
    }

    String required(String key, Pattern form) {
        var value = required(key);
        if (!value.isEmpty() && !form.matcher(value).matches()) {
            problem(line(key), AnswerType.quote(value) + " tidak cocok untuk \"" + key + "\"; bentuknya " + form);
        }
        return value;
    }

    @Nullable
    String scalar(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar && scalar.text() != null) {
            return scalar.text();
        }
        problem(node.line(), "di sini harus ada satu teks");
        return null;
    }

    Text text(String key) {
        var node = get(key);
        if (node == null) {
            problem(line(key), "teks \"" + key + "\" (bahasa Indonesia) belum diisi");
            return new Text("", null);
        }
        return text(node);
    }

    @Nullable
    Text optionalText(String key) {
        var node = get(key);
        return node == null ? null : text(node);
    }

    Text text(YamlNode node) {
        if (node instanceof YamlNode.Mapping) {
            var fields = of(file, code, node, problems, Set.of("id", "en"));
            return new Text(fields.required("id"), fields.optional("en"));
        }
        var text = scalar(node);
        if (text != null && text.isBlank()) {
            problem(node.line(), "teks tidak boleh kosong");
        }
        return new Text(text == null ? "" : text, null);
    }

    @Nullable
    BigDecimal optionalDecimal(String key) {
        var node = get(key);
        return node == null ? null : decimal(node);
    }

    BigDecimal decimal(String key) {
        var node = get(key);
        if (node == null) {
            problem(line(key), "angka \"" + key + "\" belum diisi");
            return BigDecimal.ZERO;
        }
        var number = decimal(node);
        return number == null ? BigDecimal.ZERO : number;
    }

    @Nullable
    BigDecimal decimal(YamlNode node) {
        var text = scalar(node);
        if (text == null) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            problem(
                    node.line(),
                    AnswerType.quote(text)
                            + " bukan angka biasa; tulis misalnya \"17.5\" (paling banyak 9 angka, 6 di belakang titik)");
            return null;
        }
        return new BigDecimal(text);
    }

    int integer(String key, int from, int to, int otherwise) {
        var node = get(key);
        if (node == null) {
            return otherwise;
        }
        var text = scalar(node);
        if (text == null || !text.matches("\\d{1,6}") || Integer.parseInt(text) < from || Integer.parseInt(text) > to) {
            problem(node.line(), "\"" + key + "\" harus bilangan bulat " + from + " sampai " + to);
            return otherwise;
        }
        return Integer.parseInt(text);
    }

    boolean bool(String key, boolean otherwise) {
        var text = optional(key);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            problem(line(key), "\"" + key + "\" harus true atau false");
        }
        return text == null ? otherwise : text.equals("true");
    }

    <E extends Enum<E>> E oneOf(String key, Map<String, E> values, E otherwise) {
        var text = required(key);
        var value = values.get(text);
        if (value == null && !text.isEmpty()) {
            problem(
                    line(key),
                    AnswerType.quote(text) + " tidak dikenal untuk \"" + key + "\"; pilih: "
                            + String.join(
                                    ", ", values.keySet().stream().sorted().toList()));
        }
        return value == null ? otherwise : value;
    }

    List<YamlNode> list(String key) {
        var node = get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        problem(node.line(), "\"" + key + "\" harus berupa daftar");
        return List.of();
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (var item : list(key)) {
            var text = scalar(item);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    YamlFields fields(String key, Set<String> allowed) {
        var node = get(key);
        if (node == null) {
            return new YamlFields(file, code, problems, new YamlNode.Mapping(line(key), new LinkedHashMap<>()));
        }
        return of(file, code, node, problems, allowed);
    }

    /** The fields of a mapping whose keys are names chosen by the author. */
    YamlFields named(String key, String what) {
        var node = get(key);
        if (node == null) {
            return new YamlFields(file, code, problems, new YamlNode.Mapping(line(key), new LinkedHashMap<>()));
        }
        if (node instanceof YamlNode.Mapping inner) {
            return new YamlFields(file, code, problems, inner);
        }
        problem(node.line(), "\"" + key + "\" harus berisi " + what);
        return new YamlFields(file, code, problems, new YamlNode.Mapping(node.line(), new LinkedHashMap<>()));
    }

    List<Problem> problems() {
        return problems;
    }
}
