package id.zitrack.dossier;

import static java.util.Comparator.comparing;

import id.zitrack.assessment.AssessmentLookup;
import id.zitrack.assessment.AssessmentView;
import id.zitrack.catalog.InstrumentCatalog;
import id.zitrack.dossier.DossierContent.Layer;
import id.zitrack.dossier.DossierContent.Opinion;
import id.zitrack.dossier.DossierContent.Proof;
import id.zitrack.dossier.DossierContent.ProofFile;
import id.zitrack.dossier.DossierContent.Reply;
import id.zitrack.dossier.DossierContent.Step;
import id.zitrack.evidence.EvidenceLookup;
import id.zitrack.evidence.EvidenceView;
import id.zitrack.identity.Access;
import id.zitrack.identity.NotInThisStage;
import id.zitrack.identity.PersonLookup;
import id.zitrack.identity.PersonView;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Question;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.platform.NotThere;
import id.zitrack.precondition.PreconditionLookup;
import id.zitrack.review.ReviewLookup;
import id.zitrack.review.ReviewView;
import id.zitrack.review.Voice;
import id.zitrack.scoring.Scoring;
import id.zitrack.trail.TrailLookup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a dossier says, as far as the caller may see it. */
@Component
class GatheringDossier {
    private final AssessmentLookup assessments;
    private final InstrumentCatalog catalog;
    private final OrganizationLookup organization;
    private final ReviewLookup reviews;
    private final EvidenceLookup evidence;
    private final PreconditionLookup preconditions;
    private final TrailLookup trail;
    private final PersonLookup people;
    private final Access access;

    GatheringDossier(
            AssessmentLookup assessments,
            InstrumentCatalog catalog,
            OrganizationLookup organization,
            ReviewLookup reviews,
            EvidenceLookup evidence,
            PreconditionLookup preconditions,
            TrailLookup trail,
            PersonLookup people,
            Access access) {
        this.assessments = assessments;
        this.catalog = catalog;
        this.organization = organization;
        this.reviews = reviews;
        this.evidence = evidence;
        this.preconditions = preconditions;
        this.trail = trail;
        this.people = people;
        this.access = access;
    }

    /** One dossier with the stored file behind each of its proofs. */
    record Gathered(DossierContent content, Map<ProofFile, EvidenceView.FileView> files) {}

    Gathered of(UUID assessmentId) {
        var assessment = assessments.find(assessmentId).orElseThrow(() -> new NotThere("assessment", assessmentId));
        var instrument = catalog.find(assessment.instrument(), assessment.institutionId())
                .orElseThrow(() -> new NotThere("instrument", assessment.instrument()));
        var unit = organization.unit(assessment.unitId()).orElseThrow(() -> new NotThere("unit", assessment.unitId()));
        var period = organization
                .period(assessment.periodId())
                .orElseThrow(() -> new NotThere("period", assessment.periodId()));
        var review = maySeeReview(assessmentId) ? reviews.find(assessmentId).orElse(null) : null;
        var linked = evidence.linkedTo(assessmentId).stream()
                // What is damaged is still proof; only the archive with its bytes cannot be given out.
                .filter(it -> it.current().isAvailable() || it.current().isDamaged())
                .toList();
        var names = new Names(people.byIds(everybody(assessment, review, linked)));

        var asOf = new Latest(assessment.updatedAt());
        Map<String, Reply> replies = new HashMap<>();
        assessment.answers().forEach((code, answer) -> {
            asOf.see(answer.at());
            replies.put(code, new Reply(answer.value(), answer.note(), names.of(answer.by()), answer.at()));
        });
        var steps = assessment.history().stream()
                .map(it -> new Step(it.at(), names.of(it.by()), it.from(), it.to(), it.reason()))
                .toList();
        steps.forEach(it -> asOf.see(it.at()));
        var recorded = preconditions.of(period, unit.id(), "id");
        Stream.of(Award.values())
                .flatMap(it -> recorded.of(it).stream())
                .flatMap(it -> Stream.ofNullable(it.at()))
                .forEach(asOf::see);
        var opinions = opinions(review, names, asOf);
        Map<ProofFile, EvidenceView.FileView> files = new HashMap<>();
        var proofs = proofs(assessmentId, instrument, linked, names, asOf, files);
        Map<String, String> effective = new LinkedHashMap<>();
        if (review != null) {
            review.effective().forEach((code, verdict) -> effective.put(code, verdict.value()));
        }
        var content = new DossierContent(
                assessmentId,
                organization.institutionName(assessment.institutionId()).orElse(""),
                unit.name(),
                unit.shortName(),
                period.name(),
                period.year(),
                instrument,
                assessment.stage(),
                asOf.at(),
                replies,
                Scoring.score(instrument, assessment.values()),
                review == null || effective.isEmpty() ? null : review.sheet(),
                opinions,
                effective,
                proofs,
                evidence.withheld(assessmentId),
                steps,
                recorded,
                trail.head(assessment.institutionId()).orElse(null));
        return new Gathered(content, files);
    }

