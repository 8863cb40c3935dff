package id.zitrack.programme;

import java.util.List;
import java.util.UUID;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;

interface Programme extends MongoRepository<PlannedWork, UUID> {

    @Query("{'unitId': ?0, 'year': ?1}")
    List<PlannedWork> of(UUID unitId, int year);

    @Query("{'institutionId': ?0, 'year': ?1}")
    List<PlannedWork> ofAll(UUID institutionId, int year);
}
