package id.zitrack.discussion;

import id.zitrack.assessment.AssessmentLookup;
import id.zitrack.identity.Place;
import id.zitrack.identity.Places;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A conversation belongs to the unit and stands where its sheet stands; a secret one is there for few. */
@Component
class ConversationPlaces implements Places {
    private final Conversations conversations;
    private final AssessmentLookup assessments;
    private final Participants participants;

    ConversationPlaces(Conversations conversations, AssessmentLookup assessments, Participants participants) {
        this.conversations = conversations;
        this.assessments = assessments;
        this.participants = participants;
    }

    @Override
    public String kind() {
        return "conversation";
    }

    @Override
    public Optional<Place> find(UUID id) {
        return conversations
                .findById(id)
                .filter(it -> !it.isSecret() || participants.includeCallerInSecrets(it.unitId()))
                .flatMap(it ->
                        assessments.lines(List.of(it.assessmentId())).stream().findFirst())
                .map(it -> new Place(it.institutionId(), it.unitId(), it.stage()));
    }
}
