package id.zitrack.finding;

import id.zitrack.assessment.AssessmentLookup;
import id.zitrack.identity.Place;
import id.zitrack.identity.Places;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A finding belongs to the unit and stands where its sheet stands. */
@Component
class FindingPlaces implements Places {
    private final RecordedFindings findings;
    private final AssessmentLookup assessments;

    FindingPlaces(RecordedFindings findings, AssessmentLookup assessments) {
        this.findings = findings;
        this.assessments = assessments;
    }

    @Override
    public String kind() {
        return "finding";
    }

    @Override
    public Optional<Place> find(UUID id) {
        return findings.findById(id)
                .flatMap(it ->
                        assessments.lines(List.of(it.assessmentId())).stream().findFirst())
                .map(it -> new Place(it.institutionId(), it.unitId(), it.stage()));
    }
}
