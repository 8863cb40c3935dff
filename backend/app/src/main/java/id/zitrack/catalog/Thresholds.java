package id.zitrack.catalog;

import id.zitrack.instrument.Award;
import id.zitrack.instrument.InstrumentKey;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** The thresholds an institution has set for one instrument, where the regulation leaves them unset. */
@Document("thresholds")
class Thresholds {
    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private List<Threshold> thresholds;

    /** One threshold as a plain decimal. */
    record Threshold(Award award, String gateId, String required) {}

    Thresholds(String id, List<Threshold> thresholds) {
        this.id = id;
        this.thresholds = thresholds;
    }

    static Thresholds noneOf(String id) {
        return new Thresholds(id, List.of());
    }

    static String id(UUID institutionId, InstrumentKey key) {
        return institutionId + "/" + key;
    }

    List<Threshold> thresholds() {
        return thresholds;
    }

    /** Counts the changes; 0 before the first. */
    long revision() {
        return version == null ? 0 : version + 1;
    }

    void set(List<Threshold> thresholds) {
        this.thresholds = thresholds;
    }
}
