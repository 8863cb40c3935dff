package id.zitrack.inquiry;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;

interface Inquiries extends MongoRepository<Inquiry, UUID> {

    @Query("{'assessmentId': ?0}")
    List<Inquiry> on(UUID assessmentId);

    @Query("{'assessmentId': ?0, 'code': ?1, 'state': 'OPEN'}")
    List<Inquiry> openOn(UUID assessmentId, String code);

    @Query("{'institutionId': ?0, 'state': 'OPEN'}")
    List<Inquiry> openIn(UUID institutionId);

    @Query("{'state': 'ANSWERED', 'answer.evidenceId': {'$in': ?0}}")
    List<Inquiry> answeredWith(Collection<UUID> evidenceIds);

    @Query("{'state': 'ANSWERED'}")
    Stream<Inquiry> answered();
}
