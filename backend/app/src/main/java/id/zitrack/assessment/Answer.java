package id.zitrack.assessment;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the unit says on one question; kept with its revision when it becomes blank again. */
record Answer(String code, @Nullable String value, @Nullable String note, long revision, UUID by, Instant at) {

    boolean says(@Nullable String otherValue, @Nullable String otherNote) {
        return Objects.equals(value, otherValue) && Objects.equals(note, otherNote);
    }

    AnswerView view() {
        return new AnswerView(code, value, note, revision, by, at);
    }
}
