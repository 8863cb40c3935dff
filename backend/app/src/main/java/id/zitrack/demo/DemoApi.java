package id.zitrack.demo;

import id.zitrack.embedded.LocalAccounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the running server's own API as the people of the demo. */
final class DemoApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String origin;
    private final LocalAccounts accounts;

    DemoApi(String origin, LocalAccounts accounts) {
        this.origin = origin;
        this.accounts = accounts;
    }

    /** The API as one person sees it. */
    Caller as(String username) {
        return new Caller(username);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    final class Caller {
        private final String username;

        private Caller(String username) {
            this.username = username;
        }

        JsonNode get(String path) {
            return send("GET", path, null, BodyPublishers.noBody());
        }

        JsonNode post(String path, Map<String, ?> body) {
            return post(path, null, body);
        }

        JsonNode post(String path, @Nullable String revision, Map<String, ?> body) {
            return send("POST", path, revision, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }

        JsonNode patch(String path, Map<String, ?> body) {
            return send("PATCH", path, null, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }

        JsonNode put(String path, @Nullable String revision, Map<String, ?> body) {
            return send("PUT", path, revision, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }

        JsonNode upload(String path, byte[] bytes) {
            return send("POST", path, null, BodyPublishers.ofByteArray(bytes));
        }

        private JsonNode send(String method, String path, @Nullable String revision, BodyPublisher body) {
            var request = HttpRequest.newBuilder(URI.create(origin + path))
                    .header("Authorization", "Bearer " + accounts.accessToken(username))
                    .header(
                            "Content-Type",
                            path.startsWith("/api/evidence?") ? "application/octet-stream" : "application/json")
                    .method(method, body);
            if (revision != null) {
                request.header("If-Match", '"' + revision + '"');
            }
            try {
                var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() >= 300) {
                    throw new IllegalStateException(username + " " + method + " " + path + ": " + answer.statusCode()
                            + " " + new String(answer.body(), StandardCharsets.UTF_8));
                }
                return answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Seeding was interrupted", e);
            }
        }
    }
}
