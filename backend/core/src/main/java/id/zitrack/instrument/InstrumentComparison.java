package id.zitrack.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What changed from one instrument to another, by code. */
public final class InstrumentComparison {

    private InstrumentComparison() {}

    /**
     * One change.
     *
     * @param code code of the node, {@code wbk/…} for a gate, empty for the instrument itself
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

    /** All changes: of the instrument, of its nodes in the order of the sheet, of its gates. */
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
            var old = gates(before, award);
            var now = gates(after, award);
            old.forEach((code, gate) -> change(changes, code, "syarat", gate, now.get(code)));
            now.forEach((code, gate) -> {
                if (!old.containsKey(code)) {
                    change(changes, code, "syarat", null, gate);
                }
            });
        }
        return changes;
    }

    private static void compare(List<Change> changes, Node before, Node after) {
        var code = before.code();
        change(changes, code, "nama", before.label().id(), after.label().id());
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
        return number == null ? "–" : number.stripTrailingZeros().toPlainString();
    }

    private static String words(@Nullable Text text) {
        return text == null ? "–" : text.id();
    }

    private static void change(
            List<Change> changes, String code, String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(code, field, before, after));
        }
    }
}
