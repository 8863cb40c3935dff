package id.zitrack.assessment;

import static java.util.stream.Collectors.groupingBy;

import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentComparison;
import id.zitrack.instrument.InstrumentComparison.Change;
import id.zitrack.scoring.Scoring;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What moving an assessment to another instrument would do, as clients read it.
 *
 * @param revision of the assessment that was looked at
 * @param kept answers that stay; blank ones are not counted
 * @param restored answers that come back from an earlier move
 * @param lost answers that leave the sheet; they are kept in its history
 * @param added questions that come new
 * @param evidence what is linked to questions that are not there
 * @param verdicts what assessors said that no longer counts
 */
record MovePreview(
        long revision,
        Headings.InstrumentTitle from,
        Headings.InstrumentTitle to,
        List<KeptAnswer> kept,
        List<MovedAnswer> restored,
        List<LostAnswer> lost,
        List<Gap> added,
        List<TiedThings> evidence,
        List<TiedThings> verdicts,
        MoveState before,
        MoveState after) {

    /** An answer that stays, and what is different about its question. */
    record KeptAnswer(String code, String label, String value, List<QuestionChange> changes) {}

    /** An answer that comes back. */
    record MovedAnswer(String code, String label, String value) {}

    /**
     * An answer that leaves the sheet.
     *
     * @param value null where only a note was left
     */
    record LostAnswer(
            String code,
            String label,
            @Nullable String value,
            @Nullable String note,
            LossReason reason) {}

    /** Why an answer leaves the sheet. */
    enum LossReason {
        /** Its question is not there. */
        QUESTION_GONE,
        /** Its question takes other answers there. */
        DOES_NOT_FIT
    }

    /**
     * What is different about a question.
     *
     * @param before null where there was nothing
     * @param after null where there is nothing any more
     */
    record QuestionChange(
            String field, @Nullable String before, @Nullable String after) {}

    /** How many things are tied to one question. */
    record TiedThings(String code, String label, int count) {}

    /** What the sheet is worth under one of the two instruments. */
    record MoveState(Standing.Totals scores, GateView.Both gates, int answered, int total) {}

    static MovePreview of(
            Assessment assessment, InstrumentMove move, Map<LeftBehind.Kind, Map<String, Integer>> leftBehind) {
        var from = move.from();
        var to = move.to();
        var changes = InstrumentComparison.compare(from, to).stream().collect(groupingBy(Change::code));
        return new MovePreview(
                assessment.revision(),
                Headings.title(from),
                Headings.title(to),
                move.kept().stream()
                        .filter(it -> it.value() != null)
                        .map(it -> new KeptAnswer(
                                it.code(),
                                label(to, it.code()),
                                String.valueOf(it.value()),
                                changes.getOrDefault(it.code(), List.of()).stream()
                                        .map(change ->
                                                new QuestionChange(change.field(), change.before(), change.after()))
                                        .toList()))
                        .toList(),
                move.restored().stream()
                        .map(it -> new MovedAnswer(it.code(), label(to, it.code()), String.valueOf(it.value())))
                        .toList(),
                move.lost().stream()
                        .map(it -> new LostAnswer(
                                it.code(),
                                label(from, it.code()),
                                it.value(),
                                it.note(),
                                InstrumentMove.question(to, it.code()) == null
                                        ? LossReason.QUESTION_GONE
                                        : LossReason.DOES_NOT_FIT))
                        .toList(),
                move.added().stream()
                        .map(it -> new Gap(it.code(), it.label().in(RequestLanguage.get())))
                        .toList(),
                tied(from, leftBehind.getOrDefault(LeftBehind.Kind.EVIDENCE, Map.of())),
                tied(from, leftBehind.getOrDefault(LeftBehind.Kind.VERDICT, Map.of())),
                state(from, assessment.values()),
                state(to, move.values()));
    }

    private static List<TiedThings> tied(Instrument from, Map<String, Integer> counts) {
        return Stream.concat(
                        from.questions().stream().map(it -> it.code()).filter(counts::containsKey),
                        counts.keySet().stream()
                                .filter(it -> InstrumentMove.question(from, it) == null)
                                .sorted())
                .map(it -> new TiedThings(it, label(from, it), counts.getOrDefault(it, 0)))
                .toList();
    }

    private static MoveState state(Instrument instrument, Map<String, String> values) {
        var sheet = Scoring.score(instrument, values);
        return new MoveState(
                Standing.of(instrument, sheet).totals(), GateView.of(sheet), sheet.answered(), sheet.total());
    }

    private static String label(Instrument instrument, String code) {
        return instrument
                .find(code)
                .map(it -> it.label().in(RequestLanguage.get()))
                .orElse(code);
    }
}
