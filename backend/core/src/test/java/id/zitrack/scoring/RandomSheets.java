package id.zitrack.scoring;

import id.zitrack.instrument.ChecklistType;
import id.zitrack.instrument.ChoiceType;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.NumberType;
import id.zitrack.instrument.Question;
import id.zitrack.instrument.RatioType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Sheets with random answers; the same seed gives the same sheets. */
final class RandomSheets {

    private final Random random;

    RandomSheets(long seed) {
        this.random = new Random(seed);
    }

    Random random() {
        return random;
    }

    Map<String, String> sheet(Instrument instrument) {
        double blank = random.nextInt(4) / 4.0;
        int most = random.nextInt(4) == 0 ? 999_999_999 : 30;
        var answers = new LinkedHashMap<String, String>();
        for (var question : instrument.questions()) {
            if (random.nextDouble() >= blank) {
                answers.put(question.code(), answer(question, most));
            }
        }
        return answers;
    }

    String answer(Question question, int most) {
        if (question.type() instanceof ChoiceType choice) {
            return choice.choices().get(random.nextInt(choice.choices().size())).value();
        }
        if (question.type() instanceof NumberType number) {
            return BigDecimal.valueOf(random.nextDouble())
                    .multiply(number.max().subtract(number.min()))
                    .add(number.min())
                    .setScale(number.decimals(), RoundingMode.HALF_UP)
                    .toPlainString();
        }
        if (question.type() instanceof RatioType ratio) {
            return ratio.counts().keySet().stream()
                    .map(it -> it + "=" + (random.nextInt(5) == 0 ? 0 : random.nextInt(most)))
                    .collect(Collectors.joining(";"));
        }
        if (question.type() instanceof ChecklistType checklist) {
            var ticked = checklist.items().keySet().stream()
                    .filter(it -> random.nextBoolean())
                    .collect(Collectors.joining(";"));
            return ticked.isEmpty() ? "-" : ticked;
        }
        return "2026-05-31";
    }
}