    /** The unit does not see verdicts before they are given back to it, also not through an export. */
    private boolean maySeeReview(UUID assessmentId) {
        try {
            return access.may("SEE_REVIEW", "assessment", assessmentId);
        } catch (NotInThisStage notYet) {
            return false;
        }
    }

    private static Set<UUID> everybody(
            AssessmentView assessment, @Nullable ReviewView review, List<EvidenceView> linked) {
        Set<UUID> everybody = new HashSet<>();
        assessment.answers().values().forEach(it -> everybody.add(it.by()));
        assessment.history().forEach(it -> everybody.add(it.by()));
        linked.forEach(it -> everybody.add(it.current().by()));
        if (review != null) {
            review.voices().forEach(it -> everybody.add(it.personId()));
        }
        return everybody;
    }

    private static Map<String, List<Opinion>> opinions(@Nullable ReviewView review, Names names, Latest asOf) {
        Map<String, List<Opinion>> opinions = new HashMap<>();
        if (review == null) {
            return opinions;
        }
        var voices = new ArrayList<>(review.voices());
        voices.sort(comparing(ReviewView.VoiceView::voice).thenComparing(it -> names.of(it.personId())));
        for (var voice : voices) {
            voice.verdicts().forEach((code, verdict) -> {
                asOf.see(verdict.at());
                opinions.computeIfAbsent(code, it -> new ArrayList<>())
                        .add(new Opinion(
                                layer(voice.voice()),
                                names.of(voice.personId()),
                                verdict.value(),
                                verdict.remark(),
                                verdict.zeroWorth(),
                                verdict.at()));
            });
        }
        return opinions;
    }

    private static Layer layer(Voice voice) {
        return switch (voice) {
            case MEMBER -> Layer.MEMBER;
            case LEAD -> Layer.LEAD;
            case CONTROLLER -> Layer.CONTROLLER;
        };
    }

    /** In the order of the first question each proves, then by title, so that names in the archive never swap. */
    private static List<Proof> proofs(
            UUID assessmentId,
            Instrument instrument,
            List<EvidenceView> linked,
            Names names,
            Latest asOf,
            Map<ProofFile, EvidenceView.FileView> files) {
        var order = new HashMap<String, Integer>();
        for (Question question : instrument.questions()) {
            order.put(question.code(), order.size());
        }
        var proofs = new ArrayList<Proof>();
        for (var it : linked) {
            var codes = it.codesIn(assessmentId).stream()
                    .filter(order::containsKey)
                    .sorted(comparing(order::get))
                    .toList();
            if (codes.isEmpty()) {
                continue;
            }
            var current = it.current();
            var file = new ProofFile(
                    current.number(),
                    current.fileName(),
                    current.mediaType(),
                    current.size(),
                    current.sha256(),
                    current.crc32(),
                    names.of(current.by()),
                    current.at());
            asOf.see(current.at());
            files.put(file, current);
            proofs.add(new Proof(
                    it.id(),
                    it.title(),
                    it.docType(),
                    it.number(),
                    it.documentDate(),
                    it.activityDate(),
                    it.validFrom(),
                    it.validUntil(),
                    it.signer(),
                    it.note(),
                    it.confidentiality().name(),
                    codes,
                    file));
        }
        proofs.sort(comparing((Proof it) -> order.getOrDefault(it.codes().get(0), 0))
                .thenComparing(Proof::title)
                .thenComparing(Proof::id));
        return proofs;
    }

    private record Names(Map<UUID, PersonView> people) {
        String of(UUID id) {
            var person = people.get(id);
            return person == null ? "seseorang" : person.name();
        }
    }

    /** Keeps the latest of some times, in whole seconds. */
    private static final class Latest {
        private Instant latest;

        Latest(Instant first) {
            latest = first;
        }

        void see(Instant at) {
            latest = at.isAfter(latest) ? at : latest;
        }

        Instant at() {
            return Instant.ofEpochSecond(latest.getEpochSecond());
        }
    }
}
