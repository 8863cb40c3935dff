package id.zitrack.instrument;

import id.zitrack.instrument.ChoiceType.Choice;
import id.zitrack.instrument.InstrumentInvalid.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds an instrument from its YAML files and checks that it can be scored. */
final class InstrumentBuilder {

    private static final int MOST_FILES = 64;
    private static final int MOST_NODES = 5000;
    private static final int DEEPEST = 12;
    private static final int DEEPEST_CONDITIONS = 2;
    private static final int MOST_PARTS = 20;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,19}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,39}");
    private static final Pattern FILE = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}\\.yaml");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

    private static final Set<String> MAIN_KEYS = Set.of(
            "schema",
            "id",
            "version",
            "title",
            "note",
            "regulation",
            "answerTypes",
            "tree",
            "files",
            "areas",
            "gates",
            "preconditions",
            "examples");
    private static final Set<String> GROUP_KEYS =
            Set.of("code", "label", "weight", "rule", "children", "questions", "folder", "note");
    private static final Set<String> QUESTION_KEYS = Set.of(
            "code",
            "label",
            "type",
            "weight",
            "choices",
            "guidance",
            "evidence",
            "confidentiality",
            "source",
            "ratio",
            "counts",
            "checks");

    private static final Set<String> GATE_KEYS =
            Set.of("id", "label", "measure", "atLeast", "atMost", "all", "any", "note");

    /** Keys of a condition inside {@code all} or {@code any}. */
    private static final Set<String> PART_KEYS = Set.of("label", "measure", "atLeast", "atMost", "all", "any");

    private static final Text TOTAL_LABEL = new Text("Nilai total", "Total score");

    private static final List<String> CONDITION_FORMS = List.of("measure", "all", "any");

    private static final Set<String> RATIO_KEYS =
            Set.of("rule", "of", "per", "cap", "whenZero", "from", "to", "bothZero", "note");

    private final String shown;
    private final InstrumentReader.Source source;
    private final List<Problem> problems = new ArrayList<>();
    private final StringBuilder canonical = new StringBuilder();
    private final Map<String, AnswerType> types = new HashMap<>();
    private final Map<String, Defined> defined = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private int count;

    /** A group of an area file that the tree names by its code. */
    private record Defined(String file, YamlNode node) {}

    InstrumentBuilder(String shown, InstrumentReader.Source source) {
        this.shown = shown;
        this.source = source;
    }

    Instrument build(String main) {
        var root = file(main, main, 0);
        if (root == null) {
            throw new InstrumentInvalid(problems);
        }
        var fields = YamlFields.of(shown + main, "", root, problems, MAIN_KEYS);
        if (fields.integer("schema", 1, 1, 0) == 0 && !fields.has("schema")) {
            fields.problem("kunci \"schema\" belum diisi; tulis schema: 1");
        }
        var key = new InstrumentKey(fields.required("id", ID), fields.required("version", VERSION));
        var title = fields.text("title");
        var note = fields.optionalText("note");
        var regulation = regulation(fields);
        answerTypes(fields);
        areaFiles(fields, main);

        List<Group> roots = new ArrayList<>();
        for (var item : fields.list("tree")) {
            if (node(fields.file(), item, Rule.SUM, 1) instanceof Group group) {
                roots.add(group);
            }
        }
        if (roots.isEmpty()) {
            fields.problem(fields.line("tree"), "\"tree\" belum berisi komponen");
        }
        defined.forEach((code, unused) -> {
            if (!used.contains(code)) {
                problem(
                        unused.file(),
                        unused.node().line(),
                        code,
                        "tidak dipakai di pohon; sebut kodenya di \"children\"");
            }
        });
        var areas = areas(fields);
        var gates = byAward(fields, "gates", this::gate);
        var preconditions = byAward(fields, "preconditions", this::precondition);
        sameFacts(fields, preconditions);
        var examples = examples(fields, gates);
        if (!problems.isEmpty()) {
            throw new InstrumentInvalid(problems);
        }
        return new Instrument(new Instrument.Content(
                key, title, note, regulation, hash(), areas, List.copyOf(roots), gates, preconditions, examples));
    }

    private void problem(String file, int line, String code, String message) {
        YamlFields.report(problems, new Problem(file, line, code, message));
    }

    private @Nullable YamlNode file(String name, String from, int line) {
        try {
            var bytes = source.bytes(name);
            if (bytes == null) {
                problem(shown + from, line, "", "berkas " + AnswerType.quote(name) + " tidak ada");
                return null;
            }
            var node = YamlFile.read(shown + name, bytes);
            canonical.append(name).append('\n');
            YamlNode.canonical(node, canonical);
            canonical.append('\n');
            return node;
        } catch (IOException unreadable) {
            problem(shown + from, line, "", "berkas " + AnswerType.quote(name) + " tidak dapat dibaca");
        } catch (InstrumentInvalid wrong) {
            wrong.problems().forEach(it -> YamlFields.report(problems, it));
        }
        return null;
    }

    private String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(canonical.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static Regulation regulation(YamlFields main) {
        var fields = main.fields("regulation", Set.of("name", "part", "year", "inForce", "sources"));
        return new Regulation(
                fields.required("name"),
                fields.optional("part"),
                fields.integer("year", 1945, 2999, 0),
                fields.bool("inForce", true),
                fields.texts("sources"));
    }

    private void areaFiles(YamlFields main, String mainFile) {
        var files = main.list("files");
        if (files.size() > MOST_FILES) {
            main.problem(main.line("files"), "terlalu banyak berkas; paling banyak " + MOST_FILES);
            return;
        }
        Set<String> seen = new HashSet<>(Set.of(mainFile));
        for (var item : files) {
            var name = main.scalar(item);
            if (name == null) {
                continue;
            }
            if (!FILE.matcher(name).matches()) {
                main.problem(item.line(), "nama berkas " + AnswerType.quote(name) + " tidak boleh; bentuknya " + FILE);
            } else if (!seen.add(name)) {
                main.problem(item.line(), "berkas " + name + " disebut dua kali");
            } else {
                var root = file(name, mainFile, item.line());
                if (root != null) {
                    define(YamlFields.of(shown + name, "", root, problems, Set.of("nodes")));
                }
            }
        }
    }

    private void define(YamlFields areaFile) {
        for (var item : areaFile.list("nodes")) {
            var fields = YamlFields.of(areaFile.file(), "", item, problems, GROUP_KEYS);
            var code = fields.required("code");
            if (!code.isEmpty() && defined.putIfAbsent(code, new Defined(areaFile.file(), item)) != null) {
                problem(areaFile.file(), fields.line("code"), code, "kode dipakai dua kali; setiap kode hanya sekali");
            }
        }
    }

    private void answerTypes(YamlFields main) {
        types.put("text", new TextType(2000));
        types.put("date", new DateType());
        main.named("answerTypes", "tipe jawaban menurut nama").entries().forEach((name, entry) -> {
            if (types.containsKey(name)
                    || name.equals("ratio")
                    || !ID.matcher(name).matches()) {
                main.named(name).problem(entry.line(), "nama tipe ini tidak boleh dipakai");
                return;
            }
            types.put(
                    name,
                    answerType(YamlFields.of(
                            main.file(),
                            name,
                            entry.value(),
                            problems,
                            Set.of(
                                    "kind",
                                    "choices",
                                    "items",
                                    "unit",
                                    "min",
                                    "max",
                                    "decimals",
                                    "scale",
                                    "maxLength"))));
        });
    }

    private AnswerType answerType(YamlFields fields) {
        switch (fields.required("kind")) {
            case "choice" -> {
                return choiceType(fields);
            }
            case "number" -> {
                return numberType(fields);
            }
            case "checklist" -> {
                var items = new LinkedHashMap<String, Text>();
                for (var item : fields.list("items")) {
                    var inner = YamlFields.of(fields.file(), "", item, problems, Set.of("value", "label"));
                    if (items.put(inner.required("value", VALUE), inner.text("label")) != null) {
                        inner.problem("butir ditulis dua kali");
                    }
                }
                if (items.isEmpty()) {
                    fields.problem("\"items\" belum diisi");
                }
                return new ChecklistType(Collections.unmodifiableMap(items));
            }
            case "text" -> {
                return new TextType(fields.integer("maxLength", 1, 10_000, 2000));
            }
            case "date" -> {
                return new DateType();
            }
            default -> {
                fields.problem(fields.line("kind"), "\"kind\" harus choice, number, checklist, text, atau date");
                return new TextType(1);
            }
        }
    }

    private ChoiceType choiceType(YamlFields fields) {
        List<Choice> choices = new ArrayList<>();
        @Nullable BigDecimal last = null;
        for (var item : fields.list("choices")) {
            var inner = YamlFields.of(fields.file(), "", item, problems, Set.of("value", "score"));
            var choice = new Choice(inner.required("value", VALUE), inner.decimal("score"));
            if (choices.stream().anyMatch(it -> it.value().equals(choice.value()))) {
                inner.problem("pilihan " + choice.value() + " ditulis dua kali");
            }
            if (last == null
                    ? choice.score().compareTo(BigDecimal.ONE) != 0
                    : choice.score().compareTo(last) > 0) {
                inner.problem("nilai pilihan dimulai dari 1 lalu menurun");
            }
            if (choice.score().signum() < 0) {
                inner.problem("nilai pilihan tidak boleh negatif");
            }
            last = choice.score();
            choices.add(choice);
        }
        if (choices.size() < 2 || choices.size() > 20) {
            fields.problem(fields.line("choices"), "\"choices\" harus berisi 2 sampai 20 pilihan");
        }
        return new ChoiceType(problems.isEmpty() ? choices : withinOne(choices));
    }

    /** Keeps a type usable while problems are still being collected. */
    private static List<Choice> withinOne(List<Choice> choices) {
        return choices.stream()
                .map(it -> new Choice(it.value(), it.score().min(BigDecimal.ONE).max(BigDecimal.ZERO)))
                .toList();
    }

    private static NumberType numberType(YamlFields fields) {
        var min = fields.decimal("min");
        var max = fields.decimal("max");
        var scale = fields.optionalDecimal("scale");
        if (min.compareTo(max) >= 0) {
            fields.problem(fields.line("max"), "\"max\" harus lebih besar dari \"min\"");
        }
        if (scale != null && (scale.signum() <= 0 || min.signum() < 0 || max.compareTo(scale) != 0)) {
            fields.problem(
                    fields.line("scale"), "\"scale\" harus sama dengan \"max\", dan \"min\" tidak boleh negatif");
            scale = null;
        }
        return new NumberType(fields.required("unit"), min, max, fields.integer("decimals", 0, 6, 0), scale);
    }

    private @Nullable Node node(String file, YamlNode item, Rule parent, int depth) {
        if (item instanceof YamlNode.Scalar scalar && scalar.text() != null) {
            var code = scalar.text();
            var target = defined.get(code);
            if (target == null) {
                problem(
                        file,
                        item.line(),
                        code,
                        "tidak ada di berkas mana pun; periksa kode atau tambahkan di \"nodes\"");
                return null;
            }
            if (open.contains(code)) {
                problem(file, item.line(), code, "berputar: kelompok ini ada di dalam dirinya sendiri; hapus acuannya");
                return null;
            }
            if (!used.add(code)) {
                problem(file, item.line(), code, "dipakai dua kali di pohon; hapus salah satu");
                return null;
            }
            open.add(code);
            var node = group(target.file(), target.node(), parent, depth);
            open.remove(code);
            return node;
        }
        return group(file, item, parent, depth);
    }

    private boolean register(YamlFields fields, String code) {
        if (++count > MOST_NODES) {
            if (count == MOST_NODES + 1) {
                fields.problem("instrumen terlalu besar; paling banyak " + MOST_NODES + " kode");
            }
            return false;
        }
        if (code.isEmpty()) {
            return false;
        }
        if (!QuestionCode.isWellFormed(code) || code.equals(Instrument.TOTAL)) {
            fields.problem(
                    fields.line("code"), "kode tidak boleh; pakai huruf dan angka dipisah titik, misalnya A.9.z");
            return false;
        }
        return true;
    }

    private void keep(YamlFields fields, Node node) {
        if (nodes.putIfAbsent(node.code(), node) != null) {
            fields.problem(fields.line("code"), "kode dipakai dua kali; setiap kode hanya sekali");
        }
    }

    private @Nullable Group group(String file, YamlNode item, Rule parent, int depth) {
        var raw = YamlFields.of(file, codeOf(item), item, problems, GROUP_KEYS);
        var code = raw.required("code");
        if (!register(raw, code)) {
            return null;
        }
        if (depth > DEEPEST) {
            raw.problem("pohon terlalu dalam; paling banyak " + DEEPEST + " tingkat");
            return null;
        }
        var weight = weight(raw, parent, true);
        var rule = raw.oneOf("rule", Map.of("sum", Rule.SUM, "mean", Rule.MEAN, "minimum", Rule.MINIMUM), Rule.SUM);
        if (raw.has("children") == raw.has("questions")) {
            raw.problem("isi salah satu: \"children\" atau \"questions\"");
        }
        List<Node> children = new ArrayList<>();
        for (var child : raw.list("children")) {
            var node = node(file, child, rule, depth + 1);
            if (node != null) {
                children.add(node);
            }
        }
        for (var child : raw.list("questions")) {
            var question = question(file, child, rule);
            if (question != null) {
                children.add(question);
            }
        }
        if (children.isEmpty()) {
            raw.problem("kelompok ini kosong; tambahkan isi atau hapus");
        }
        var group = new Group(
                code,
                raw.text("label"),
                weight,
                rule,
                List.copyOf(children),
                raw.optional("folder"),
                raw.optionalText("note"));
        weightsAddUp(raw, group);
        keep(raw, group);
        return group;
    }

    private static String codeOf(YamlNode item) {
        var entry = item instanceof YamlNode.Mapping mapping ? mapping.entries().get("code") : null;
        var code = entry != null && entry.value() instanceof YamlNode.Scalar scalar ? scalar.text() : null;
        return code != null && QuestionCode.isWellFormed(code) ? code : "";
    }

    private static @Nullable BigDecimal weight(YamlFields fields, Rule parent, boolean scored) {
        var weight = fields.optionalDecimal("weight");
        boolean wanted = parent.weighsChildren() && scored;
        if (wanted && !fields.has("weight")) {
            fields.problem("bobot belum diisi; di dalam \"rule: sum\" setiap isi perlu \"weight\"");
        } else if (!wanted && weight != null) {
            fields.problem(
                    fields.line("weight"),
                    "bobot tidak dipakai di sini (di dalam rata-rata atau nilai terendah, atau tanpa nilai); hapus \"weight\"");
            return null;
        }
        if (weight != null && (weight.signum() < 0 || weight.compareTo(BigDecimal.valueOf(1000)) > 0)) {
            fields.problem(fields.line("weight"), "bobot harus 0 sampai 1000");
        }
        return weight;
    }

    private static void weightsAddUp(YamlFields fields, Group group) {
        if (!group.rule().weighsChildren()) {
            boolean scored = group.children().stream().anyMatch(it -> it instanceof Group || isScored(it));
            if (!scored && !group.children().isEmpty()) {
                fields.problem("rata-rata dan nilai terendah perlu paling sedikit satu isi yang bernilai");
            }
            return;
        }
        var whole = group.weight() == null ? BigDecimal.ONE : group.weight();
        var sum = BigDecimal.ZERO;
        for (var child : group.children()) {
            if (child.weight() != null) {
                sum = sum.add(child.weight());
            } else if (child instanceof Group || isScored(child)) {
                return;
            }
        }
        if (sum.compareTo(whole) != 0 && !group.children().isEmpty()) {
            fields.problem(
                    fields.line("weight"),
                    "jumlah bobot isinya " + sum.toPlainString() + ", seharusnya " + whole.toPlainString()
                            + "; samakan");
        }
    }

    private static boolean isScored(Node node) {
        return node instanceof Question question && question.type().scored();
    }

    private @Nullable Question question(String file, YamlNode item, Rule parent) {
        var fields = YamlFields.of(file, codeOf(item), item, problems, QUESTION_KEYS);
        var code = fields.required("code");
        if (!register(fields, code)) {
            return null;
        }
        var type = type(fields);
        if (type == null) {
            return null;
        }
        var meanings = new LinkedHashMap<String, Text>();
        fields.named("choices", "arti setiap pilihan")
                .entries()
                .forEach((value, entry) -> meanings.put(value, fields.text(entry.value())));
        if (!meanings.isEmpty()) {
            var expected = type instanceof ChoiceType choice
                    ? choice.choices().stream().map(Choice::value).toList()
                    : List.<String>of();
            if (!meanings.keySet().equals(new HashSet<>(expected))) {
                fields.problem(
                        fields.line("choices"),
                        "\"choices\" harus menjelaskan tepat pilihan tipenya: " + String.join(", ", expected));
            }
        }
        List<Text> evidence = new ArrayList<>();
        fields.list("evidence").forEach(it -> evidence.add(fields.text(it)));
        var question = new Question(
                code,
                fields.text("label"),
                type,
                weight(fields, parent, type.scored()),
                Collections.unmodifiableMap(meanings),
                fields.optionalText("guidance"),
                List.copyOf(evidence),
                fields.has("confidentiality")
                        ? fields.oneOf(
                                "confidentiality",
                                Map.of(
                                        "public", Confidentiality.PUBLIC,
                                        "internal", Confidentiality.INTERNAL,
                                        "secret", Confidentiality.SECRET),
                                Confidentiality.INTERNAL)
                        : Confidentiality.INTERNAL,
                fields.optionalText("source"));
        keep(fields, question);
        return question;
    }

    private @Nullable AnswerType type(YamlFields fields) {
        var name = fields.required("type");
        if (name.equals("ratio")) {
            return ratio(fields);
        }
        if (fields.has("ratio") || fields.has("counts") || fields.has("checks")) {
            fields.problem("\"ratio\", \"counts\", dan \"checks\" hanya untuk \"type: ratio\"");
        }
        var type = types.get(name);
        if (type == null && !name.isEmpty()) {
            fields.problem(
                    fields.line("type"),
                    "tipe " + AnswerType.quote(name) + " tidak ada di \"answerTypes\"; yang ada: ratio, "
                            + String.join(", ", types.keySet().stream().sorted().toList()));
        }
        return type;
    }

    private @Nullable RatioType ratio(YamlFields fields) {
        var counts = new LinkedHashMap<String, Text>();
        fields.named("counts", "nama dan label setiap jumlah").entries().forEach((name, entry) -> {
            if (!NAME.matcher(name).matches()) {
                fields.problem(
                        entry.line(), "nama jumlah " + AnswerType.quote(name) + " tidak boleh; bentuknya " + NAME);
            }
            counts.put(name, fields.text(entry.value()));
        });
        if (counts.isEmpty()) {
            fields.problem(fields.line("counts"), "\"counts\" belum diisi");
        }
        int before = problems.size();
        var formula = formula(fields, counts.keySet());
        List<RatioType.Check> checks = new ArrayList<>();
        for (var item : fields.list("checks")) {
            var check = YamlFields.of(fields.file(), "", item, problems, Set.of("equal", "atMost", "message"));
            boolean equal = check.has("equal");
            if (equal == check.has("atMost")) {
                check.problem("isi salah satu: \"equal\" atau \"atMost\"");
                continue;
            }
            var sides = check.list(equal ? "equal" : "atMost");
            if (sides.size() != 2
                    || !(sides.get(0) instanceof YamlNode.Scalar left)
                    || left.text() == null
                    || !(sides.get(1) instanceof YamlNode.Sequence right)) {
                check.problem("bentuknya [jumlah, [jumlah, jumlah]]");
                continue;
            }
            List<String> names = new ArrayList<>();
            for (var name : right.items()) {
                var text = check.scalar(name);
                if (text != null) {
                    names.add(text);
                }
            }
            known(check, left.text(), counts.keySet());
            names.forEach(it -> known(check, it, counts.keySet()));
            checks.add(new RatioType.Check(left.text(), equal, List.copyOf(names), check.text("message")));
        }
        return formula == null || problems.size() > before
                ? null
                : new RatioType(
                        formula,
                        Collections.unmodifiableMap(counts),
                        checks,
                        fields.fields("ratio", RATIO_KEYS).optionalText("note"));
    }

    private RatioType.@Nullable Formula formula(YamlFields question, Set<String> counts) {
        var fields = question.fields("ratio", RATIO_KEYS);
        switch (fields.required("rule")) {
            case "share" -> {
                var share = new RatioType.Share(
                        known(fields, fields.required("of"), counts),
                        fields.texts("per"),
                        fields.decimal("cap"),
                        fraction(fields, "whenZero"));
                share.per().forEach(it -> known(fields, it, counts));
                if (share.per().isEmpty()) {
                    fields.problem("\"per\" belum diisi");
                }
                if (share.cap().signum() <= 0 || share.cap().compareTo(BigDecimal.ONE) > 0) {
                    fields.problem(fields.line("cap"), "\"cap\" harus lebih dari 0 dan paling tinggi 1");
                }
                unused(fields, "from", "to", "bothZero");
                return share;
            }
            case "reduction" -> {
                unused(fields, "of", "per", "cap");
                return new RatioType.Reduction(
                        known(fields, fields.required("from"), counts),
                        known(fields, fields.required("to"), counts),
                        fraction(fields, "bothZero"),
                        fraction(fields, "whenZero"));
            }
            default -> {
                fields.problem("\"rule\" di \"ratio\" harus share atau reduction");
                return null;
            }
        }
    }

    private static void unused(YamlFields fields, String... keys) {
        for (var key : keys) {
            if (fields.has(key)) {
                fields.problem(fields.line(key), "kunci \"" + key + "\" tidak dipakai oleh rumus ini; hapus");
            }
        }
    }

    private static BigDecimal fraction(YamlFields fields, String key) {
        var number = fields.decimal(key);
        if (number.signum() < 0 || number.compareTo(BigDecimal.ONE) > 0) {
            fields.problem(fields.line(key), "\"" + key + "\" harus 0 sampai 1");
            return BigDecimal.ZERO;
        }
        return number;
    }

    private static String known(YamlFields fields, String name, Set<String> counts) {
        if (!name.isEmpty() && !counts.contains(name)) {
            fields.problem(
                    "jumlah " + AnswerType.quote(name) + " tidak ada di \"counts\"; tambahkan atau perbaiki namanya");
        }
        return name;
    }

    private List<Area> areas(YamlFields main) {
        List<Area> areas = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        Set<String> covered = new HashSet<>();
        for (var item : main.list("areas")) {
            var fields = YamlFields.of(main.file(), "", item, problems, Set.of("code", "label", "nodes"));
            var area = new Area(fields.required("code", ID), fields.text("label"), List.copyOf(fields.texts("nodes")));
            if (!codes.add(area.code())) {
                fields.problem("area " + area.code() + " ditulis dua kali");
            }
            if (area.nodes().isEmpty()) {
                fields.problem("\"nodes\" belum diisi");
            }
            for (var code : area.nodes()) {
                var node = nodes.get(code);
                if (!(node instanceof Group)) {
                    fields.problem(fields.line("nodes"), "kelompok " + AnswerType.quote(code) + " tidak ada di pohon");
                } else if (!cover(node, covered)) {
                    fields.problem(fields.line("nodes"), "pertanyaan di " + code + " sudah ada di area lain");
                }
            }
            areas.add(area);
        }
        nodes.values().forEach(it -> {
            if (it instanceof Question && !covered.contains(it.code())) {
                main.named(it.code())
                        .problem(main.line("areas"), "pertanyaan ini tidak ada di area mana pun; tambahkan");
            }
        });
        return List.copyOf(areas);
    }

    private static boolean cover(Node node, Set<String> covered) {
        if (node instanceof Group group) {
            boolean fresh = true;
            for (var child : group.children()) {
                fresh &= cover(child, covered);
            }
            return fresh;
        }
        return covered.add(node.code());
    }

    private <T> Map<Award, List<T>> byAward(
            YamlFields main, String key, BiFunction<YamlFields, Set<String>, @Nullable T> read) {
        var result = new EnumMap<Award, List<T>>(Award.class);
        var fields = main.fields(key, Set.of("wbk", "wbbm"));
        for (var award : Award.values()) {
            List<T> list = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            for (var item : fields.list(award.key())) {
                var inner = YamlFields.of(
                        main.file(),
                        award.key(),
                        item,
                        problems,
                        key.equals("gates")
                                ? GATE_KEYS
                                : Set.of(
                                        "id",
                                        "label",
                                        "scope",
                                        "kind",
                                        "choices",
                                        "accepted",
                                        "source",
                                        "verified",
                                        "note"));
                var id = inner.optional("id");
                var value = read.apply(id == null ? inner : inner.named(award.key() + "/" + id), ids);
                if (value != null) {
                    list.add(value);
                }
            }
            result.put(award, List.copyOf(list));
        }
        return Collections.unmodifiableMap(result);
    }

    private static String uniqueId(YamlFields fields, Set<String> ids) {
        var id = fields.required("id", ID);
        if (!id.isEmpty() && !ids.add(id)) {
            fields.problem(fields.line("id"), "id " + AnswerType.quote(id) + " ditulis dua kali");
        }
        return id;
    }

    private @Nullable Gate gate(YamlFields fields, Set<String> ids) {
        var id = uniqueId(fields, ids);
        var label = fields.text("label");
        var note = fields.optionalText("note");
        var condition = condition(fields, id, 0);
        return condition == null ? null : new Gate(id, label, condition, note);
    }

    private @Nullable Condition condition(YamlFields fields, String id, int depth) {
        var forms = CONDITION_FORMS.stream().filter(fields::has).toList();
        if (forms.size() != 1) {
            fields.problem("isi tepat satu: \"measure\", \"all\", atau \"any\"");
            return null;
        }
        var form = forms.get(0);
        return form.equals("measure") ? limit(fields, depth) : combined(fields, form, id, depth);
    }

    private @Nullable Condition combined(YamlFields fields, String form, String id, int depth) {
        if (depth == DEEPEST_CONDITIONS) {
            fields.problem(
                    fields.line(form),
                    "\"all\" dan \"any\" paling banyak " + DEEPEST_CONDITIONS
                            + " tingkat; pecah menjadi beberapa syarat");
            return null;
        }
        for (var key : List.of("atLeast", "atMost")) {
            if (fields.has(key)) {
                fields.problem(
                        fields.line(key),
                        "\"" + key + "\" tidak dipakai bersama \"" + form + "\"; taruh di tiap isinya");
            }
        }
        List<Gate> parts = new ArrayList<>();
        var items = fields.list(form);
        if (items.size() < 2 || items.size() > MOST_PARTS) {
            fields.problem(fields.line(form), "\"" + form + "\" berisi 2 sampai " + MOST_PARTS + " syarat");
            return null;
        }
        for (int i = 0; i < items.size(); i++) {
            var part = YamlFields.of(fields.file(), fields.code(), items.get(i), problems, PART_KEYS);
            var partId = id + "-" + (i + 1);
            var label = part.optionalText("label");
            var condition = condition(part, partId, depth + 1);
            if (condition != null) {
                parts.add(new Gate(partId, label == null ? labelOf(condition) : label, condition, null));
            }
        }
        return parts.size() < items.size() ? null : new Condition.Combined(form.equals("all"), List.copyOf(parts));
    }

    /** What a part of a combined condition is called when the instrument gives it no name. */
    private Text labelOf(Condition condition) {
        if (condition instanceof Condition.Combined combined) {
            return combined.all()
                    ? new Text("Semua syarat berikut", "All of the following")
                    : new Text("Salah satu syarat berikut", "One of the following");
        }
        var labels = condition.nodes().stream()
                .map(it -> Optional.ofNullable(nodes.get(it)).map(Node::label).orElse(TOTAL_LABEL))
                .toList();
        return new Text(
                labels.stream().map(Text::id).collect(Collectors.joining(" + ")),
                labels.stream().map(it -> it.in("en")).collect(Collectors.joining(" + ")));
    }

    private @Nullable Condition limit(YamlFields fields, int depth) {
        if (fields.has("atLeast") == fields.has("atMost")) {
            fields.problem("isi salah satu: \"atLeast\" atau \"atMost\" (null bila ambang belum ditetapkan)");
        }
        boolean atLeast = fields.has("atLeast");
        var required = fields.optionalDecimal(atLeast ? "atLeast" : "atMost");
        if (depth > 0 && fields.get(atLeast ? "atLeast" : "atMost") == null) {
            fields.problem(
                    "ambang di dalam \"all\" atau \"any\" harus diisi; yang belum ditetapkan menjadi syarat sendiri");
        }
        var measure = fields.fields("measure", Set.of("points", "percent", "value"));
        if (measure.entries().size() != 1) {
            fields.problem(fields.line("measure"), "\"measure\" berisi tepat satu: points, percent, atau value");
            return null;
        }
        if (measure.has("value")) {
            var code = measure.required("value");
            if (nodes.get(code) instanceof Question question && question.type() instanceof NumberType number) {
                return new Condition.Limit(Condition.Measure.VALUE, number.unit(), List.of(code), atLeast, required);
            }
            fields.problem(measure.line("value"), "pertanyaan angka " + AnswerType.quote(code) + " tidak ada di pohon");
            return null;
        }
        boolean points = measure.has("points");
        var codes = measure.texts(points ? "points" : "percent");
        if (codes.isEmpty() || new HashSet<>(codes).size() != codes.size()) {
            fields.problem(measure.line(), "sebut paling sedikit satu kode, masing-masing sekali");
        }
        for (var code : codes) {
            boolean known = code.equals(Instrument.TOTAL) ? points : nodes.containsKey(code);
            if (!known || !points && !(nodes.get(code) instanceof Group)) {
                fields.problem(measure.line(), "kode " + AnswerType.quote(code) + " tidak ada di pohon");
            }
        }
        return new Condition.Limit(
                points ? Condition.Measure.POINTS : Condition.Measure.PERCENT,
                points ? "points" : "percent",
                List.copyOf(codes),
                atLeast,
                required);
    }

    private Precondition precondition(YamlFields fields, Set<String> ids) {
        var kind = fields.oneOf(
                "kind",
                Map.of(
                        "choice", Precondition.Kind.CHOICE,
                        "text", Precondition.Kind.TEXT,
                        "yes-no", Precondition.Kind.YES_NO),
                Precondition.Kind.TEXT);
        var choices = fields.texts("choices");
        var accepted = fields.texts("accepted");
        if ((kind == Precondition.Kind.CHOICE) == choices.isEmpty()) {
            fields.problem("\"choices\" diisi bila, dan hanya bila, \"kind: choice\"");
        }
        if (new HashSet<>(choices).size() != choices.size()) {
            fields.problem(fields.line("choices"), "\"choices\" berisi pilihan yang sama dua kali; hapus salah satu");
        }
        if (kind == Precondition.Kind.CHOICE && !choices.containsAll(accepted)) {
            fields.problem(fields.line("accepted"), "\"accepted\" hanya boleh berisi pilihan dari \"choices\"");
        }
        if (kind != Precondition.Kind.CHOICE && fields.has("accepted")) {
            fields.problem(fields.line("accepted"), "\"accepted\" hanya untuk \"kind: choice\"; hapus");
        }
        var scope = fields.has("scope")
                ? fields.oneOf(
                        "scope",
                        Map.of("institution", Precondition.Scope.INSTITUTION, "unit", Precondition.Scope.UNIT),
                        Precondition.Scope.INSTITUTION)
                : Precondition.Scope.INSTITUTION;
        return new Precondition(
                uniqueId(fields, ids),
                fields.text("label"),
                scope,
                kind,
                List.copyOf(choices),
                List.copyOf(accepted),
                fields.optionalText("source"),
                fields.bool("verified", true),
                fields.optionalText("note"));
    }

    /** A precondition of both awards is recorded once, so that both must ask for the same fact. */
    private static void sameFacts(YamlFields main, Map<Award, List<Precondition>> preconditions) {
        for (var one : preconditions.getOrDefault(Award.WBK, List.of())) {
            for (var other : preconditions.getOrDefault(Award.WBBM, List.of())) {
                boolean same = one.scope() == other.scope()
                        && one.kind() == other.kind()
                        && one.choices().equals(other.choices());
                if (one.id().equals(other.id()) && !same) {
                    main.problem(
                            main.line("preconditions"),
                            "prasyarat " + AnswerType.quote(one.id())
                                    + " dicatat sekali untuk kedua predikat; samakan \"scope\", \"kind\", dan"
                                    + " \"choices\" di wbk dan wbbm, atau beri id lain");
                }
            }
        }
    }

    private List<Example> examples(YamlFields main, Map<Award, List<Gate>> gates) {
        List<Example> examples = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (var item : main.list("examples")) {
            var raw =
                    YamlFields.of(main.file(), "", item, problems, Set.of("id", "title", "answers", "given", "expect"));
            var id = uniqueId(raw, ids);
            var fields = raw.named(id);
            var answers = new LinkedHashMap<String, String>();
            fields.named("answers", "jawaban menurut kode").entries().forEach((code, entry) -> {
                var answer = fields.scalar(entry.value());
                if (!(nodes.get(code) instanceof Question question)) {
                    fields.problem(entry.line(), "pertanyaan " + AnswerType.quote(code) + " tidak ada");
                } else if (answer != null) {
                    try {
                        question.type().parse(answer);
                        answers.put(code, answer);
                    } catch (InvalidAnswer wrong) {
                        fields.problem(entry.line(), code + ": " + wrong.getMessage());
                    }
                }
            });
            var given = given(fields);
            var expect = fields.fields("expect", Set.of("view", "scores", "gates"));
            var view = expect.has("view") ? expect.required("view") : "official";
            if (!Set.of("official", "strict", "best").contains(view)) {
                expect.problem(expect.line("view"), "\"view\" harus official, strict, atau best");
            }
            var scores = new LinkedHashMap<String, BigDecimal>();
            expect.named("scores", "nilai menurut kode").entries().forEach((code, entry) -> {
                var score = fields.decimal(entry.value());
                if (!nodes.containsKey(code) && !code.equals(Instrument.TOTAL)) {
                    fields.problem(entry.line(), "kode " + AnswerType.quote(code) + " tidak ada di pohon");
                } else if (score != null) {
                    scores.put(code, score);
                }
            });
            examples.add(new Example(
                    id,
                    fields.text("title"),
                    Collections.unmodifiableMap(answers),
                    given,
                    view,
                    Collections.unmodifiableMap(scores),
                    expectedGates(expect, gates),
                    fields.line()));
        }
        return List.copyOf(examples);
    }

    private Map<String, BigDecimal> given(YamlFields fields) {
        var given = new LinkedHashMap<String, BigDecimal>();
        fields.named("given", "nilai menurut kode kelompok").entries().forEach((code, entry) -> {
            var points = fields.decimal(entry.value());
            var weight = nodes.get(code) instanceof Group group ? group.weight() : null;
            if (weight == null) {
                fields.problem(entry.line(), "kelompok berbobot " + AnswerType.quote(code) + " tidak ada di pohon");
            } else if (points != null && (points.signum() < 0 || points.compareTo(weight) > 0)) {
                fields.problem(entry.line(), code + ": nilai harus 0 sampai " + weight.toPlainString());
            } else if (points != null) {
                given.put(code, points);
            }
        });
        return Collections.unmodifiableMap(given);
    }

    private static Map<Award, Map<String, Optional<Boolean>>> expectedGates(
            YamlFields expect, Map<Award, List<Gate>> gates) {
        var result = new EnumMap<Award, Map<String, Optional<Boolean>>>(Award.class);
        var awards = expect.fields("gates", Set.of("wbk", "wbbm"));
        for (var award : Award.values()) {
            var expected = new LinkedHashMap<String, Optional<Boolean>>();
            awards.named(award.key(), "hasil menurut id").entries().forEach((id, entry) -> {
                if (gates.getOrDefault(award, List.of()).stream()
                        .noneMatch(it -> it.id().equals(id))) {
                    expect.problem(entry.line(), "ambang " + AnswerType.quote(id) + " tidak ada untuk " + award.key());
                }
                var text = entry.value() instanceof YamlNode.Scalar scalar ? scalar.text() : "";
                if (text != null && !text.equals("true") && !text.equals("false")) {
                    expect.problem(entry.line(), "isi true, false, atau null");
                }
                expected.put(id, text == null ? Optional.empty() : Optional.of(text.equals("true")));
            });
            result.put(award, Collections.unmodifiableMap(expected));
        }
        return Collections.unmodifiableMap(result);
    }
}
