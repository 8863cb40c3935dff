package id.zitrack.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The printed sheet as a stream of rows, each of a kind that the report design knows. */
record SheetRows(String title, String author, Map<String, String> parameters, List<Map<String, ?>> rows) {

    SheetRows(String title, String author) {
        this(title, author, new HashMap<>(), new ArrayList<>());
    }

    void parameter(String name, String value) {
        parameters.put(name, value);
    }

    /** Adds one row; the cells are named a, b, c … in the design. */
    Map<String, Object> add(String kind, String section, @Nullable String... cells) {
        var row = new HashMap<String, Object>();
        row.put("kind", kind);
        row.put("section", section);
        row.put(
                "heading",
                kind.startsWith("h")
                        ? kind + " " + rows.size()
                        : rows.isEmpty() ? null : rows.get(rows.size() - 1).get("heading"));
        for (int i = 0; i < cells.length; i++) {
            var cell = cells[i];
            if (cell != null) {
                row.put(String.valueOf((char) ('a' + i)), cell);
            }
        }
        rows.add(row);
        return row;
    }
}
