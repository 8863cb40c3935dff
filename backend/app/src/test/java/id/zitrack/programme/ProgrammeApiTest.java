package id.zitrack.programme;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static id.zitrack.TestPeople.onAreas;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestApi.Answer;
import id.zitrack.TestPeople;
import id.zitrack.TestSheets;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ZiTrackTest
class ProgrammeApiTest {
    private static final String CODE = "A.I.1.i.a";
    private static final int YEAR = 2026;

    @Autowired
    private TestPeople people;

    private UUID unit;
    private UUID period;
    private TestApi coordinator;

    @BeforeEach
    void aUnitInAPeriod() {
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        period = people.period(TestSheets.LKE);
    }

    @Test
    void workIsPlannedByQuarterAndReported() {
        var planned = plan(work("Monev rencana aksi", 1, 3)).expect(201);
        assertThat(states(planned.json())).hasSize(2);

        var reported = report(coordinator, planned, 1, true, "Rapat 12 Maret").expect(200);

        var first = reported.json().path("quarters").path(0);
        assertThat(first.path("state").asString()).isEqualTo("DONE");
        assertThat(first.path("doneBy").path("id").asString())
                .isEqualTo(coordinator.personId().toString());
        assertThat(first.path("note").asString()).isEqualTo("Rapat 12 Maret");
        var all = report(coordinator, reported, 3, true, null).expect(200);
        assertThat(all.json().path("state").asString()).isEqualTo("DONE");
        assertThat(report(coordinator, all, 2, true, null).problem()).isEqualTo("quarter-not-planned");
        var shown = programme(YEAR);
        assertThat(shown.path("works")).hasSize(1);
        assertThat(shown.path("works").path(0).path("areaLabel").asString()).isNotEmpty();
    }

    @Test
    void whatIsNotDoneWhenItsQuarterIsOverIsLate() {
        var old = coordinator
                .post("/api/programmes/works?unit={u}&year={y}", plain("Sosialisasi", 1), unit, 2020)
                .expect(201);
        var coming = coordinator
                .post("/api/programmes/works?unit={u}&year={y}", plain("Sosialisasi", 1), unit, 2090)
                .expect(201);

        assertThat(old.json().path("state").asString()).isEqualTo("LATE");
        assertThat(coming.json().path("state").asString()).isEqualTo("PLANNED");
    }

