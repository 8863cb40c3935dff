package id.zitrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.zitrack.embedded.LocalAccounts;
import id.zitrack.identity.FirstAdministrator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.json.JsonMapper;

/**
 * The main path against a real MongoDB, S3 server and Keycloak, as far as the environment names them; what it does not
 * name is embedded. The workflow in .github prepares the realm.
 */
@SpringBootTest(classes = ZiTrackApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {ZiTrackTest.TemporaryData.class, RealServersIT.NamedServers.class})
class RealServersIT {
    private static final String ADMINISTRATOR = "admin@instansi.test";

    @Autowired
    private Environment environment;

    @Autowired
    private FirstAdministrator firstAdministrator;

    @Autowired
    private ObjectProvider<LocalAccounts> accounts;

    /** Takes the addresses from the environment; each run has a database and a bucket of its own. */
    static final class NamedServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var run = UUID.randomUUID().toString().substring(0, 8);
            var mongodb = environment("ZITRACK_IT_MONGODB_URI");
            TestPropertyValues.of(
                            "zitrack.mongodb.uri=" + (mongodb.isEmpty() ? "" : mongodb.replace("{run}", run)),
                            "zitrack.s3.endpoint=" + environment("ZITRACK_IT_S3_ENDPOINT"),
                            "zitrack.s3.access-key=" + environment("ZITRACK_IT_S3_ACCESS_KEY"),
                            "zitrack.s3.secret-key=" + environment("ZITRACK_IT_S3_SECRET_KEY"),
                            "zitrack.s3.bucket=zitrack-" + run,
                            "zitrack.oidc.issuer=" + environment("ZITRACK_IT_OIDC_ISSUER"),
                            "zitrack.admin.email=" + ADMINISTRATOR)
                    .applyTo(context);
        }

        static String environment(String name) {
            return System.getenv().getOrDefault(name, "");
        }
    }

    @Test
    void unitAnswersAndProvesOnRealServers() throws Exception {
        assumeTrue(System.getenv().keySet().stream().anyMatch(it -> it.startsWith("ZITRACK_IT_")));
        var administrator = administrator();
        var unit = created(administrator.post(
                "/api/units", Map.of("name", "Dinas Uji", "shortName", "DU", "kind", "dinas", "active", true)));
        var period = created(administrator.post(
                "/api/periods",
                Map.of("name", "2026", "year", 2026, "instrumentId", "lke-90-2021", "instrumentVersion", "1")));
        var me = administrator.get("/api/me").expect(200).json().path("id").asString();
        makeCoordinator(administrator, me, unit);
        var assessment = created(administrator.post("/api/assessments", Map.of("unitId", unit, "periodId", period)));

        var codes = TestSheets.choices(TestSheets.instrument("lke-90-2021")).subList(0, 8);
        var answers = Executors.newFixedThreadPool(codes.size());
        var statuses = answers.invokeAll(IntStream.range(0, codes.size())
                .<java.util.concurrent.Callable<Integer>>mapToObj(it -> () -> administrator
                        .put(
                                "/api/assessments/{id}/answers/{code}",
                                "\"0\"",
                                Map.of("value", firstChoice(codes.get(it)), "note", ""),
                                assessment,
                                codes.get(it))
                        .status())
                .toList());
        answers.shutdown();

        for (var status : statuses) {
            assertThat(status.get()).isEqualTo(200);
        }
        assertThat(administrator
                        .get("/api/assessments/{id}", assessment)
                        .expect(200)
                        .json()
                        .path("answers")
                        .size())
                .isEqualTo(codes.size());
        var pdf = pdf();
        var evidence = created(administrator.upload("/api/evidence?unit=" + unit + "&fileName=sk.pdf", pdf));
        assertThat(administrator
                        .get("/api/evidence/{id}/versions/1/content", evidence)
                        .expect(200)
                        .bytes())
                .isEqualTo(pdf);
    }

    private static void makeCoordinator(TestApi administrator, String me, String unit) {
        var person = administrator.get("/api/people/{id}", me).expect(200);
        var body = new LinkedHashMap<String, Object>();
        body.put("name", person.json().path("name").asString());
        body.put("email", person.json().path("email").asString());
        body.put("active", true);
        body.put(
                "roles",
                List.of(
                        Map.of("role", "INSTITUTION_ADMIN", "areas", List.of()),
                        Map.of("role", "UNIT_COORDINATOR", "unitId", unit, "areas", List.of())));
        administrator.put("/api/people/{id}", person.etag(), body, me).expect(200);
    }

    private TestApi administrator() throws IOException, InterruptedException {
        var origin = "http://localhost:" + environment.getProperty("local.server.port");
        var issuer = NamedServers.environment("ZITRACK_IT_OIDC_ISSUER");
        var local = accounts.getIfAvailable();
        if (local != null) {
            firstAdministrator.create("Kabupaten Uji", "Admin Uji", ADMINISTRATOR, ADMINISTRATOR);
            local.invite(ADMINISTRATOR, "Admin Uji", ADMINISTRATOR);
            return new TestApi(origin, () -> local.accessToken(ADMINISTRATOR), null);
        }
        var token = tokenOf(issuer);
        return new TestApi(origin, () -> token, null);
    }

    /** The realm of the test lets the client exchange a password for a token; that of production does not. */
    private static String tokenOf(String issuer) throws IOException, InterruptedException {
        var form = Map.of(
                        "grant_type", "password",
                        "client_id", "zitrack-web",
                        "scope", "openid profile email",
                        "username", NamedServers.environment("ZITRACK_IT_OIDC_USER"),
                        "password", NamedServers.environment("ZITRACK_IT_OIDC_PASSWORD"))
                .entrySet()
                .stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).path("access_token").asString();
    }

    private static String created(TestApi.Answer answer) {
        return answer.expect(201).json().path("id").asString();
    }

    private static String firstChoice(String code) {
        return TestSheets.best(TestSheets.instrument("lke-90-2021").question(code));
    }

    private static byte[] pdf() throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
