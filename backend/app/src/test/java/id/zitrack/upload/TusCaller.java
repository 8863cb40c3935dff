package id.zitrack.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.zitrack.TestApi;
import id.zitrack.TestApi.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Speaks the tus protocol request by request, as one person. */
public record TusCaller(TestApi api, String origin) {
    static final Map<String, String> VERSION = Map.of("Tus-Resumable", "1.0.0");

    public TusCaller(TestApi api) {
        this(api, api.origin());
    }

    /** The same person at another replica. */
    TusCaller at(String otherOrigin) {
        return new TusCaller(api, otherOrigin);
    }

    public static Map<String, String> newEvidence(String fileName, UUID unit) {
        return Map.of("filename", fileName, "unit", unit.toString());
    }

    Answer create(Map<String, String> metadata, long length) {
        return send(
                "POST",
                "/api/uploads",
                new byte[0],
                Map.of("Upload-Length", Long.toString(length), "Upload-Metadata", encoded(metadata)));
    }

    /** The path of a fresh upload. */
    public String begin(Map<String, String> metadata, long length) {
        return String.valueOf(create(metadata, length).expect(201).headers().get("Location"))
                .replaceFirst("^https?://[^/]+", "");
    }

    public Answer patch(String path, long offset, byte[] bytes) {
        return patch(path, offset, bytes, Map.of());
    }

    public Answer patch(String path, long offset, byte[] bytes, Map<String, String> more) {
        var headers = new LinkedHashMap<>(
                Map.of("Content-Type", "application/offset+octet-stream", "Upload-Offset", Long.toString(offset)));
        headers.putAll(more);
        return send("PATCH", path, bytes, headers);
    }

    Answer head(String path) {
        return send("HEAD", path, new byte[0], Map.of());
    }

    /** Where to go on, as soon as nobody holds the upload any more. */
    long offset(String path) {
        var answer = new Answer[1];
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> (answer[0] = head(path)).status() != 423);
        return Long.parseLong(answer[0].expect(200).headers().get("Upload-Offset"));
    }

    Answer delete(String path) {
        return send("DELETE", path, new byte[0], Map.of());
    }

    Answer result(String path) {
        return api.send("GET", origin + path + "/result", BodyPublishers.noBody(), Map.of());
    }

    JsonNode evidence(String path) {
        return result(path).expect(200).json();
    }

    Answer send(String method, String path, byte[] body, Map<String, String> headers) {
        var all = new LinkedHashMap<>(VERSION);
        all.putAll(headers);
        all.values().removeIf(String::isEmpty);
        return api.send(
                method,
                origin + path,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body),
                all);
    }

    /** A text of about this size, different each time for different seeds. */
    public static byte[] text(int size, long seed) {
        var random = new java.util.Random(seed);
        var bytes = new byte[size];
        for (int at = 0; at < size; at++) {
            bytes[at] = (byte) (at % 80 == 79 ? '\n' : 'a' + random.nextInt(26));
        }
        return bytes;
    }

    static void assertHolds(JsonNode evidence, TestApi reader, byte[] bytes) {
        var content = reader.get(
                "/api/evidence/{id}/versions/1/content", evidence.path("id").asString());
        assertThat(content.expect(200).bytes()).isEqualTo(bytes);
    }

    private static String encoded(Map<String, String> metadata) {
        return metadata.entrySet().stream()
                .map(it -> it.getKey() + " "
                        + Base64.getEncoder().encodeToString(it.getValue().getBytes(UTF_8)))
                .collect(Collectors.joining(","));
    }
}
