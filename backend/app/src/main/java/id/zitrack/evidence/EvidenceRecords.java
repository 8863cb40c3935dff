package id.zitrack.evidence;

import java.util.List;
import java.util.UUID;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;

interface EvidenceRecords extends MongoRepository<Evidence, UUID> {

    @Query("{'links.assessmentId': ?0, 'removal': null}")
    List<Evidence> linkedTo(UUID assessmentId);

    @Query("{'unitId': ?0, 'removal': null}")
    List<Evidence> ofUnit(UUID unitId);

    @Query("{'institutionId': ?0, 'removal': null}")
    List<Evidence> ofInstitution(UUID institutionId);

    @Query("{'versions.sha256': ?0, 'purge': null}")
    List<Evidence> withFile(String sha256);
}
