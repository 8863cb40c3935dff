package id.zitrack.organization;

import static id.zitrack.TestPeople.on;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ZiTrackTest
class PeriodsAndInstitutionTest {
    @Autowired
    private TestPeople people;

    @Autowired
    private OrganizationLookup lookup;

    private TestApi administrator;

    @BeforeEach
    void signIn() {
        administrator = people.administrator();
    }

    @Test
    void aPeriodKeepsItsDates() {
        var added = add(Map.of(
                        "opensOn", "2026-01-05", "unitDeadline", "2026-04-30", "nominationDeadline", "2026-06-30"))
                .expect(201);

        assertThat(administrator
                        .get(String.valueOf(added.headers().get("location")))
                        .expect(200)
                        .json())
                .isEqualTo(added.json());
        assertThat(added.json().path("unitDeadline").asString()).isEqualTo("2026-04-30");
        assertThat(added.json().path("reviewDeadline").isNull()).isTrue();
        assertThat(lookup.period(idOf(added)).orElseThrow().unitDeadline()).isEqualTo("2026-04-30");
    }

    @Test
    void aPeriodNamesItsInstrumentInTheLanguageOfTheReader() {
        var id = idOf(add(Map.of()).expect(201));

        assertThat(titleOf(id, "id")).isEqualTo(titleOf(id, "fr")).isNotEqualTo(titleOf(id, "en-US,en;q=0.5"));
    }

    @Test
    void aPeriodUsesAPublishedInstrument() {
        assertThat(add(Map.of("instrumentId", "tidak-ada")).problem()).isEqualTo("instrument-not-published");
        assertThat(add(Map.of("instrumentVersion", "99")).problem()).isEqualTo("instrument-not-published");
        var period = add(Map.of()).expect(201);
        assertThat(change(period, Map.of("instrumentId", "tidak-ada")).problem())
                .isEqualTo("instrument-not-published");
    }

    @Test
    void datesComeInTheirOrder() {
        assertThat(add(Map.of("opensOn", "2026-05-01", "unitDeadline", "2026-04-30"))
                        .problem())
                .isEqualTo("dates-out-of-order");
    }

    @Test
    void aDeadlineMovesAtAnyTimeByLetterAndTheOldOneStaysVisible() {
        var period = add(Map.of("unitDeadline", "2026-04-30")).expect(201);

        assertThat(change(period, Map.of("unitDeadline", "2020-01-01")).problem())
                .isEqualTo("dates-move-by-letter");
        assertThat(move(period, "2020-01-01", " ").problem()).isEqualTo("invalid-request");
        var moved = move(period, "2020-01-01", "Surat edaran baru").expect(200);
        var again = move(moved, "2020-02-01", "Diundur lagi").expect(200);

        assertThat(moved.etag()).isEqualTo("\"1\"");
        assertThat(again.json().path("unitDeadline").asString()).isEqualTo("2020-02-01");
        assertThat(move(moved, "2020-03-01", "Dari jendela lama").problem()).isEqualTo("changed-meanwhile");
        var history = administrator
                .get("/api/periods/{id}/moves", idOf(period))
                .expect(200)
                .json();
        assertThat(history).hasSize(2);
        assertThat(history.path(0).path("before").path("until").asString()).isEqualTo("2020-01-01");
        assertThat(history.path(1).path("before").path("until").asString()).isEqualTo("2026-04-30");
        assertThat(history.path(1).path("letter").path("number").asString()).isEqualTo("B/7/2026");
        assertThat(history.path(1).path("reason").asString()).isEqualTo("Surat edaran baru");
        assertThat(history.path(1).path("byName").asString()).isEqualTo("Admin Uji");
    }

