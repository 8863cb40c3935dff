package id.zitrack.catalog;

import id.zitrack.instrument.Award;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.platform.Facts;
import id.zitrack.platform.Recorded;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** The thresholds an institution has set for one instrument, where the regulation leaves them unset. */
@Document("thresholds")
class Thresholds implements Recorded {
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

    @Override
    public List<Facts> facts() {
        var facts = factsAbout("thresholds", id);
        thresholds.forEach(it -> facts.say("threshold:" + it.award() + ":" + it.gateId(), it.required()));
        return List.of(facts);
    }

    /** Begins facts about an instrument of an institution, whose id is like {@link #id(UUID, InstrumentKey)}. */
    static Facts factsAbout(String kind, String id) {
        var slash = id.indexOf('/');
        return Facts.about(kind, id.substring(slash + 1)).of(UUID.fromString(id.substring(0, slash)));
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
