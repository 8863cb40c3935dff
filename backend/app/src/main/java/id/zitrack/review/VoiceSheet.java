package id.zitrack.review;

import id.zitrack.platform.ChangedMeanwhile;
import id.zitrack.platform.Facts;
import id.zitrack.platform.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** The verdicts of one assessor in one capacity on one assessment; a document of its own, so no voice meets another. */
@Document("voiceSheets")
class VoiceSheet implements Recorded {
    @Id
    private final String id;

    @Version
    private @Nullable Long version;

    private final UUID assessmentId;
    private final Voice voice;
    private final UUID personId;

    // A list, not a map by question: MongoDB rejects dots in keys and question codes contain them.
    private List<Verdict> verdicts = new ArrayList<>();

    VoiceSheet(String id, UUID assessmentId, Voice voice, UUID personId) {
        this.id = id;
        this.assessmentId = assessmentId;
        this.voice = voice;
        this.personId = personId;
    }

    static VoiceSheet blank(UUID assessmentId, Voice voice, UUID personId) {
        return new VoiceSheet(idFor(assessmentId, voice, personId), assessmentId, voice, personId);
    }

    static String idFor(UUID assessmentId, Voice voice, UUID personId) {
        return assessmentId + ":" + voice + ":" + personId;
    }

    /**
     * Takes a verdict from its author, who has seen the given revision of it (perhaps in another window).
     *
     * @throws ChangedMeanwhile if it was changed since
     */
    void judge(
            String code,
            long seenRevision,
            @Nullable String value,
            @Nullable String remark,
            @Nullable String zeroWorth,
            @Nullable String judgedAnswer,
            List<SeenEvidence> seen,
            Instant at) {
        var current = on(code);
        long revision = current.map(Verdict::revision).orElse(0L);
        if (revision != seenRevision) {
            boolean repeated = current.filter(it -> Objects.equals(it.value(), value)
                            && Objects.equals(it.remark(), remark)
                            && Objects.equals(it.zeroWorth(), zeroWorth)
                            && Objects.equals(it.judgedAnswer(), judgedAnswer))
                    .isPresent();
            if (repeated) {
                return;
            }
            throw new ChangedMeanwhile("The verdict on " + code, current.orElse(Verdict.none(code, at, 0)));
        }
        put(new Verdict(code, value, remark, zeroWorth, judgedAnswer, at, revision + 1, value == null ? null : seen));
    }

    /** Agrees with the unit, keeping a remark that is already there. */
    void agree(String code, String answer, List<SeenEvidence> seen, Instant at) {
        var current = on(code);
        put(new Verdict(
                code,
                answer,
                current.map(Verdict::remark).orElse(null),
                null,
                answer,
                at,
                current.map(Verdict::revision).orElse(0L) + 1,
                seen));
    }

    /** Puts back what was there before a change that came too late; the revision still counts on. */
    void putBack(String code, @Nullable Verdict before, Instant at) {
        long revision = on(code).map(Verdict::revision).orElse(0L) + 1;
        put(
                before == null
                        ? Verdict.none(code, at, revision)
                        : new Verdict(
                                code,
                                before.value(),
                                before.remark(),
                                before.zeroWorth(),
                                before.judgedAnswer(),
                                before.at(),
                                revision,
                                before.seen()));
    }

    @Override
    public List<Facts> facts() {
        var facts = Facts.about("verdicts", assessmentId);
        for (var it : verdicts) {
            var which = ":" + voice + ":" + it.code();
            facts.say("verdict" + which, it.value())
                    .say("remark" + which, it.remark())
                    .say("worth" + which, it.zeroWorth());
        }
        return List.of(facts);
    }

    Optional<Verdict> on(String code) {
        return verdicts.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    String id() {
        return id;
    }

    Voice voice() {
        return voice;
    }

    UUID personId() {
        return personId;
    }

    List<Verdict> verdicts() {
        return List.copyOf(verdicts);
    }

    /** Which state of this sheet a summary was made from. */
    String stamp() {
        return id + "@" + version;
    }

    private void put(Verdict verdict) {
        verdicts.removeIf(it -> it.code().equals(verdict.code()));
        verdicts.add(verdict);
    }
}
