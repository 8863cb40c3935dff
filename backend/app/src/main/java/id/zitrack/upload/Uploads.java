package id.zitrack.upload;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;

interface Uploads extends MongoRepository<Upload, UUID> {

    @Query("{'expiresAt': {'$lt': ?0}}")
    List<Upload> expiredBefore(Instant moment);
}
