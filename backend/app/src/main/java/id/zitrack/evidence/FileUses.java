package id.zitrack.evidence;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Tells which evidence has a file, by hash and without reading all evidence. */
@Component
class FileUses {
    private final MongoTemplate mongo;
    private final EvidenceRecords records;

    FileUses(MongoTemplate mongo, EvidenceRecords records) {
        this.mongo = mongo;
        this.records = records;
    }

    /** Notes that a piece of evidence is about to get this file. */
    void note(String sha256, UUID evidenceId) {
        mongo.upsert(byId(sha256), new Update().addToSet("evidence", evidenceId), FileUse.class);
    }

    /** The evidence of one unit that has one of these files in any of its versions; removed evidence is left out. */
    List<Evidence> ofUnit(UUID unitId, Collection<String> sha256s) {
        return having(sha256s).stream().filter(it -> it.unitId().equals(unitId)).toList();
    }

    /** The evidence of an institution that has one of these files in any of its versions, without removed evidence. */
    List<Evidence> ofInstitution(UUID institutionId, Collection<String> sha256s) {
        return having(sha256s).stream()
                .filter(it -> it.institutionId().equals(institutionId))
                .toList();
    }

    /** The evidence of all institutions that has one of these files in any of its versions, without removed evidence. */
    List<Evidence> having(Collection<String> sha256s) {
        if (sha256s.isEmpty()) {
            return List.of();
        }
        var ids = mongo.find(Query.query(Criteria.where("_id").in(sha256s)), FileUse.class).stream()
                .flatMap(it -> it.evidence().stream())
                .distinct()
                .toList();
        return ids.isEmpty()
                ? List.of()
                : records.findAllById(ids).stream()
                        .filter(it -> !it.isRemoved()
                                && it.versions().stream().anyMatch(version -> sha256s.contains(version.sha256())))
                        .toList();
    }

    private static Query byId(String sha256) {
        return Query.query(Criteria.where("_id").is(sha256));
    }
}
