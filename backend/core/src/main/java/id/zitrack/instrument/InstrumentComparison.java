package id.zitrack.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What changed from one instrument to another, by code. */
public final class InstrumentComparison {

    private static final String NOTHING = "–";

    private InstrumentComparison() {}

    /**
     * One change.
     *
     * @param code code of the node, {@code wbk/…} for a gate or precondition, {@code area/…}, {@code contoh/…}; empty
     *     for the instrument itself
     * @param field what changed; {@code ada} for something that came or went
     * @param before what was there; null where it is new
     * @param after what is there now; null where it went
     */
    public record Change(
            String code,
            String field,
            @Nullable String before,
            @Nullable String after) {

        @Override
        public String toString() {
            if (before == null) {
                return "+ " + code + ": " + after;
            }
            return after == null
                    ? "- " + code + ": " + before
                    : "~ " + (code.isEmpty() ? "" : code + ": ") + field + ": " + before + " → " + after;
        }
    }

    /** All changes: of the instrument, of its nodes in the order of the sheet, of its gates and what else it holds. */
    public static List<Change> compare(Instrument before, Instrument after) {
        List<Change> changes = new ArrayList<>();
        change(changes, "", "instrumen", before.key().toString(), after.key().toString());
        change(changes, "", "judul", before.title().id(), after.title().id());
        change(
                changes,
                "",
                "peraturan",
                before.regulation().name(),
                after.regulation().name());
        var parentsBefore = parents(before);
        var parentsAfter = parents(after);
        for (var node : before.nodes()) {
            var other = after.find(node.code()).orElse(null);
            if (other == null) {
                changes.add(new Change(node.code(), "ada", node.label().id(), null));
            } else {
                change(changes, node.code(), "induk", parentsBefore.get(node.code()), parentsAfter.get(node.code()));
                compare(changes, node, other);
            }
        }
        for (var node : after.nodes()) {
            if (before.find(node.code()).isEmpty()) {
                changes.add(new Change(node.code(), "ada", null, node.label().id()));
            }
        }
        for (var award : Award.values()) {
            changeAll(changes, "syarat", gates(before, award), gates(after, award));
        }
        changeAll(changes, "area", areas(before), areas(after));
        changeAll(changes, "prasyarat", preconditions(before), preconditions(after));
        examples(changes, before, after);
        return changes;
    }

    private static void changeAll(
            List<Change> changes, String field, Map<String, String> before, Map<String, String> after) {
        before.forEach((code, old) -> change(changes, code, field, old, after.get(code)));
        after.forEach((code, now) -> {
            if (!before.containsKey(code)) {
                change(changes, code, field, null, now);
            }
        });
    }

    private static void compare(List<Change> changes, Node before, Node after) {
        var code = before.code();
        change(changes, code, "nama", before.label().id(), after.label().id());
        change(changes, code, "nama (Inggris)", english(before.label()), english(after.label()));
        change(changes, code, "bobot", plain(before.weight()), plain(after.weight()));
        change(changes, code, "isi", content(before), content(after));
        if (before instanceof Question old && after instanceof Question now) {
            change(
                    changes,
                    code,
                    "arti pilihan",
                    old.choiceLabels().toString(),
                    now.choiceLabels().toString());
            change(changes, code, "petunjuk", words(old.guidance()), words(now.guidance()));
            change(
                    changes,
                    code,
                    "bukti",
                    old.evidence().toString(),
                    now.evidence().toString());
            change(
                    changes,
                    code,
                    "kerahasiaan",
                    old.confidentiality().name(),
                    now.confidentiality().name());
        }
    }

    /** What decides about the points of a node, in words. */
    private static String content(Node node) {
        if (node instanceof Group group) {
            return switch (group.rule()) {
                case SUM -> "jumlah";
                case MEAN -> "rata-rata";
                case MINIMUM -> "nilai terendah";
            };
        }
        var type = ((Question) node).type();
        var range = type instanceof NumberType number
                ? " " + number.unit() + " " + plain(number.min()) + "–" + plain(number.max()) + ", " + number.decimals()
                        + " desimal"
                : "";
        return type.kind() + range + " (" + type.rule().id() + ")";
    }

