package id.zitrack;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.embedded.LocalAccounts;
import id.zitrack.identity.Role;
import id.zitrack.identity.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The demo as somebody meets it who starts it for the first time. */
class DemoTest {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Test
    void theRegencyHasUnitsInEveryStagePeopleForEveryRoleAndRealEvidence(@TempDir Path data) throws Exception {
        try (var server = start(data)) {
            seeding().join(LONGEST.toMillis());

            var admin = as(server, "admin");
            assertThat(data.resolve("peragaan-belum-lengkap.txt")).doesNotExist();
            assertThat(stages(admin)).containsAll(EnumSet.range(Stage.DRAFT, Stage.NOMINATED));
            assertThat(stages(admin))
                    .contains(Stage.SELECTION_FAILED, Stage.AWARDED, Stage.NOT_AWARDED, Stage.MONITORED);
            assertThat(calendar(admin, "moves")).isEqualTo(1);
            assertThat(calendar(admin, "extensions")).isEqualTo(1);
            assertThat(lateSheets(admin)).isPositive();
            assertThat(roles(admin)).contains(Role.values());
            assertThat(evidence(as(server, "bupati"))).isGreaterThanOrEqualTo(150);
            assertThat(admin.get("/api/assessments?limit=200").text())
                    .contains(TestSheets.LKE)
                    .contains(TestSheets.CHECKLIST);
            somethingHappensAroundTheEvidence(as(server, "siti"), admin, as(server, "budi"));
            assertThat(admin.get("/akun/masuk").expect(200).text())
                    .contains("siti")
                    .contains("zitrack-demo");
        }
    }

    private static void somethingHappensAroundTheEvidence(TestApi siti, TestApi admin, TestApi assessor) {
        var unit = unitOf(siti);
        var activities = siti.get("/api/activities?unit=" + unit).expect(200).json();
        assertThat(activities.path("items")).hasSizeGreaterThan(1).allSatisfy(it -> {
            assertThat(it.path("missing")).isNotEmpty();
            assertThat(it.path("questions"))
                    .isNotEmpty()
                    .allSatisfy(question ->
                            assertThat(question.path("waiting").asInt()).isZero());
        });
        var evidence = siti.get("/api/evidence?unit=" + unit + "&limit=100")
                .expect(200)
                .json()
                .path("items");
        assertThat(evidence)
                .anySatisfy(it -> assertThat(it.path("validUntil").asString(""))
                        .isBetween(
                                LocalDate.now().toString(),
                                LocalDate.now().plusDays(30).toString()));
        assertThat(evidence)
                .anySatisfy(it -> assertThat(it.path("readers").size()).isEqualTo(2));
        assertThat(admin.get("/api/kept-evidence?state=REMOVED")
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(1);
        var states = new HashSet<String>();
        for (JsonNode sheet :
                assessor.get("/api/assessments?limit=200").expect(200).json().path("items")) {
            for (JsonNode it : assessor.get(
                            "/api/assessments/{id}/inquiries", sheet.path("id").asString())
                    .expect(200)
                    .json()) {
                states.add(it.path("state").asString());
            }
        }
        assertThat(states).contains("OPEN", "ANSWERED");
    }

    private static String unitOf(TestApi person) {
        return person.get("/api/me")
                .expect(200)
                .json()
                .path("roles")
                .path(0)
                .path("unitId")
                .asString();
    }

    private static ConfigurableApplicationContext start(Path data) {
        return new SpringApplicationBuilder(ZiTrackApplication.class)
                .run("--server.port=0", "--zitrack.data=" + data, "--zitrack.demo=true");
    }

    /** The thread that fills the demo once the server answers. */
    private static Thread seeding() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(it -> it.getName().equals("demo"))
                .findFirst()
                .orElseThrow();
    }

    private static TestApi as(ConfigurableApplicationContext server, String username) {
        var origin = "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
        return new TestApi(origin, () -> server.getBean(LocalAccounts.class).accessToken(username), null);
    }

    private static Set<Stage> stages(TestApi admin) {
        var stages = new HashSet<Stage>();
        for (JsonNode it :
                admin.get("/api/assessments?limit=200").expect(200).json().path("items")) {
            stages.add(Stage.valueOf(it.path("stage").asString()));
        }
        return stages;
    }

    /** How much was moved or granted in all calendars. */
    private static int calendar(TestApi admin, String what) {
        int count = 0;
        for (JsonNode it : admin.get("/api/periods").expect(200).json()) {
            count += admin.get("/api/periods/{id}/" + what, it.path("id").asString())
                    .expect(200)
                    .json()
                    .size();
        }
        return count;
    }

    /** Sheets that were begun and are late. */
    private static int lateSheets(TestApi admin) {
        int count = 0;
        for (JsonNode it :
                admin.get("/api/assessments?limit=200").expect(200).json().path("items")) {
            count += it.path("late").asInt() > 0 ? 1 : 0;
        }
        return count;
    }

    private static Set<Role> roles(TestApi admin) {
        var roles = new HashSet<Role>();
        for (JsonNode person :
                admin.get("/api/people?limit=200").expect(200).json().path("items")) {
            for (JsonNode held : person.path("roles")) {
                roles.add(Role.valueOf(held.path("role").asString()));
            }
        }
        return roles;
    }

    private static int evidence(TestApi leader) {
        var health = leader.get("/api/readiness").expect(200).json().path("evidence");
        return health.path("available").asInt();
    }
}
