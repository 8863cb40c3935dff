package id.zitrack.instrument;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Several items to tick, answered as {@code a;c}; worth ticked ÷ all. {@code -} means looked at and none ticked. */
public final class ChecklistType implements AnswerType {

    private static final String NONE = "-";

    private final Map<String, Text> items;

    ChecklistType(Map<String, Text> items) {
        this.items = items;
    }

    /** Labels of the items by value, in the order of the screen. */
    public Map<String, Text> items() {
        return items;
    }

    @Override
    public String kind() {
        return "checklist";
    }

    @Override
    public boolean scored() {
        return true;
    }

    @Override
    public AnswerValue parse(String answer) {
        Set<String> ticked = new HashSet<>();
        for (var part : answer.equals(NONE) ? new String[0] : answer.split(";", -1)) {
            var item = part.strip();
            if (!items.containsKey(item)) {
                throw new InvalidAnswer("butir " + AnswerType.quote(part) + " tidak dikenal; pilih dari: "
                        + String.join(", ", items.keySet()));
            }
            if (!ticked.add(item)) {
                throw new InvalidAnswer("butir " + item + " ditulis dua kali");
            }
        }
        var text = ticked.isEmpty()
                ? NONE
                : items.keySet().stream().filter(ticked::contains).collect(Collectors.joining(";"));
        return new AnswerValue(text, ticked.size(), items.size(), null, Collections.emptyMap());
    }

    @Override
    public Text rule() {
        return new Text("butir terpenuhi ÷ " + items.size(), "items met ÷ " + items.size());
    }

    @Override
    public String formula(SheetCells cells) {
        var answer = cells.answer();
        return "IF(" + answer + "=\"\"," + cells.blank() + ",IF(" + answer + "=\"" + NONE + "\",0,(LEN(" + answer
                + ")-LEN(SUBSTITUTE(" + answer + ",\";\",\"\"))+1)/" + items.size() + "))";
    }
}
