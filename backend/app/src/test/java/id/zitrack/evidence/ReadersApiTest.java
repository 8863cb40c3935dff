package id.zitrack.evidence;

import static id.zitrack.TestPeople.on;
import static id.zitrack.TestPeople.onAreas;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.inspection.SampleFiles;
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
class ReadersApiTest {
    private static final String INSTRUMENT = "lke-90-2021";
    private static final String QUESTION = "A.I.1.i.a";

    @Autowired
    private TestPeople people;

    private UUID unit;
    private UUID assessment;
    private UUID evidence;
    private TestApi uploader;
    private TestApi coordinator;
    private TestApi member;
    private TestApi lead;
    private TestApi leader;

    @BeforeEach
    void secretEvidenceOfAUnit() {
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        uploader = people.person(onAreas(unit));
        member = people.person(on(unit, Role.TPI_MEMBER));
        lead = people.person(on(unit, Role.TPI_LEAD));
        leader = people.person(on(unit, Role.LEADERSHIP));
        assessment = UUID.fromString(coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", people.period(INSTRUMENT)))
                .expect(201)
                .json()
                .path("id")
                .asString());
        evidence = UUID.fromString(uploader.upload(
                        "/api/evidence?unit=" + unit + "&fileName=wbs.pdf&assessment=" + assessment + "&question="
                                + QUESTION,
                        SampleFiles.pdf("wbs " + unit))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    @Test
    void withoutAListTheUsualPeopleSeeIt() {
        describe(uploader, "secret", null);

        for (var reader : List.of(uploader, coordinator, member, lead)) {
            assertThat(seesEverywhere(reader)).isTrue();
        }
        assertThat(seesNowhere(leader)).isTrue();
    }

    @Test
    void aListTakesThePlaceOfTheUsualPeopleOnEveryPath() {
        describe(uploader, "secret", List.of(lead.personId(), leader.personId()));

        for (var reader : List.of(uploader, lead, leader)) {
            assertThat(seesEverywhere(reader)).isTrue();
        }
        for (var other : List.of(coordinator, member)) {
            assertThat(seesNowhere(other)).isTrue();
        }
    }

    @Test
    void whoeverMakesTheListIsOnIt() {
        describe(coordinator, "secret", List.of(lead.personId()));

        assertThat(seesEverywhere(coordinator)).isTrue();
        var names = coordinator.get("/api/evidence/{id}", evidence).json().path("readers");
        assertThat(ids(names)).containsExactlyInAnyOrder(lead.personId(), coordinator.personId());
    }

    @Test
    void onlySecretEvidenceHasAList() {
        describe(uploader, "internal", List.of(lead.personId()));

        assertThat(seesEverywhere(member)).isTrue();
        assertThat(member.get("/api/evidence/{id}", evidence)
                        .json()
                        .path("readers")
                        .isNull())
                .isTrue();
    }

    @Test
    void aListCannotNameSomebodyWithoutARoleOnTheUnit() {
        var elsewhere = people.person(on(people.unit(), Role.UNIT_COORDINATOR));

        var refused = put(uploader, "secret", List.of(elsewhere.personId()));

        assertThat(refused.problem()).isEqualTo("invalid-request");
        assertThat(ids(uploader.get("/api/evidence/readers?unit={u}", unit)
                        .expect(200)
                        .json()))
                .contains(lead.personId(), leader.personId(), uploader.personId())
                .doesNotContain(elsewhere.personId());
        assertThat(elsewhere.get("/api/evidence/readers?unit={u}", unit).status())
                .isEqualTo(404);
        assertThat(leader.get("/api/evidence/readers?unit={u}", unit).status()).isEqualTo(403);
    }

    @Test
    void aRoleThatIsTakenAwayEndsReadingInSpiteOfTheList() {
        var guest = people.person(on(unit, Role.LEADERSHIP));
        describe(uploader, "secret", List.of(guest.personId()));
        assertThat(seesEverywhere(guest)).isTrue();
        var person = people.administrator().get("/api/people/{id}", guest.personId());
        var body = new LinkedHashMap<String, Object>();
        for (var field : List.of("name", "email", "username")) {
            body.put(field, person.json().path(field).asString());
        }
        body.put("active", true);
        body.put("roles", List.of());
        people.administrator()
                .put("/api/people/{id}", person.etag(), body, guest.personId())
                .expect(200);

        assertThat(guest.get("/api/evidence/{id}", evidence).status()).isEqualTo(404);
    }

    private boolean seesEverywhere(TestApi who) {
        return who.get("/api/evidence/{id}", evidence).status() == 200
                && who.get("/api/evidence/{id}/uses", evidence).status() == 200
                && who.get("/api/evidence/{id}/versions/1/content", evidence).status() == 200
                && who.get("/api/evidence?unit={u}", unit).text().contains(evidence.toString())
                && who.get("/api/assessments/{id}/evidence", assessment).text().contains(evidence.toString());
    }

    private boolean seesNowhere(TestApi who) {
        return who.get("/api/evidence/{id}", evidence).status() == 404
                && who.get("/api/evidence/{id}/uses", evidence).status() == 404
                && who.get("/api/evidence/{id}/versions/1/content", evidence).status() == 404
                && who.post("/api/evidence/{id}/versions/1/ticket", null, evidence)
                                .status()
                        == 404
                && !who.get("/api/evidence?unit={u}&q=wbs", unit).text().contains(evidence.toString())
                && !who.get("/api/assessments/{id}/evidence", assessment).text().contains(evidence.toString());
    }

    private void describe(TestApi who, String confidentiality, @Nullable List<UUID> readers) {
        put(who, confidentiality, readers).expect(200);
    }

    private TestApi.Answer put(TestApi who, String confidentiality, @Nullable List<UUID> readers) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("title", "Laporan WBS");
        body.put("confidentiality", confidentiality);
        body.put("readers", readers);
        return who.put(
                "/api/evidence/{id}",
                who.get("/api/evidence/{id}", evidence).expect(200).etag(),
                body,
                evidence);
    }

    private static List<UUID> ids(JsonNode people) {
        return StreamSupport.stream(people.spliterator(), false)
                .map(it -> UUID.fromString(it.path("id").asString()))
                .toList();
    }
}
