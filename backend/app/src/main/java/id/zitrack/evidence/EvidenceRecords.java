package id.zitrack.evidence;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.mongodb.repository.MongoRepository;
import org.springframework.data.mongodb.repository.Query;

interface EvidenceRecords extends MongoRepository<Evidence, UUID> {

    @Query("{'links.assessmentId': ?0, 'removal': null}")
    List<Evidence> linkedTo(UUID assessmentId);

    @Query("{'unitId': ?0, 'removal': null}")
    List<Evidence> ofUnit(UUID unitId);

    @Query("{'unitId': ?0, 'versions.sha256': ?1, 'removal': null}")
    List<Evidence> ofUnitWithFile(UUID unitId, String sha256);

    @Query("{'institutionId': ?0, 'versions.sha256': {'$in': ?1}, 'removal': null}")
    List<Evidence> ofInstitutionWithFiles(UUID institutionId, Collection<String> sha256s);

    @Query("{'institutionId': ?0, 'removal': null}")
    List<Evidence> ofInstitution(UUID institutionId);

    @Query("{'versions.sha256': ?0, 'purge': null}")
    List<Evidence> withFile(String sha256);
}
