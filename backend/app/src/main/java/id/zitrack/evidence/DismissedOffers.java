package id.zitrack.evidence;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;

interface DismissedOffers extends MongoRepository<DismissedOffer, UUID> {

    @Query("{'assessmentId': ?0}")
    List<DismissedOffer> on(UUID assessmentId);

    /** The ids of what was dismissed on a sheet, see {@link DismissedOffer#idOf}. */
    default Set<UUID> idsOn(UUID assessmentId) {
        return on(assessmentId).stream().map(DismissedOffer::id).collect(Collectors.toSet());
    }
}
