package id.zitrack.identity;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static id.zitrack.TestPeople.onAreas;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every route of organization, identity and catalog, called by those it is not for. */
@ZiTrackTest
class WhoMayCallTest {
    private static final List<String> FOR_EVERY_ROLE = List.of(
            "GET /api/institution",
            "GET /api/units",
            "GET /api/periods",
            "GET /api/instruments",
            "GET /api/instruments/lke-90-2021/1",
            "GET /api/instruments/lke-90-2021/1/thresholds");

    @Autowired
    private TestPeople people;

    @Test
    void withoutATokenThereIsNothing() {
        for (var route : allRoutes()) {
            assertThat(call(people.nobody(), route)).as(route).isEqualTo("401 sign-in-required");
        }
    }

    @Test
    void anAccountWithoutAPersonOpensNothing() {
        var stranger = people.stranger();

        for (var route : allRoutes()) {
            assertThat(call(stranger, route)).as(route).isEqualTo("403 person-unknown");
        }
        assertThat(call(stranger, "GET /api/me")).isEqualTo("403 person-unknown");
    }

    @Test
    void aPersonWithoutARoleSeesOnlyThemselves() {
        var newcomer = people.person();

        for (var route : allRoutes()) {
            assertThat(call(newcomer, route)).as(route).isIn("403 not-allowed", "404 not-there");
        }
        assertThat(newcomer.get("/api/me").expect(200).json().path("roles")).isEmpty();
    }

    @Test
    void aPersonWhoIsNoLongerActiveMayDoNothing() {
        var unit = people.unit();
        var person = people.person(on(unit, Role.UNIT_COORDINATOR));
        person.get("/api/me").expect(200);

        deactivate(person.personId());

        for (var route : allRoutes()) {
            assertThat(call(person, route)).as(route).isEqualTo("403 person-inactive");
        }
        assertThat(call(person, "GET /api/me")).isEqualTo("403 person-inactive");
    }

    @Test
    void everyRoleSeesTheOrganization() {
        var unit = people.unit();

        for (var caller : everyoneButAdministrators(unit)) {
            for (var route : FOR_EVERY_ROLE) {
                assertThat(call(caller, route)).as(route).isEqualTo("200 ");
            }
        }
    }

    @Test
    void onlyAdministratorsManage() {
        var unit = people.unit();

        for (var caller : everyoneButAdministrators(unit)) {
            for (var route : forAdministrators(unit)) {
                assertThat(call(caller, route)).as(route).isEqualTo("403 not-allowed");
            }
        }
    }

    @Test
    void aUnitOneHasNoRoleOnIsNotThere() {
        var elsewhere = people.person(on(people.unit(), Role.UNIT_COORDINATOR));

        assertThat(call(elsewhere, "PUT /api/units/" + people.unit())).isEqualTo("404 not-there");
    }

    @Test
    void whatDoesNotExistIsNotThereForAdministratorsEither() {
        var nothing = UUID.randomUUID();
        var administrator = people.administrator();

        for (var path : List.of("units", "periods", "people")) {
            assertThat(call(administrator, "GET /api/" + path + "/" + nothing)).isEqualTo("404 not-there");
            assertThat(call(administrator, "PUT /api/" + path + "/" + nothing)).isEqualTo("404 not-there");
            assertThat(call(administrator, "GET /api/" + path + "/x")).isEqualTo("404 not-there");
        }
        assertThat(call(administrator, "POST /api/people/" + nothing + "/invitation"))
                .isEqualTo("404 not-there");
        assertThat(call(administrator, "GET /api/instruments/lke-90-2021/99")).isEqualTo("404 not-there");
        assertThat(call(administrator, "GET /api/instruments/x/1/thresholds")).isEqualTo("404 not-there");
    }

    private List<TestApi> everyoneButAdministrators(UUID unit) {
        return List.of(
                people.person(on(unit, Role.UNIT_COORDINATOR)),
                people.person(onAreas(unit, "1")),
                people.person(on(unit, Role.TPI_MEMBER)),
                people.person(everywhere(Role.TPI_LEAD)),
                people.person(everywhere(Role.TPI_CONTROLLER)),
                people.person(everywhere(Role.LEADERSHIP)));
    }

    private List<String> allRoutes() {
        var routes = new ArrayList<>(FOR_EVERY_ROLE);
        routes.addAll(forAdministrators(UUID.randomUUID()));
        return routes;
    }

    private static List<String> forAdministrators(UUID unit) {
        var id = UUID.randomUUID();
        return List.of(
                "PUT /api/institution",
                "POST /api/units",
                "PUT /api/units/" + unit,
                "POST /api/periods",
                "PUT /api/periods/" + id,
                "GET /api/people",
                "GET /api/people/" + id,
                "POST /api/people",
                "PUT /api/people/" + id,
                "POST /api/people/" + id + "/invitation",
                "PUT /api/instruments/zi-60-2012/1/thresholds");
    }

    /** Calls with a body that is good for every route, and says the status and the problem. */
    private static String call(TestApi caller, String route) {
        var parts = route.split(" ", 2);
        var body = Map.of(
                "name",
                "Nama " + UUID.randomUUID(),
                "email",
                UUID.randomUUID() + "@instansi.test",
                "roles",
                List.of(),
                "year",
                2026,
                "instrumentId",
                "lke-90-2021",
                "instrumentVersion",
                "1");
        var answer = switch (parts[0]) {
            case "GET" -> caller.get(parts[1]);
            case "POST" -> caller.post(parts[1], body);
            default -> caller.put(parts[1], "\"0\"", body);
        };
        return answer.status() + " " + answer.problem();
    }

    private void deactivate(UUID personId) {
        var person = people.administrator().get("/api/people/{id}", personId).expect(200);
        var body = Map.of(
                "name", person.json().path("name").asString(),
                "email", person.json().path("email").asString(),
                "active", false,
                "roles", List.of());
        people.administrator()
                .put("/api/people/{id}", person.etag(), body, personId)
                .expect(200);
    }
}
