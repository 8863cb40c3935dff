package id.zitrack.discussion;

import java.util.List;
import java.util.UUID;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;

interface Conversations extends MongoRepository<Conversation, UUID> {

    @Query("{'assessmentId': ?0, 'code': ?1}")
    List<Conversation> on(UUID assessmentId, String code);

    @Query(value = "{'assessmentId': ?0, 'code': ?1}", count = true)
    long countOn(UUID assessmentId, String code);
}
