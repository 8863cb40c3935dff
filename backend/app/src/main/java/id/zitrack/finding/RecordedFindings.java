package id.zitrack.finding;

import java.util.List;
import java.util.UUID;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;

interface RecordedFindings extends MongoRepository<Finding, UUID> {

    @Query("{'assessmentId': ?0}")
    List<Finding> on(UUID assessmentId);

    @Query("{'unitId': ?0}")
    List<Finding> of(UUID unitId);

    @Query("{'plan.evidenceIds': ?0}")
    List<Finding> provedBy(UUID evidenceId);
}