    @Test
    void oneUnitGetsMoreTimeForAReason() {
        var period = add(Map.of("unitDeadline", "2026-04-30")).expect(201);
        var unit = people.unit();
        var body = Map.of("unitId", unit, "until", "2026-05-14", "reason", "Kantor kebanjiran");

        var extended = administrator
                .post("/api/periods/{id}/extensions", body, idOf(period))
                .status();
        assertThat(extended).isEqualTo(428);
        var granted = administrator
                .postSeen("/api/periods/{id}/extensions", period.etag(), body, idOf(period))
                .expect(200);

        assertThat(granted.etag()).isEqualTo("\"1\"");
        assertThat(lookup.period(idOf(period)).orElseThrow().unitDeadlineOf(unit))
                .isEqualTo("2026-05-14");
        assertThat(administrator
                        .get("/api/periods/{id}/extensions", idOf(period))
                        .expect(200)
                        .json()
                        .path(0)
                        .path("reason")
                        .asString())
                .isEqualTo("Kantor kebanjiran");
        assertThat(people.person(on(unit, Role.UNIT_COORDINATOR))
                        .get("/api/periods/{id}/extensions", idOf(period))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void roundsAndWindowsBelongToThePeriod() {
        var rounds = List.of(Map.of("name", "Putaran 1", "from", "2026-05-01", "until", "2026-05-10"));

        var period = add(Map.of("rounds", rounds, "repairDays", 3, "repairInWorkingDays", true, "withController", true))
                .expect(201)
                .json();

        assertThat(period.path("rounds").path(0).path("name").asString()).isEqualTo("Putaran 1");
        assertThat(period.path("repairDays").asInt()).isEqualTo(3);
        assertThat(period.path("repairInWorkingDays").asBoolean()).isTrue();
        assertThat(period.path("withController").asBoolean()).isTrue();
        assertThat(period.path("closesAutomatically").asBoolean()).isFalse();
        assertThat(add(Map.of(
                                "rounds",
                                List.of(Map.of("name", "Putaran 1", "from", "2026-05-11", "until", "2026-05-10"))))
                        .problem())
                .isEqualTo("dates-out-of-order");
        assertThat(add(Map.of("repairDays", 0)).problem()).isEqualTo("invalid-request");
    }

    @Test
    void namesOfPeriodsDiffer() {
        var period = add(Map.of()).expect(201);

        assertThat(add(Map.of("name", period.json().path("name").asString())).problem())
                .isEqualTo("period-name-taken");
    }

    @Test
    void ofManyWhoChangeOnePeriodAtOnceOneSucceeds() {
        var period = add(Map.of()).expect(201);

        var statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(it -> change(period, Map.of()).status())
                .toList();

        assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | ''",
                "year | 1999",
                "year | 2101",
                "year | x",
                "instrumentId | ''",
                "unitDeadline | 2026-02-30",
                "unitDeadline | 30/04/2026",
                "opensOn | 2026"
            })
    void whatIsNoPeriodIsRefused(String field, String value) {
        var answer = add(Map.of(field, value));

        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @Test
    void theInstitutionIsDescribed() {
        var before = administrator.get("/api/institution").expect(200);
        var body =
                Map.of("name", before.json().path("name").asString(), "kind", "kabupaten", "address", "Jl. Merdeka 1");

        var after = administrator.put("/api/institution", before.etag(), body).expect(200);

        assertThat(after.json().path("address").asString()).isEqualTo("Jl. Merdeka 1");
        var late = administrator.put("/api/institution", before.etag(), body);
        assertThat(late.problem()).isEqualTo("changed-meanwhile");
        assertThat(late.json().path("current").path("kind").asString()).isEqualTo("kabupaten");
        assertThat(administrator.put("/api/institution", null, body).problem()).isEqualTo("if-match-required");
        assertThat(administrator
                        .put("/api/institution", after.etag(), Map.of("name", " "))
                        .problem())
                .isEqualTo("invalid-request");
    }

    private String titleOf(UUID periodId, String language) {
        return administrator
                .send("GET", "/api/periods/" + periodId, BodyPublishers.noBody(), Map.of("Accept-Language", language))
                .expect(200)
                .json()
                .path("instrumentTitle")
                .asString();
    }

    private TestApi.Answer add(Map<String, Object> details) {
        return administrator.post("/api/periods", body(details));
    }

    private TestApi.Answer change(TestApi.Answer period, Map<String, Object> details) {
        return administrator.put("/api/periods/{id}", period.etag(), body(details), idOf(period));
    }

    private TestApi.Answer move(TestApi.Answer period, String until, String reason) {
        return administrator.postSeen(
                "/api/periods/{id}/moves",
                period.etag(),
                Map.of(
                        "entry",
                        "UNIT_DEADLINE",
                        "until",
                        until,
                        "letterNumber",
                        "B/7/2026",
                        "letterDate",
                        "2026-02-01",
                        "reason",
                        reason),
                idOf(period));
    }

    private static Map<String, Object> body(Map<String, Object> details) {
        var body = new HashMap<String, Object>();
        body.put("name", "Penilaian " + UUID.randomUUID());
        body.put("year", 2026);
        body.put("instrumentId", "lke-90-2021");
        body.put("instrumentVersion", "1");
        body.putAll(details);
        return body;
    }

    private static UUID idOf(TestApi.Answer period) {
        return UUID.fromString(period.json().path("id").asString());
    }
}
