package id.zitrack.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes up answers to an instrument as the API describes it, better or worse by level. */
final class AnswerSheet {
    private final Entry regency;
    private final List<JsonNode> questions = new ArrayList<>();

    AnswerSheet(Entry regency, JsonNode instrument) {
        this.regency = regency;
        instrument.path("tree").forEach(this::collect);
    }

    private void collect(JsonNode node) {
        if (node.has("type") && !node.path("type").isNull()) {
            questions.add(node);
        }
        node.path("children").forEach(this::collect);
    }

    /** Answers with a note here and there, for about the given part of the questions. */
    List<Map<String, @Nullable String>> filled(String level, double part, Random random) {
        var how = regency.entry("levels").entry(level);
        var notes = regency.texts("notes");
        var answers = new ArrayList<Map<String, @Nullable String>>();
        int index = 0;
        for (var question : questions) {
            var value = value(question, level, how, index, random);
            if (question.path("type").path("kind").asString("").equals("number")) {
                index++;
            }
            boolean left = random.nextDouble() >= part;
            boolean noted = random.nextInt(3) == 0;
            int note = random.nextInt(notes.size());
            if (!left) {
                var answer = new LinkedHashMap<String, @Nullable String>();
                answer.put("code", question.path("code").asString());
                answer.put("value", value);
                answer.put("note", noted ? notes.get(note) : null);
                answers.add(answer);
            }
        }
        return answers;
    }

    private String value(JsonNode question, String level, Entry how, int index, Random random) {
        var type = question.path("type");
        var code = question.path("code").asString();
        double lot = random.nextDouble();
        return switch (type.path("kind").asString("")) {
            case "choice" -> choice(type.path("choices"), how.texts("choices"), lot);
            case "ratio" -> {
                var known = regency.entry("ratios").entry(code);
                yield known.text(level, known.text("other"));
            }
            case "number" -> number(type, how, index);
            default -> throw new IllegalStateException("No answer for " + code);
        };
    }

    private static String choice(JsonNode choices, List<String> likely, double lot) {
        double sum = 0;
        for (int i = 0; i < likely.size() && i < choices.size(); i++) {
            sum += Double.parseDouble(likely.get(i));
            if (lot < sum) {
                return choices.get(i).path("value").asString();
            }
        }
        return choices.get(Math.min(likely.size(), choices.size()) - 1)
                .path("value")
                .asString();
    }

    /** Surveys get the level's index; other measures get a plausible figure of their unit. */
    private static String number(JsonNode type, Entry how, int index) {
        double most = Double.parseDouble(type.path("max").asString("0"));
        if (type.path("unit").asString("").equals("%")) {
            return "0";
        }
        if (most > 50) {
            return "88.6";
        }
        return most > 4 ? "8.4" : how.texts("index").get(index % 2);
    }

    /** The next lower choice of a question; null if it has none. */
    @Nullable
    String lower(String code, String value) {
        for (var question : questions) {
            if (question.path("code").asString().equals(code)) {
                var choices = question.path("type").path("choices");
                for (int i = 0; i + 1 < choices.size(); i++) {
                    if (choices.get(i).path("value").asString().equals(value)) {
                        return choices.get(i + 1).path("value").asString();
                    }
                }
            }
        }
        return null;
    }
}
