package id.zitrack.precondition;

import id.zitrack.instrument.Precondition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in words what a precondition requires and why it is not met. */
record Words(boolean english) {
    Words(String language) {
        this(language.startsWith("en"));
    }

    String required(Precondition precondition, List<String> accepted) {
        if (precondition.kind() == Precondition.Kind.YES_NO) {
            return Asked.YES;
        }
        if (accepted.isEmpty()) {
            return english ? "judged when recorded" : "dinilai saat dicatat";
        }
        return accepted.size() == 1
                ? accepted.get(0)
                : (english ? "one of " : "salah satu dari ") + String.join(", ", accepted);
    }

    /** Why it is not met. */
    String missing(boolean judged, @Nullable String actual, String required) {
        if (actual == null) {
            return english ? "not recorded" : "belum dicatat";
        }
        if (!judged) {
            return english
                    ? "\"" + actual + "\" is recorded, which cannot be chosen any more; record it again"
                    : "tercatat \"" + actual + "\", yang bukan pilihan lagi; catat ulang";
        }
        return english ? actual + "; required: " + required : actual + "; syaratnya " + required;
    }
}
