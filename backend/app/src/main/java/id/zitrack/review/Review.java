package id.zitrack.review;

import id.zitrack.platform.Facts;
import id.zitrack.platform.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** What the assessors of one assessment share: which voices there are, what to send back, and the summary for lists. */
@Document("reviews")
class Review implements Recorded {
    @Id
    private final UUID assessmentId;

    @Version
    private @Nullable Long version;

    private List<String> sheetIds = new ArrayList<>();
    private List<Mark> marks = new ArrayList<>();
    private @Nullable Summary summary;

    Review(UUID assessmentId) {
        this.assessmentId = assessmentId;
    }

    UUID assessmentId() {
        return assessmentId;
    }

    List<String> sheetIds() {
        return List.copyOf(sheetIds);
    }

    void register(String sheetId) {
        if (!sheetIds.contains(sheetId)) {
            sheetIds.add(sheetId);
        }
    }

    void summarize(Summary now) {
        summary = now;
    }

    Optional<Summary> summary() {
        return Optional.ofNullable(summary);
    }

    List<Mark> marks() {
        return List.copyOf(marks);
    }

    void mark(String code, String reason, @Nullable LocalDate due, UUID by, Instant at) {
        unmark(code);
        marks.add(new Mark(code, reason, due, by, at));
    }

    void unmark(String code) {
        marks.removeIf(it -> it.code().equals(code));
    }

    @Override
    public List<Facts> facts() {
        var facts = Facts.about("review", assessmentId);
        marks.forEach(it -> facts.say("mark:" + it.code(), it.reason()));
        return List.of(facts);
    }

    /** Takes off the marks that were sent to the unit; what was marked or worded anew since stays. */
    void sent(Collection<Mark> sent) {
        marks.removeAll(sent);
    }
}
