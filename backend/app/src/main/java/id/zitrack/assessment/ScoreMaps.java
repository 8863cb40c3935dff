package id.zitrack.assessment;

import id.zitrack.scoring.ScoreSheet;
import id.zitrack.scoring.ScoreView;
import java.util.LinkedHashMap;
import java.util.Map;

/** The three scores of every node and of the {@code TOTAL}, as exact decimals in text. */
public record ScoreMaps(Map<String, String> official, Map<String, String> strict, Map<String, String> best) {

    /** Reads the scores of a sheet off. */
    public static ScoreMaps of(ScoreSheet sheet) {
        return new ScoreMaps(map(sheet.official()), map(sheet.strict()), map(sheet.best()));
    }

    private static Map<String, String> map(ScoreView view) {
        var points = new LinkedHashMap<String, String>();
        view.all().forEach((code, score) -> points.put(code, score.toDecimalString()));
        return points;
    }
}
