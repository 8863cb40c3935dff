package id.zitrack.evidence;

import id.zitrack.assessment.AssessmentLookup;
import id.zitrack.assessment.AssessmentView;
import id.zitrack.catalog.CrosswalkCatalog;
import id.zitrack.catalog.InstrumentCatalog;
import id.zitrack.instrument.Crosswalk;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Question;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.organization.PeriodView;
import id.zitrack.platform.NotThere;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Offering a unit's evidence for a question where it already proves a paired question of another instrument. Nothing is
 * linked by itself: whether it proves this question too is for people to say.
 */
@Component
class OfferingEvidence {
    private final EvidenceRecords records;
    private final Readers readers;
    private final AssessmentLookup assessments;
    private final InstrumentCatalog instruments;
    private final CrosswalkCatalog crosswalks;
    private final OrganizationLookup organization;

    OfferingEvidence(
            EvidenceRecords records,
            Readers readers,
            AssessmentLookup assessments,
            InstrumentCatalog instruments,
            CrosswalkCatalog crosswalks,
            OrganizationLookup organization) {
        this.records = records;
        this.readers = readers;
        this.assessments = assessments;
        this.instruments = instruments;
        this.crosswalks = crosswalks;
        this.organization = organization;
    }

    /** A piece of evidence and the paired questions it proves already; the best fit comes first. */
    record Offer(Evidence evidence, List<OfferUse> uses) {}

    /** A paired question that a piece of evidence proves. */
    record OfferUse(
            UUID assessmentId, String instrument, String period, String code, String label, Crosswalk.Match match) {}

    /** What is offered for a question: what fits best first, then the newest. */
    List<Offer> offers(UUID assessmentId, String code) {
        var assessment = assessments.find(assessmentId).orElseThrow(() -> new NotThere("assessment", assessmentId));
        var instrument = instrument(assessment).orElseThrow(() -> new NotThere("instrument", assessment.instrument()));
        if (!(instrument.find(code).orElse(null) instanceof Question)) {
            throw new NotThere("question", code);
        }
        var partners = crosswalks.partners(instrument, code);
        if (partners.isEmpty()) {
            return List.of();
        }
        var places = new HashMap<UUID, Optional<Place>>();
        return records.ofUnit(assessment.unitId()).stream()
                .filter(it -> !it.isLinkedTo(assessmentId, code))
                .filter(readers::include)
                .map(it -> new Offer(it, uses(it, partners, places)))
                .filter(it -> !it.uses().isEmpty())
                .sorted(Comparator.comparing((Offer it) -> it.uses().get(0).match())
                        .thenComparing(it -> it.evidence().createdAt(), Comparator.reverseOrder()))
                .toList();
    }

    /** An assessment that evidence is linked to. */
    private record Place(Instrument instrument, String period) {}

    private List<OfferUse> uses(
            Evidence evidence, List<Crosswalk.Partner> partners, Map<UUID, Optional<Place>> places) {
        var uses = new ArrayList<OfferUse>();
        for (var link : evidence.links()) {
            places.computeIfAbsent(link.assessmentId(), this::place)
                    .flatMap(it -> use(link, it, partners))
                    .ifPresent(uses::add);
        }
        uses.sort(Comparator.comparing(OfferUse::match));
        return uses;
    }

    private static Optional<OfferUse> use(Evidence.Link link, Place place, List<Crosswalk.Partner> partners) {
        return partners.stream()
                .filter(it -> it.instrument().equals(place.instrument().key().id()))
                .filter(it -> Crosswalk.holds(place.instrument(), it.code(), link.code()))
                .min(Comparator.comparing(Crosswalk.Partner::match))
                .map(it -> new OfferUse(
                        link.assessmentId(),
                        place.instrument().title().in(language()),
                        place.period(),
                        link.code(),
                        place.instrument().question(link.code()).label().in(language()),
                        it.match()));
    }

    private Optional<Place> place(UUID assessmentId) {
        return assessments
                .find(assessmentId)
                .flatMap(assessment -> instrument(assessment)
                        .map(it -> new Place(
                                it,
                                organization
                                        .period(assessment.periodId())
                                        .map(PeriodView::name)
                                        .orElse("–"))));
    }

    private Optional<Instrument> instrument(AssessmentView assessment) {
        return instruments.find(assessment.instrument(), assessment.institutionId());
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }
}