    @Test
    void twoPeopleDoNotOverwriteEachOther() {
        var planned = plan(work("Sosialisasi", 2)).expect(201);
        report(coordinator, planned, 2, true, null).expect(200);

        var late = coordinator.put("/api/planned-work/{id}", planned.etag(), work("Sosialisasi dua", 2), idOf(planned));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().path("current").path("state").asString()).isEqualTo("DONE");
        assertThat(coordinator
                        .put("/api/planned-work/{id}", null, work("x", 2), idOf(planned))
                        .problem())
                .isEqualTo("if-match-required");
    }

    @Test
    void planningAnewKeepsWhatWasDone() {
        var planned = plan(work("Monev", 1, 2)).expect(201);
        var reported = report(coordinator, planned, 1, true, null).expect(200);

        var described = coordinator
                .put("/api/planned-work/{id}", reported.etag(), work("Monev triwulanan", 1, 4), idOf(planned))
                .expect(200);

        assertThat(states(described.json())).hasSize(2).startsWith("DONE");
    }

    @Test
    void lastYearIsCopiedOnceWithoutWhatWasDone() {
        var reported = report(coordinator, plan(work("Monev", 1, 2)).expect(201), 1, true, null)
                .expect(200);
        plan(work("Sosialisasi", 3)).expect(201);
        var next = period(YEAR + 1, TestSheets.LKE);

        var copied = copy(YEAR + 1).expect(200).json().path("added").asInt();
        var again = copy(YEAR + 1).expect(200).json().path("added").asInt();

        assertThat(copied).isEqualTo(2);
        assertThat(again).isZero();
        var works = programme(YEAR + 1).path("works");
        assertThat(works).hasSize(2);
        assertThat(states(works.path(0))).doesNotContain("DONE").hasSize(2);
        assertThat(works.path(0).path("title").asString())
                .isEqualTo(reported.json().path("title").asString());
        var periodId = works.path(0).path("periodId");
        if (!periodId.isNull()) {
            assertThat(periodId.asString()).isEqualTo(next.toString());
        }
    }

    @Test
    void theSheetShowsWhatIsPlannedForItsQuestions() {
        plan(work("Bimtek agen perubahan", 2)).expect(201);
        var assessment = coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", period))
                .expect(201)
                .json()
                .path("id")
                .asString();

        var shown = coordinator
                .get("/api/assessments/{id}/planned-work", assessment)
                .expect(200)
                .json();

        assertThat(shown).hasSize(1);
        assertThat(shown.path(0).path("code").asString()).isEqualTo(CODE);
        assertThat(shown.path(0).path("quarters").path(0).asInt()).isEqualTo(2);
    }

    @Test
    void everyRoleReadsAndOnlyTheUnitPlans() {
        var planned = plan(work("Sosialisasi", 2)).expect(201);
        var area = people.person(onAreas(unit, "1"));
        var leader = people.person(everywhere(Role.LEADERSHIP));
        var assessor = people.person(on(unit, Role.TPI_MEMBER));
        var stranger = people.person(on(people.unit(), Role.UNIT_COORDINATOR));

        for (var reader : List.of(area, leader, assessor, people.administrator())) {
            reader.get("/api/planned-work/{id}", idOf(planned)).expect(200);
        }
        for (var other : List.of(leader, assessor, people.administrator())) {
            assertThat(other.post("/api/programmes/works?unit={u}&year={y}", work("x", 1), unit, YEAR)
                            .status())
                    .isEqualTo(403);
            assertThat(report(other, planned, 2, true, null).status()).isEqualTo(403);
        }
        report(area, planned, 2, true, null).expect(200);
        assertThat(stranger.get("/api/planned-work/{id}", idOf(planned)).status())
                .isEqualTo(404);
        assertThat(stranger.get("/api/programmes?unit={u}&year={y}", unit, YEAR).status())
                .isEqualTo(404);
    }

    @Test
    void leadershipSeesHowFarUnitsAre() {
        report(coordinator, plan(work("Monev", 1, 2)).expect(201), 1, true, null)
                .expect(200);
        var leader = people.person(on(unit, Role.LEADERSHIP));

        var rows = leader.get("/api/programmes/progress?year={y}", YEAR)
                .expect(200)
                .json();

        assertThat(rows).hasSize(1);
        var quarter = rows.path(0).path("quarters").path(0);
        assertThat(quarter.path("planned").asInt()).isEqualTo(1);
        assertThat(quarter.path("done").asInt()).isEqualTo(1);
        assertThat(rows.path(0).path("works").asInt()).isEqualTo(1);
    }

    @Test
    void onlyActivitiesOfTheUnitAreLinked() {
        var activity = idOf(coordinator
                .post("/api/activities?unit={u}", Map.of("title", "Rapat", "date", "2026-03-10"), unit)
                .expect(201));
        var elsewhere = people.unit();
        var foreign = idOf(people.person(on(elsewhere, Role.UNIT_COORDINATOR))
                .post("/api/activities?unit={u}", Map.of("title", "Lain", "date", "2026-03-10"), elsewhere)
                .expect(201));
        var body = work("Monev", 1);

        body.put("activityIds", List.of(activity));
        var planned = plan(body).expect(201);
        body.put("activityIds", List.of(activity, foreign));

        assertThat(planned.json().path("activities").path(0).path("title").asString())
                .isEqualTo("Rapat");
        assertThat(plan(body).problem()).isEqualTo("invalid-request");
    }

    @Test
    void whatIsNoPlanIsRefused() {
        for (var wrong : List.of(
                Map.of("title", ""),
                Map.of("title", "x".repeat(301)),
                Map.of("title", "a\u0000b"),
                Map.of("quarters", List.of()),
                Map.of("quarters", List.of(5)),
                Map.of("month", 7),
                Map.of("person", " "),
                Map.of("personId", UUID.randomUUID()),
                Map.of("codes", List.of("X.9")),
                Map.of("area", "tidak-ada"),
                Map.of("periodId", UUID.randomUUID()),
                Map.of("output", "naik\u202Enurut"))) {
            var body = work("Monev", 1);
            body.putAll(wrong);
            assertThat(plan(body).status()).as(wrong.toString()).isEqualTo(400);
        }
        var withoutPeriod = plain("Monev", 1);
        withoutPeriod.put("codes", List.of(CODE));
        assertThat(plan(withoutPeriod).problem()).isEqualTo("invalid-request");
        assertThat(coordinator.get("/api/programmes?unit={u}&year={y}", unit, 1).problem())
                .isEqualTo("invalid-request");
    }

    @Test
    void itIsRemovedByWhoSawTheNewest() {
        var planned = plan(work("Monev", 1)).expect(201);
        report(coordinator, planned, 1, true, null).expect(200);

        assertThat(remove(planned.etag(), idOf(planned)).status()).isEqualTo(412);
        remove("\"2\"", idOf(planned)).expect(204);

        coordinator.get("/api/planned-work/{id}", idOf(planned)).expect(404);
    }

    private Map<String, @Nullable Object> work(String title, Integer... quarters) {
        var body = plain(title, quarters);
        body.put("periodId", period);
        body.put("area", TestSheets.instrument(TestSheets.LKE).areas().get(0).code());
        body.put("codes", List.of(CODE));
        return body;
    }

    private static Map<String, @Nullable Object> plain(String title, Integer... quarters) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("title", title);
        body.put("quarters", List.of(quarters));
        body.put("person", "Kasubag Umum");
        body.put("output", "Laporan");
        return body;
    }

    private Answer plan(Map<String, @Nullable Object> body) {
        return coordinator.post("/api/programmes/works?unit={u}&year={y}", body, unit, YEAR);
    }

    private static Answer report(TestApi who, Answer seen, int quarter, boolean done, @Nullable String note) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("done", done);
        body.put("note", note);
        return who.put("/api/planned-work/{id}/quarters/{q}", seen.etag(), body, idOf(seen), quarter);
    }

    private Answer copy(int year) {
        return coordinator.post("/api/programmes/copy?unit={u}&year={y}", null, unit, year);
    }

    private Answer remove(String etag, String id) {
        return coordinator.send("DELETE", "/api/planned-work/" + id, BodyPublishers.noBody(), Map.of("If-Match", etag));
    }

    private JsonNode programme(int year) {
        return coordinator
                .get("/api/programmes?unit={u}&year={y}", unit, year)
                .expect(200)
                .json();
    }

    private UUID period(int year, String instrument) {
        var body = Map.of(
                "name",
                "Periode " + UUID.randomUUID(),
                "year",
                year,
                "instrumentId",
                instrument,
                "instrumentVersion",
                "1");
        return UUID.fromString(
                idOf(people.administrator().post("/api/periods", body).expect(201)));
    }

    private static List<String> states(JsonNode work) {
        return StreamSupport.stream(work.path("quarters").spliterator(), false)
                .map(it -> it.path("state").asString())
                .toList();
    }

    private static String idOf(Answer answer) {
        return answer.json().path("id").asString();
    }
}
