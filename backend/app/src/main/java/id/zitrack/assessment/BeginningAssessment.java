package id.zitrack.assessment;

import id.zitrack.identity.CurrentPerson;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.platform.NotThere;
import id.zitrack.scoring.Scoring;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Opening the sheet of one unit for one period, once. */
@Component
class BeginningAssessment {
    private final Assessments assessments;
    private final Instruments instruments;
    private final OrganizationLookup organization;
    private final CurrentPerson current;
    private final Clock clock;

    BeginningAssessment(
            Assessments assessments,
            Instruments instruments,
            OrganizationLookup organization,
            CurrentPerson current,
            Clock clock) {
        this.assessments = assessments;
        this.instruments = instruments;
        this.organization = organization;
        this.current = current;
        this.clock = clock;
    }

    Assessment begin(UUID unitId, UUID periodId) {
        var institution = current.institutionId();
        var unit = organization
                .unit(unitId)
                .filter(it -> it.institutionId().equals(institution))
                .orElseThrow(() -> new NotThere("unit", unitId));
        var period = organization
                .period(periodId)
                .filter(it -> it.institutionId().equals(institution))
                .orElseThrow(() -> new NotThere("period", periodId));
        var key = new InstrumentKey(period.instrumentId(), period.instrumentVersion());
        var instrument = instruments.get(key, institution);
        var blank = Standing.of(instrument, Scoring.score(instrument, Map.of()));
        var assessment = Assessment.begin(
                institution, unit.id(), period.id(), key, instrument.hash(), blank, current.id(), clock.instant());
        try {
            return assessments.insert(assessment);
        } catch (DuplicateKeyException taken) {
            throw new AssessmentExists(assessment.id());
        }
    }
}
