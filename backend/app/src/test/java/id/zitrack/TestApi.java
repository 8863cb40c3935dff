package id.zitrack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the running application over HTTP as one person, or as nobody. */
public final class TestApi {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String origin;
    private final @Nullable Supplier<String> token;
    private final @Nullable UUID personId;

    TestApi(String origin, @Nullable Supplier<String> token, @Nullable UUID personId) {
        this.origin = origin;
        this.token = token;
        this.personId = personId;
    }

    /** What came back. */
    public record Answer(int status, Map<String, String> headers, byte[] bytes) {
        public JsonNode json() {
            return JSON.readTree(bytes);
        }

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** The revision in the ETag, ready for If-Match. */
        public String etag() {
            return String.valueOf(headers.get("etag"));
        }

        /** The slug of the problem; empty if it is none. */
        public String problem() {
            var type = headers.getOrDefault("content-type", "").startsWith("application/problem+json")
                    ? json().path("type").asString("")
                    : "";
            return type.replace("/problems/", "");
        }

        /** This answer, if its status is the expected one. */
        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("Expected " + expected + " but got " + status + ": " + text());
            }
            return this;
        }
    }

    /** The person this one calls as. */
    public UUID personId() {
        if (personId == null) {
            throw new IllegalStateException("This caller is nobody the application knows");
        }
        return personId;
    }

    /** The access token, for calls that go around this class. */
    public String token() {
        if (token == null) {
            throw new IllegalStateException("Nobody has no token");
        }
        return token.get();
    }

    public String origin() {
        return origin;
    }

    public Answer get(String path, Object... variables) {
        return send("GET", fill(path, variables), BodyPublishers.noBody(), Map.of());
    }

    public Answer post(String path, @Nullable Object body, Object... variables) {
        return send("POST", fill(path, variables), json(body), jsonHeaders(null));
    }

    /** Posts what builds on a revision that was seen. */
    public Answer postSeen(String path, String ifMatch, @Nullable Object body, Object... variables) {
        return send("POST", fill(path, variables), json(body), jsonHeaders(ifMatch));
    }

    public Answer put(String path, @Nullable String ifMatch, @Nullable Object body, Object... variables) {
        return send("PUT", fill(path, variables), json(body), jsonHeaders(ifMatch));
    }

    public Answer patch(String path, @Nullable Object body, Object... variables) {
        return send("PATCH", fill(path, variables), json(body), jsonHeaders(null));
    }

    public Answer delete(String path, Object... variables) {
        return send("DELETE", fill(path, variables), BodyPublishers.noBody(), Map.of());
    }

    /** Sends a raw body, as uploads do. */
    public Answer upload(String path, byte[] body, Object... variables) {
        return send(
                "POST",
                fill(path, variables),
                BodyPublishers.ofByteArray(body),
                Map.of("Content-Type", "application/octet-stream"));
    }

    /** Sends anything. */
    public Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : origin + path))
                .method(method, body);
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token.get());
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            var received = new java.util.TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> received.put(name, values.get(0)));
            return new Answer(response.statusCode(), received, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> jsonHeaders(@Nullable String ifMatch) {
        return ifMatch == null
                ? Map.of("Content-Type", "application/json")
                : Map.of("Content-Type", "application/json", "If-Match", ifMatch);
    }

    private static BodyPublisher json(@Nullable Object body) {
        if (body == null) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    private static String fill(String path, Object... variables) {
        var filled = path;
        for (var variable : variables) {
            filled = filled.replaceFirst("\\{[^}]*}", String.valueOf(variable));
        }
        return filled;
    }
}
