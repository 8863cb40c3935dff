package id.zitrack.inquiry;

import id.zitrack.assessment.AssessmentLookup;
import id.zitrack.identity.Place;
import id.zitrack.identity.Places;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What an assessor asked for belongs to the unit and stands where the assessment stands. */
@Component
class InquiryPlaces implements Places {
    private final Inquiries inquiries;
    private final AssessmentLookup assessments;

    InquiryPlaces(Inquiries inquiries, AssessmentLookup assessments) {
        this.inquiries = inquiries;
        this.assessments = assessments;
    }

    @Override
    public String kind() {
        return "inquiry";
    }

    @Override
    public Optional<Place> find(UUID id) {
        return inquiries
                .findById(id)
                .flatMap(it -> assessments.find(it.assessmentId()))
                .map(it -> new Place(it.institutionId(), it.unitId(), it.stage()));
    }
}
