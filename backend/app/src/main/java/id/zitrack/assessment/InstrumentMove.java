package id.zitrack.assessment;

import static java.util.stream.Collectors.toMap;

import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the answers when an assessment moves to another instrument: worked out once, shown, and done exactly
 * like that.
 *
 * @param kept answers of the sheet that fit their question there
 * @param restored answers that an earlier move from there had taken off the sheet, where the sheet has none now
 * @param gone answers whose question is not there
 * @param unfit answers that do not fit their question there
 * @param added questions that the sheet did not have
 */
record InstrumentMove(
        Instrument from,
        Instrument to,
        List<Answer> kept,
        List<Answer> restored,
        List<Answer> gone,
        List<Answer> unfit,
        List<Question> added) {

    static InstrumentMove of(Assessment assessment, Instrument from, Instrument to) {
        var kept = new ArrayList<Answer>();
        var gone = new ArrayList<Answer>();
        var unfit = new ArrayList<Answer>();
        for (var answer : assessment.answers()) {
            var question = question(to, answer.code());
            if (question == null) {
                gone.add(answer);
            } else if (fits(question, answer)) {
                kept.add(answer);
            } else {
                unfit.add(answer);
            }
        }
        var taken = kept.stream().filter(it -> it.value() != null).collect(toMap(Answer::code, it -> it));
        var restored = assessment.lostOnLeaving(to).stream()
                .filter(it -> it.value() != null && !taken.containsKey(it.code()))
                .filter(it -> {
                    var question = question(to, it.code());
                    return question != null && fits(question, it);
                })
                .toList();
        var added = to.questions().stream()
                .filter(it -> question(from, it.code()) == null)
                .toList();
        return new InstrumentMove(from, to, List.copyOf(kept), restored, List.copyOf(gone), List.copyOf(unfit), added);
    }

    /** The answers that leave the sheet; blank ones without a note have nothing to lose. */
    List<Answer> lost() {
        var lost = new ArrayList<Answer>();
        gone.stream().filter(it -> it.value() != null || it.note() != null).forEach(lost::add);
        lost.addAll(unfit);
        return lost;
    }

    /** The answers that are not blank after the move, as scoring reads them. */
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        for (var answers : List.of(kept, restored)) {
            for (var answer : answers) {
                var value = answer.value();
                if (value != null) {
                    values.put(answer.code(), value);
                }
            }
        }
        return values;
    }

    private static boolean fits(Question question, Answer answer) {
        var value = answer.value();
        return value == null || question.accepts(value);
    }

    static @Nullable Question question(Instrument instrument, String code) {
        return instrument.find(code).orElse(null) instanceof Question question ? question : null;
    }
}
