package id.zitrack.review;

import static java.util.stream.Collectors.toMap;

import id.zitrack.assessment.AssessmentLine;
import id.zitrack.assessment.AssessmentLookup;
import id.zitrack.assessment.AssessmentView;
import id.zitrack.catalog.InstrumentCatalog;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.platform.NotThere;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads reviews: one whole and always computed, or many from their stored summaries where those are up to date. */
@Component
class FindingReviews implements ReviewLookup {
    private final Reviews reviews;
    private final VoiceSheets sheets;
    private final AssessmentLookup assessments;
    private final InstrumentCatalog instruments;

    FindingReviews(Reviews reviews, VoiceSheets sheets, AssessmentLookup assessments, InstrumentCatalog instruments) {
        this.reviews = reviews;
        this.sheets = sheets;
        this.assessments = assessments;
        this.instruments = instruments;
    }

    @Override
    public Optional<ReviewView> find(UUID assessmentId) {
        return assessments.find(assessmentId).map(assessment -> {
            var review = review(assessmentId);
            return view(findings(assessment, review), review);
        });
    }

    @Override
    public Map<UUID, ReviewLine> lines(Collection<AssessmentLine> wanted) {
        var lines = wanted.stream().collect(toMap(AssessmentLine::id, it -> it));
        var found = reviews.findAllById(lines.keySet());
        var current = sheets
                .findAllById(
                        found.stream().flatMap(it -> it.sheetIds().stream()).toList())
                .stream()
                .collect(toMap(VoiceSheet::id, it -> it));
        var result = new HashMap<UUID, ReviewLine>();
        for (var review : found) {
            var assessment = lines.get(review.assessmentId());
            var spoken = review.sheetIds().stream()
                    .flatMap(it -> Optional.ofNullable(current.get(it)).stream())
                    .toList();
            if (assessment != null && !spoken.isEmpty()) {
                var summary = summary(review, assessment, spoken);
                result.put(
                        assessment.id(),
                        new ReviewLine(assessment.id(), summary.judged(), summary.toJudge(), summary.standing()));
            }
        }
        return result;
    }

    /** All that follows from the voices on an assessment now. */
    Findings findings(UUID assessmentId) {
        var assessment = assessments.find(assessmentId).orElseThrow(() -> new NotThere("assessment", assessmentId));
        return findings(assessment, review(assessmentId));
    }

    Findings findings(AssessmentView assessment, Review review) {
        return new Findings(
                assessment,
                instrument(assessment.instrument(), assessment.institutionId()),
                sheets.findAllById(review.sheetIds()));
    }

    /** The review of an assessment, a new one if nobody has begun. */
    Review review(UUID assessmentId) {
        return reviews.findById(assessmentId).orElseGet(() -> new Review(assessmentId));
    }

    Instrument instrument(InstrumentKey key, UUID institutionId) {
        return instruments
                .find(key, institutionId)
                .orElseThrow(() -> new IllegalStateException("Instrument " + key + " is no longer in the catalog"));
    }

    private Summary summary(Review review, AssessmentLine assessment, List<VoiceSheet> spoken) {
        var instrument = instrument(assessment.instrument(), assessment.institutionId());
        var basis = Findings.basis(assessment.answersRevision(), spoken);
        return review.summary()
                .filter(it -> it.basis().equals(basis) && it.standing().isCurrentFor(instrument))
                .orElseGet(() -> assessments
                        .find(assessment.id())
                        .map(it -> new Findings(it, instrument, spoken).summary())
                        .orElseThrow(() -> new NotThere("assessment", assessment.id())));
    }

    private static ReviewView view(Findings findings, Review review) {
        var effective = new LinkedHashMap<String, ReviewView.EffectiveVerdict>();
        findings.effective()
                .forEach((code, it) -> effective.put(
                        code, new ReviewView.EffectiveVerdict(code, it.value(), it.voice(), it.personId())));
        return new ReviewView(
                findings.assessment().id(),
                findings.sheets().stream()
                        .map(it -> new ReviewView.VoiceView(it.voice(), it.personId(), byCode(it.verdicts())))
                        .toList(),
                effective,
                findings.sheet(),
                findings.disagreements().stream()
                        .map(it -> new ReviewView.DisagreementView(
                                it.code(), it.unit(), it.tpi(), it.cost().toDecimalString()))
                        .toList(),
                review.marks(),
                findings.judged(),
                findings.toJudge());
    }

    private static Map<String, Verdict> byCode(List<Verdict> verdicts) {
        return verdicts.stream().collect(toMap(Verdict::code, it -> it, (one, other) -> other, LinkedHashMap::new));
    }
}
