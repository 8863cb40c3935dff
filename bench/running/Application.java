package id.zitrack.bench.running;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.minio.MinioClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.bson.UuidRepresentation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running application, called over HTTP, and the bare stores behind it. */
public final class Application implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ADMINISTRATOR = "admin@instansi.test";
    private static final long TOKEN_MS = 300_000;

    private final HttpClient http;
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream questions;
    private final String origin;
    private final MinioClient files;
    private final String bucket;
    private final String documents;
    private final String caller;
    private final boolean isCopy;
    private String token = "";
    private long tokenUntil;

    /**
     * Starts it.
     *
     * @param data an empty folder
     * @param heap the most it may use, as Java writes it
     */
    public Application(Path data, String heap) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Dlogging.level.root=error",
                "-cp",
                System.getProperty("java.class.path"),
                Server.class.getName(),
                data.toString());
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        var ready = answer().split(" ");
        origin = ready[1];
        files = MinioClient.builder()
                .endpoint(ready[2])
                .credentials(ready[3], ready[4])
                .region("us-east-1")
                .build();
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        caller = ADMINISTRATOR;
        isCopy = false;
        bucket = ready[5];
        documents = ready[6];
    }

    private String answer() throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith("> ")) {
                return line.substring(2);
            }
        }
        throw new IOException("Aplikasi berhenti");
    }

    private Application(Application running, String caller) {
        this.http = running.http;
        this.process = running.process;
        this.answers = running.answers;
        this.questions = running.questions;
        this.origin = running.origin;
        this.files = running.files;
        this.bucket = running.bucket;
        this.documents = running.documents;
        this.caller = caller;
        this.isCopy = true;
    }

    private String ask(String question) throws IOException {
        // Shared by all who call.
        synchronized (process) {
            questions.println(question);
            return answer();
        }
    }

    public long watchHeap() throws IOException {
        return Long.parseLong(ask("watch"));
    }

    public long peakHeap() throws IOException {
        return Long.parseLong(ask("peak"));
    }

    public MinioClient files() {
        return files;
    }

    public String bucket() {
        return bucket;
    }

    public MongoClient documents() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(documents))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .retryWrites(false)
                .build());
    }

    /** Makes a period for the instrument that ships. */
    public String period() throws IOException, InterruptedException {
        return post(
                        "/api/periods",
                        "{\"name\":\"Periode Ukur\",\"year\":2026,\"instrumentId\":\"lke-90-2021\",\"instrumentVersion\":\"1\"}")
                .path("id")
                .asString();
    }

    /** Makes a unit. */
    public String unit(String name) throws IOException, InterruptedException {
        return post(
                        "/api/units",
                        "{\"name\":\"%1$s\",\"shortName\":\"%1$s\",\"kind\":\"dinas\",\"active\":true}".formatted(name))
                .path("id")
                .asString();
    }

    /**
     * Makes a person with one role and an account.
     *
     * @param unit null for a role on the whole institution
     */
    public void person(String username, String role, @Nullable String unit) throws IOException, InterruptedException {
        var id = post(
                        "/api/people",
                        "{\"name\":\"%1$s\",\"email\":\"%1$s\",\"username\":\"%1$s\",\"active\":true,\"roles\":[{\"role\":\"%2$s\",\"unitId\":%3$s,\"areas\":[]}]}"
                                .formatted(username, role, unit == null ? "null" : '"' + unit + '"'))
                .path("id")
                .asString();
        post("/api/people/" + id + "/invitation", "");
    }

    /** The same application, called by somebody else; closing it does nothing. */
    public Application as(String username) {
        return new Application(this, username);
    }

    private synchronized String token() throws IOException {
        if (System.currentTimeMillis() > tokenUntil) {
            token = ask("token " + caller);
            tokenUntil = System.currentTimeMillis() + TOKEN_MS;
        }
        return token;
    }

    public JsonNode post(String path, String body) throws IOException, InterruptedException {
        return post(path, BodyPublishers.ofString(body), "application/json");
    }

    public JsonNode post(String path, BodyPublisher body, String type) throws IOException, InterruptedException {
        var request = request(path).header("Content-Type", type).POST(body).build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() >= 300) {
            throw new IOException(path + ": " + response.statusCode() + " "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
    }

    /** Any call with a body or none; the answer's body is read. */
    public HttpResponse<byte[]> send(String method, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        var request = request(path).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() >= 300) {
            throw new IOException(path + ": " + response.statusCode() + " "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response;
    }

    public JsonNode json(byte[] body) {
        return JSON.readTree(body);
    }

    public InputStream get(String path) throws IOException, InterruptedException {
        var response = http.send(request(path).build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException(path + ": " + response.statusCode());
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) throws IOException {
        return HttpRequest.newBuilder(URI.create(origin + path)).header("Authorization", "Bearer " + token());
    }

    @Override
    public void close() {
        if (isCopy) {
            return;
        }
        questions.close();
        process.destroy();
        process.onExit().join();
    }
}
