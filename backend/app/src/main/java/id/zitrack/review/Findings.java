package id.zitrack.review;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import id.zitrack.assessment.AssessmentView;
import id.zitrack.assessment.Standing;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Question;
import id.zitrack.scoring.ParsedAnswers;
import id.zitrack.scoring.Score;
import id.zitrack.scoring.ScoreSheet;
import id.zitrack.scoring.Scoring;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What follows from all voices on one assessment: the effective verdicts, what they are worth, where they differ from
 * the unit, and what nobody has judged.
 *
 * <p>Effective is the controller's verdict, else the lead's, else the latest member's; a verdict on an answer that the
 * unit has changed since does not count.
 */
final class Findings {
    private final AssessmentView assessment;
    private final Instrument instrument;
    private final List<VoiceSheet> sheets;
    private final Map<String, Effective> effective;
    private final ScoreSheet sheet;

    Findings(AssessmentView assessment, Instrument instrument, Collection<VoiceSheet> sheets) {
        this.assessment = assessment;
        this.instrument = instrument;
        this.sheets = sheets.stream().sorted(comparing(VoiceSheet::id)).toList();
        this.effective = instrument.questions().stream()
                .flatMap(it -> effective(it).stream())
                .collect(toMap(Effective::code, it -> it, (one, other) -> one, LinkedHashMap::new));
        this.sheet = Scoring.score(ParsedAnswers.parse(instrument, values(), zeroWorths()));
    }

    AssessmentView assessment() {
        return assessment;
    }

    Instrument instrument() {
        return instrument;
    }

    List<VoiceSheet> sheets() {
        return sheets;
    }

    Map<String, Effective> effective() {
        return effective;
    }

    /** What the effective verdicts are worth. */
    ScoreSheet sheet() {
        return sheet;
    }

    /** Answered questions without an effective verdict, in sheet order. */
    List<String> notJudged() {
        return answered().filter(it -> !effective.containsKey(it)).toList();
    }

    int judged() {
        return (int) answered().filter(effective::containsKey).count();
    }

    int toJudge() {
        return (int) answered().count();
    }

    boolean isComplete() {
        return toJudge() > 0 && notJudged().isEmpty();
    }

    /** Where the effective verdict differs from the unit's answer, the costliest first. */
    List<Disagreement> disagreements() {
        var unit = assessment.values();
        var total = Scoring.score(instrument, unit).strict().total();
        return effective.values().stream()
                .filter(it -> !it.value().equals(unit.get(it.code())) || it.zeroWorth() != null)
                .map(it ->
                        new Disagreement(it.code(), unit.get(it.code()), it.value(), total.minus(totalWith(unit, it))))
                .sorted(comparing(Disagreement::cost).reversed())
                .toList();
    }

    Summary summary() {
        return new Summary(
                basis(assessment.answersRevision(), sheets), judged(), toJudge(), Standing.of(instrument, sheet));
    }

    static List<String> basis(long answersRevision, Collection<VoiceSheet> sheets) {
        return Stream.concat(
                        Stream.of("answers@" + answersRevision),
                        sheets.stream().map(VoiceSheet::stamp).sorted())
                .toList();
    }

    private Map<String, String> values() {
        return effective.values().stream()
                .collect(toMap(Effective::code, Effective::value, (one, other) -> one, LinkedHashMap::new));
    }

    private Map<String, BigDecimal> zeroWorths() {
        var worths = new LinkedHashMap<String, BigDecimal>();
        effective.values().forEach(it -> worth(it, worths));
        return worths;
    }

    private static void worth(Effective verdict, Map<String, BigDecimal> worths) {
        if (verdict.zeroWorth() != null) {
            worths.put(verdict.code(), new BigDecimal(verdict.zeroWorth()));
        }
    }

    private Score totalWith(Map<String, String> unit, Effective verdict) {
        var changed = new LinkedHashMap<>(unit);
        changed.put(verdict.code(), verdict.value());
        var worths = new LinkedHashMap<String, BigDecimal>();
        worth(verdict, worths);
        return Scoring.score(ParsedAnswers.parse(instrument, changed, worths))
                .strict()
                .total();
    }

    private Stream<String> answered() {
        return instrument.questions().stream().map(Question::code).filter(it -> assessment.value(it) != null);
    }

    /** A verdict that does not fit any more, because the assessment moved to another instrument, does not count. */
    private Optional<Effective> effective(Question question) {
        var code = question.code();
        var answer = assessment.value(code);
        return sheets.stream()
                .flatMap(sheet -> sheet.on(code).filter(it -> it.judges(answer) && it.fits(question)).stream()
                        .map(verdict -> new Spoken(sheet, verdict)))
                .max(comparing((Spoken it) -> it.sheet().voice())
                        .thenComparing(it -> it.verdict().at())
                        .thenComparing(it -> it.sheet().id()))
                .map(it -> new Effective(
                        code,
                        Objects.requireNonNull(it.verdict().value()),
                        it.verdict().zeroWorth(),
                        it.sheet().voice(),
                        it.sheet().personId()));
    }

    private record Spoken(VoiceSheet sheet, Verdict verdict) {}

    /** The verdict that counts on one question. */
    record Effective(String code, String value, @Nullable String zeroWorth, Voice voice, UUID personId) {}

    /**
     * A question on which the assessors see it differently.
     *
     * @param unit null if the unit left it blank
     * @param cost points of the total that the unit loses by it; below zero if it gains
     */
    record Disagreement(String code, @Nullable String unit, String tpi, Score cost) {}
}
