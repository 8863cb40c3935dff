package id.zitrack.assessment;

import id.zitrack.scoring.ScoreSheet;
import java.util.List;

/** Something about a valid answer that looks inconsistent, in the language of the request. */
record Warning(String code, String message) {

    static List<Warning> of(ScoreSheet sheet) {
        return sheet.warnings().stream()
                .map(it -> new Warning(it.code(), it.message().in(RequestLanguage.get())))
                .toList();
    }
}
