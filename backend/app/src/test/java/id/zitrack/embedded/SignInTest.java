package id.zitrack.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.AccountInvitations;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signing in as a browser does: authorization code with PKCE, pages without scripts, and out again. */
@ZiTrackTest
class SignInTest {
    private static final String PASSWORD = "rahasia sekali 7";
    private static final String VERIFIER = "v".repeat(64);

    @Autowired
    private TestPeople people;

    @Autowired
    private AccountInvitations invitations;

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private String username = "";
    private String invitation = "";

    @BeforeEach
    void invite() {
        username = "siti-" + UUID.randomUUID();
        invitation = URI.create(invitations
                        .invite(username, "Siti <b>Aminah</b>", username + "@instansi.test")
                        .link())
                .getPath();
    }

    @Test
    void invitationSetsThePasswordOnce() throws Exception {
        var page = get(invitation);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Siti &lt;b&gt;Aminah&lt;/b&gt;").doesNotContain("<b>Aminah");

        var saved = submit(page, invitation, Map.of("sandi", PASSWORD, "ulangi", PASSWORD));

        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body()).contains("Kata sandi tersimpan");
        assertThat(get(invitation).statusCode()).isEqualTo(404);
    }

    @Test
    void passwordThatIsTooShortOrTypedDifferentlyIsRefused() throws Exception {
        var page = get(invitation);

        assertThat(submit(page, invitation, Map.of("sandi", "pendek", "ulangi", "pendek"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(submit(page, invitation, Map.of("sandi", PASSWORD, "ulangi", PASSWORD + "x"))
                        .body())
                .contains("belum sama");
    }

    @Test
    void codeFlowGivesTokensThatTheApiAccepts() throws Exception {
        takeUpInvitation();

        var tokens = signIn(PASSWORD);

        var access = claims(tokens.path("access_token").asString());
        assertThat(access.path("email").asString()).isEqualTo(username + "@instansi.test");
        assertThat(access.path("email_verified").asBoolean()).isTrue();
        assertThat(access.path("exp").asLong() - access.path("iat").asLong()).isEqualTo(600);
        assertThat(claims(tokens.path("id_token").asString()).path("iss").asString())
                .isEqualTo(people.origin());
        var me = browser.send(
                HttpRequest.newBuilder(URI.create(people.origin() + "/api/me"))
                        .header(
                                "Authorization",
                                "Bearer " + tokens.path("access_token").asString())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(me.statusCode()).isEqualTo(403);
        assertThat(me.body()).contains("/problems/person-unknown");
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        takeUpInvitation();
        var tokens = signIn(PASSWORD);
        assertThat(authorize("&prompt=none")).contains("code=");

        var out = get("/connect/logout?client_id=zitrack-web&id_token_hint="
                + tokens.path("id_token").asString() + "&post_logout_redirect_uri=" + encode(people.origin() + "/"));

        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(location(out)).isEqualTo(people.origin() + "/");
        assertThat(authorize("&prompt=none")).contains("error=login_required");
    }

    @Test
    void wrongPasswordSaysSoAndGuessingHasToWait() throws Exception {
        takeUpInvitation();
        String failed = "";
        for (int guess = 0; guess < 5; guess++) {
            failed = location(submit(get("/akun/masuk"), "/akun/masuk", Map.of("nama", username, "sandi", "salah")));
        }
        assertThat(get(failed).body()).contains("tidak cocok").contains("value=\"" + username);

        var sixth = submit(get("/akun/masuk"), "/akun/masuk", Map.of("nama", username, "sandi", PASSWORD));

        assertThat(get(location(sixth)).body()).contains("Terlalu banyak percobaan");
    }

    @Test
    void redirectToAnotherPlaceIsRefused() throws Exception {
        var answer = get(
                "/oauth2/authorize?response_type=code&client_id=zitrack-web&scope=openid&code_challenge=" + challenge()
                        + "&code_challenge_method=S256&redirect_uri=" + encode("https://jahat.test/masuk/selesai"));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void flowWithoutProofKeyIsRefused() throws Exception {
        var answer = get("/oauth2/authorize?response_type=code&client_id=zitrack-web&scope=openid&redirect_uri="
                + encode(people.origin() + "/masuk/selesai"));

        assertThat(answer.headers().firstValue("location").orElse("error=")).contains("error=");
    }

    @Test
    void formsFromElsewhereAreRefused() throws Exception {
        assertThat(send(post("/akun/masuk", Map.of("nama", username, "sandi", PASSWORD)))
                        .statusCode())
                .isEqualTo(403);
    }

    private void takeUpInvitation() throws Exception {
        submit(get(invitation), invitation, Map.of("sandi", PASSWORD, "ulangi", PASSWORD));
    }

    private JsonNode signIn(String password) throws Exception {
        assertThat(authorize("")).endsWith("/akun/masuk");
        var done = submit(get("/akun/masuk"), "/akun/masuk", Map.of("nama", username, "sandi", password));
        var back = location(send(HttpRequest.newBuilder(URI.create(location(done)))
                .header("Accept", "text/html")
                .build()));
        assertThat(back).startsWith(people.origin() + "/masuk/selesai?code=");
        var code = back.replaceAll(".*code=([^&]*).*", "$1");
        var answer = send(post(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "zitrack-web",
                        "code",
                        code,
                        "redirect_uri",
                        people.origin() + "/masuk/selesai",
                        "code_verifier",
                        VERIFIER)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private String authorize(String more) throws Exception {
        return location(get("/oauth2/authorize?response_type=code&client_id=zitrack-web&scope=openid%20profile%20email"
                + "&state=s&code_challenge=" + challenge() + "&code_challenge_method=S256&redirect_uri="
                + encode(people.origin() + "/masuk/selesai") + more));
    }

    private static String challenge() throws Exception {
        var hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static JsonNode claims(String token) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : people.origin() + path))
                .header("Accept", "text/html")
                .build());
    }

    private HttpResponse<String> submit(HttpResponse<String> page, String action, Map<String, String> fields)
            throws IOException, InterruptedException {
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"").matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token.group(1));
        return send(post(action, all));
    }

    private HttpRequest post(String path, Map<String, String> fields) {
        var form = fields.entrySet().stream()
                .map(it -> encode(it.getKey()) + "=" + encode(it.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(people.origin() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> answer) {
        return Objects.requireNonNull(answer.headers().firstValue("location").orElse(null), answer::body);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
