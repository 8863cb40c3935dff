package id.zitrack.upload;

import id.zitrack.evidence.EvidenceIntake.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a resumable upload is meant to become: new evidence of a unit, perhaps for a question, or a new version of
 * evidence. Read from the header {@code Upload-Metadata}.
 *
 * @param fileName the name the sender gave the file, as it came
 * @param unit null for a new version
 * @param evidence null for new evidence
 * @param reason why there is a new version
 */
record UploadTarget(
        String fileName,
        @Nullable UUID unit,
        @Nullable UUID assessment,
        @Nullable String question,
        @Nullable UUID evidence,
        @Nullable String reason) {

    /** Reads the header; Spring MVC calls this for parameters of this type. */
    public static UploadTarget valueOf(String metadata) {
        var values = new HashMap<String, String>();
        for (var pair : metadata.split(",")) {
            var words = pair.strip().split(" +", 2);
            if (!words[0].isEmpty()) {
                values.put(words[0], words.length < 2 ? "" : decoded(words[1]));
            }
        }
        var target = new UploadTarget(
                values.getOrDefault("filename", ""),
                id(values, "unit"),
                id(values, "assessment"),
                text(values, "question"),
                id(values, "evidence"),
                text(values, "reason"));
        if (target.fileName.isBlank()) {
            throw new IllegalArgumentException("filename is missing");
        }
        if ((target.unit == null) == (target.evidence == null)) {
            throw new IllegalArgumentException("Either unit or evidence is needed");
        }
        if ((target.assessment == null) != (target.question == null)
                || target.assessment != null && target.unit == null) {
            throw new IllegalArgumentException("assessment and question go together, and with a unit");
        }
        return target;
    }

    @Nullable
    Purpose purpose() {
        return assessment == null || question == null ? null : new Purpose(assessment, question);
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
    }

    private static @Nullable String text(Map<String, String> values, String name) {
        var text = values.getOrDefault(name, "").strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable UUID id(Map<String, String> values, String name) {
        var text = text(values, name);
        return text == null ? null : UUID.fromString(text);
    }
}
