package id.zitrack.evidence;

import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.unwind;

import id.zitrack.quota.KeptBytes;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** An institution keeps every version of its evidence, also of what was removed. */
@Component
class KeptVersions implements KeptBytes {
    private final MongoTemplate mongo;

    KeptVersions(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Map<UUID, Long> byInstitution() {
        return mongo
                .aggregate(
                        newAggregation(
                                unwind("versions"),
                                group("institutionId").sum("versions.size").as("bytes")),
                        Evidence.class,
                        Sum.class)
                .getMappedResults()
                .stream()
                .collect(toMap(Sum::institutionId, Sum::bytes));
    }

    private record Sum(@Id UUID institutionId, long bytes) {}
}
