package id.zitrack.dossier;

import id.zitrack.instrument.Group;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Node;
import id.zitrack.instrument.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * In which row of the worksheet each node stands, counted from 1.
 *
 * <p>An instrument whose official sheet has fixed rows says so in {@code indicators/sheets}; headings then take the
 * rows above their first question and counts the rows below their ratio. Other instruments follow their tree.
 */
final class SheetPlan {
    private final Map<String, Integer> rows = new LinkedHashMap<>();
    private int last = 1;

    private SheetPlan() {}

    static SheetPlan of(Instrument instrument) {
        var official = officialRows(instrument.key().id());
        if (official != null
                && official.keySet()
                        .containsAll(instrument.questions().stream()
                                .map(Question::code)
                                .toList())) {
            var plan = new SheetPlan();
            if (plan.layOut(instrument, official)) {
                return plan;
            }
        }
        var plan = new SheetPlan();
        for (var node : instrument.nodes()) {
            plan.put(node, plan.last + 1);
        }
        return plan;
    }

    /** The row of a node. */
    int row(String code) {
        var row = rows.get(code);
        if (row == null) {
            throw new IllegalArgumentException("No row for " + code);
        }
        return row;
    }

    /** The last row that is used. */
    int last() {
        return last;
    }

    private void put(Node node, int row) {
        rows.put(node.code(), row);
        last = Math.max(last, row + countsOf(node));
    }

    private static int countsOf(Node node) {
        return node instanceof Question question ? question.type().counts().size() : 0;
    }

    private boolean layOut(Instrument instrument, Map<String, Integer> official) {
        for (var root : instrument.roots()) {
            layOut(root, official);
        }
        Set<Integer> taken = new HashSet<>();
        for (var node : instrument.nodes()) {
            for (int row = row(node.code()); row <= row(node.code()) + countsOf(node); row++) {
                if (row < 2 || !taken.add(row)) {
                    return false;
                }
            }
        }
        return true;
    }

    private int layOut(Node node, Map<String, Integer> official) {
        int row;
        if (node instanceof Group group) {
            int first = Integer.MAX_VALUE;
            for (var child : group.children()) {
                first = Math.min(first, layOut(child, official));
            }
            row = first - 1;
        } else {
            row = official.getOrDefault(node.code(), 0);
        }
        put(node, row);
        return row;
    }

    private static @Nullable Map<String, Integer> officialRows(String instrumentId) {
        var settings = LoadSettings.builder()
                .setLabel("sheets/" + instrumentId + ".yaml")
                .build();
        try (var file = SheetPlan.class.getResourceAsStream("/indicators/sheets/" + instrumentId + ".yaml")) {
            if (file == null) {
                return null;
            }
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            var rows = new HashMap<String, Integer>();
            if (new Load(settings).loadFromString(text) instanceof Map<?, ?> sheet
                    && sheet.get("rows") instanceof Map<?, ?> given) {
                given.forEach((code, row) -> {
                    if (row instanceof Integer number) {
                        rows.put(String.valueOf(code), number);
                    }
                });
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
