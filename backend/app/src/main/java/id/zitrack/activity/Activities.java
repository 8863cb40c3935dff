package id.zitrack.activity;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;

interface Activities extends MongoRepository<Activity, UUID> {

    @Query(value = "{'unitId': ?0}", sort = "{'about.date': -1, '_id': -1}")
    List<Activity> ofUnit(UUID unitId);

    @Query("{'entries.evidenceId': {'$in': ?0}}")
    List<Activity> holding(Collection<UUID> evidenceIds);

    @Query("{'questions.assessmentId': ?0}")
    List<Activity> proving(UUID assessmentId);
}
