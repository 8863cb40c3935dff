package id.zitrack.evidence;

import id.zitrack.assessment.AssessmentView;
import id.zitrack.evidence.Sheets.Sheet;
import id.zitrack.evidence.Sheets.SheetName;
import id.zitrack.instrument.Question;
import id.zitrack.platform.DomainProblem;
import id.zitrack.platform.NotThere;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Offering what proved the same question in an earlier year. Nothing is linked by itself: people confirm each piece
 * again, because last year's document under this year's question is what assessors reject most.
 */
@Component
class CarryingOver {
    private final EvidenceRecords records;
    private final LinkingEvidence linking;
    private final Sheets sheets;
    private final Readers readers;

    CarryingOver(EvidenceRecords records, LinkingEvidence linking, Sheets sheets, Readers readers) {
        this.records = records;
        this.linking = linking;
        this.sheets = sheets;
        this.readers = readers;
    }

    /**
     * A piece of evidence that could prove a question again.
     *
     * @param from the latest earlier sheet in which it did
     * @param stale whether its validity ends before the year of this sheet begins
     * @param isOpen whether the caller may confirm it now
     */
    record Offer(String code, String label, Evidence evidence, SheetName from, boolean stale, boolean isOpen) {}

    /** One confirmation of an offer. */
    record Choice(UUID evidenceId, String code) {}

    /**
     * What became of a confirmation.
     *
     * @param problem the slug of why it was not linked; null if it was
     */
    record Outcome(UUID evidenceId, String code, @Nullable String problem) {}

    /** What is offered for a sheet, in its order; what is linked to the question already is left out. */
    List<Offer> offers(UUID assessmentId) {
        var sheet = sheets.find(assessmentId).orElseThrow(() -> new NotThere("assessment", assessmentId));
        var assessment = sheet.assessment();
        var known = new HashMap<UUID, Optional<Sheet>>();
        var offers = new ArrayList<Offer>();
        for (var evidence : records.ofUnit(assessment.unitId())) {
            if (!readers.include(evidence)) {
                continue;
            }
            var latest = new HashMap<String, Sheet>();
            for (var link : evidence.links()) {
                known.computeIfAbsent(link.assessmentId(), sheets::find)
                        .filter(it -> isEarlier(it, sheet))
                        .ifPresent(it -> latest.merge(
                                link.code(), it, (one, other) -> one.year() >= other.year() ? one : other));
            }
            latest.forEach((code, from) -> {
                if (sheet.question(code).isPresent() && !evidence.isLinkedTo(assessmentId, code)) {
                    offers.add(new Offer(
                            code,
                            sheet.label(code),
                            evidence,
                            from.name(),
                            isStale(evidence.details().validUntil(), sheet),
                            linking.isUnlocked(sheet, code)));
                }
            });
        }
        var order = sheet.instrument().questions().stream().map(Question::code).toList();
        offers.sort(Comparator.comparing((Offer it) -> order.indexOf(it.code()))
                .thenComparing(it -> it.evidence().details().title()));
        return offers;
    }

    /** Links what somebody confirmed; one that is refused does not stop the others. */
    List<Outcome> confirm(UUID assessmentId, List<Choice> choices) {
        var offers = offers(assessmentId);
        return choices.stream().map(it -> confirm(assessmentId, it, offers)).toList();
    }

    private Outcome confirm(UUID assessmentId, Choice choice, List<Offer> offers) {
        var offer = offers.stream()
                .filter(it ->
                        it.code().equals(choice.code()) && it.evidence().id().equals(choice.evidenceId()))
                .findFirst();
        if (offer.isEmpty()) {
            return new Outcome(choice.evidenceId(), choice.code(), "not-found");
        }
        try {
            linking.carryOver(choice.evidenceId(), offer.get().from().assessmentId(), assessmentId, choice.code());
            return new Outcome(choice.evidenceId(), choice.code(), null);
        } catch (DomainProblem refused) {
            return new Outcome(choice.evidenceId(), choice.code(), refused.slug());
        }
    }

    private static boolean isEarlier(Sheet other, Sheet sheet) {
        AssessmentView assessment = other.assessment();
        return assessment.unitId().equals(sheet.assessment().unitId())
                && assessment
                        .instrument()
                        .id()
                        .equals(sheet.assessment().instrument().id())
                && other.period() != null
                && other.year() < sheet.year();
    }

    private static boolean isStale(@Nullable LocalDate validUntil, Sheet sheet) {
        return validUntil != null && validUntil.getYear() < sheet.year();
    }
}