    private static Map<String, String> gates(Instrument instrument, Award award) {
        var gates = new TreeMap<String, String>();
        for (var gate : instrument.gates(award)) {
            gates.put(award.key() + "/" + gate.id(), words(gate.condition()));
        }
        return gates;
    }

    private static Map<String, String> areas(Instrument instrument) {
        var areas = new LinkedHashMap<String, String>();
        instrument
                .areas()
                .forEach(it -> areas.put("area/" + it.code(), it.label().id() + " " + it.nodes()));
        return areas;
    }

    private static Map<String, String> preconditions(Instrument instrument) {
        var preconditions = new LinkedHashMap<String, String>();
        for (var award : Award.values()) {
            instrument
                    .preconditions(award)
                    .forEach(it -> preconditions.put(award.key() + "/prasyarat/" + it.id(), words(it)));
        }
        return preconditions;
    }

    private static String words(Precondition precondition) {
        var answer = switch (precondition.kind()) {
            case CHOICE ->
                "diterima " + String.join(", ", precondition.accepted()) + " dari "
                        + String.join(", ", precondition.choices());
            case TEXT -> "teks";
            case YES_NO -> "ya";
        };
        return precondition.label().id() + " ("
                + (precondition.scope() == Precondition.Scope.UNIT ? "per unit" : "instansi") + ", " + answer + ")";
    }

    private static void examples(List<Change> changes, Instrument before, Instrument after) {
        var old = byId(before);
        var now = byId(after);
        old.forEach((id, example) -> {
            var other = now.get(id);
            if (other == null) {
                changes.add(new Change("contoh/" + id, "ada", example.title().id(), null));
                return;
            }
            var parts = parts(example);
            var others = parts(other);
            Set<String> fields = new LinkedHashSet<>(parts.keySet());
            fields.addAll(others.keySet());
            fields.forEach(it -> change(
                    changes, "contoh/" + id, it, parts.getOrDefault(it, NOTHING), others.getOrDefault(it, NOTHING)));
        });
        now.forEach((id, example) -> {
            if (!old.containsKey(id)) {
                changes.add(
                        new Change("contoh/" + id, "ada", null, example.title().id()));
            }
        });
    }

    private static Map<String, Example> byId(Instrument instrument) {
        var byId = new LinkedHashMap<String, Example>();
        instrument.examples().forEach(it -> byId.put(it.id(), it));
        return byId;
    }

    private static Map<String, String> parts(Example example) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("judul", example.title().id());
        parts.put("pandangan", example.view());
        example.answers().forEach((code, answer) -> parts.put("jawaban " + code, answer));
        example.given().forEach((code, points) -> parts.put("nilai diketahui " + code, plain(points)));
        example.scores().forEach((code, points) -> parts.put("nilai " + code, plain(points)));
        for (var award : Award.values()) {
            example.gates()
                    .getOrDefault(award, Map.of())
                    .forEach((gate, met) -> parts.put(
                            "syarat " + award.key() + "/" + gate,
                            met.map(it -> it ? "terpenuhi" : "belum terpenuhi").orElse("tidak dapat dinilai")));
        }
        return parts;
    }

    private static String words(Condition condition) {
        if (condition instanceof Condition.Combined combined) {
            return combined.parts().stream()
                    .map(it -> words(it.condition()))
                    .collect(Collectors.joining("; ", combined.all() ? "semua (" : "salah satu (", ")"));
        }
        var limit = (Condition.Limit) condition;
        return limit.measure() + " " + limit.nodes() + (limit.atLeast() ? " ≥ " : " ≤ ") + plain(limit.required());
    }

    private static Map<String, String> parents(Instrument instrument) {
        var parents = new HashMap<String, String>();
        instrument.roots().forEach(it -> parents.put(it.code(), "akar"));
        for (var node : instrument.nodes()) {
            if (node instanceof Group group) {
                group.children().forEach(it -> parents.put(it.code(), group.code()));
            }
        }
        return parents;
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? NOTHING : number.stripTrailingZeros().toPlainString();
    }

    private static String words(@Nullable Text text) {
        return text == null ? NOTHING : text.id();
    }

    private static String english(Text text) {
        var english = text.en();
        return english == null ? NOTHING : english;
    }

    private static void change(
            List<Change> changes, String code, String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(code, field, before, after));
        }
    }
}
