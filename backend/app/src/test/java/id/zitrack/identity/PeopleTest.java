package id.zitrack.identity;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ZiTrackTest
class PeopleTest {
    @Autowired
    private TestPeople people;

    private TestApi administrator;

    @BeforeEach
    void signIn() {
        administrator = people.administrator();
    }

    @Test
    void aPersonIsEnteredWithRolesPerUnit() {
        var unit = people.unit();
        var email = email();

        var entered = enter(Map.of(
                "name",
                "  Rina Hartati ",
                "email",
                email.toUpperCase(Locale.ROOT),
                "homeUnitId",
                unit,
                "roles",
                List.of(role("AREA_COORDINATOR", unit, "1", "3"), role("TPI_MEMBER", null))));

        var person = entered.expect(201).json();
        assertThat(person.path("name").asString()).isEqualTo("Rina Hartati");
        assertThat(person.path("email").asString()).isEqualTo(email);
        assertThat(person.path("username").asString()).isEqualTo(email);
        assertThat(person.path("active").asBoolean()).isTrue();
        assertThat(person.path("roles").path(0).path("areas").toString()).isEqualTo("[\"1\",\"3\"]");
        assertThat(administrator
                        .get(String.valueOf(entered.headers().get("location")))
                        .expect(200)
                        .json())
                .isEqualTo(person);
    }

    @Test
    void aPersonSeesTheirOwnRolesAndUnits() {
        var unit = people.unit();
        var person = people.person(unit, on(unit, Role.UNIT_COORDINATOR), everywhere(Role.TPI_LEAD));

        var me = person.get("/api/me").expect(200).json();

        assertThat(me.path("id").asString()).isEqualTo(person.personId().toString());
        assertThat(me.path("homeUnitId").asString()).isEqualTo(unit.toString());
        assertThat(me.path("judgesUnits").asBoolean()).isTrue();
        assertThat(me.path("roles").path(0).path("unitName").asString()).startsWith("Unit Uji");
        assertThat(me.path("institution").path("name").asString()).isNotEmpty();
    }

    @Test
    void anEmailBelongsToOnePersonWhateverItsCase() {
        var email = email();
        enter(person(email)).expect(201);

        assertThat(enter(person(email.toUpperCase(Locale.ROOT))).problem()).isEqualTo("email-taken");
    }

    @Test
    void anEmailIsFreeAgainOnceItsPersonHasAnother() {
        var email = email();
        var first = enter(person(email)).expect(201);
        change(first, person(email())).expect(200);

        enter(withUsername(person(email), "nama-lain-" + UUID.randomUUID())).expect(201);
    }

    @Test
    void aPersonCannotTakeTheEmailOfAnother() {
        var taken = email();
        enter(person(taken)).expect(201);
        var other = enter(person(email())).expect(201);

        assertThat(change(other, person(taken)).problem()).isEqualTo("email-taken");
        assertThat(reread(other)).isEqualTo(other.json());
    }

    @Test
    void anAccountNameStaysWithItsPersonForGood() {
        var username = "nama-" + UUID.randomUUID();
        var first = enter(withUsername(person(email()), username)).expect(201);

        assertThat(change(first, withUsername(person(email()), "lain-" + UUID.randomUUID()))
                        .problem())
                .isEqualTo("username-fixed");
        assertThat(enter(withUsername(person(email()), username.toUpperCase(Locale.ROOT)))
                        .problem())
                .isEqualTo("username-taken");
    }

    @Test
    void anEmailRefusedWithItsAccountNameStaysFree() {
        var username = "nama-" + UUID.randomUUID();
        enter(withUsername(person(email()), username)).expect(201);
        var email = email();
        assertThat(enter(withUsername(person(email), username)).problem()).isEqualTo("username-taken");

        enter(person(email)).expect(201);
    }

    @Test
    void ofManyWhoEnterOneEmailAtOnceOneSucceeds() {
        var email = email();

        var statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(it -> enter(withUsername(person(email), "orang-" + UUID.randomUUID()))
                        .status())
                .toList();

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void aChangeNamesTheRevisionItIsBasedOn() {
        var entered = enter(person(email())).expect(201);
        var id = idOf(entered);

        assertThat(administrator
                        .put("/api/people/{id}", null, person(email()), id)
                        .problem())
                .isEqualTo("if-match-required");
        change(entered, person(email())).expect(200);
        var second = change(entered, person(email()));
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.json().path("current").path("revision").asLong()).isEqualTo(1);
    }

    @Test
    void ofManyWhoChangeOneRevisionAtOnceOneSucceeds() {
        var entered = enter(person(email())).expect(201);

        var statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(it -> change(entered, person(email())).status())
                .toList();

        assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    }

    @Test
    void anEmailOfAChangeThatCameTooLateStaysFree() {
        var entered = enter(person(email())).expect(201);
        var emails = IntStream.range(0, 6).mapToObj(it -> email()).toList();

        emails.stream().parallel().forEach(it -> change(entered, person(it)));

        var kept = reread(entered).path("email").asString();
        for (var email : emails) {
            var taken = email.equals(kept) ? 409 : 201;
            enter(withUsername(person(email), "nama-" + UUID.randomUUID())).expect(taken);
        }
    }

    @Test
    void rolesAreHeldWhereTheyCanBeHeld() {
        var unit = people.unit();

        assertThat(enter(person(email(), role("UNIT_COORDINATOR", null))).problem())
                .isEqualTo("role-needs-unit");
        assertThat(enter(person(email(), role("AREA_COORDINATOR", null, "1"))).problem())
                .isEqualTo("role-needs-unit");
        assertThat(enter(person(email(), role("INSTITUTION_ADMIN", unit))).problem())
                .isEqualTo("role-of-institution");
        assertThat(enter(person(email(), role("TPI_LEAD", unit, "1"))).problem())
                .isEqualTo("role-without-areas");
        assertThat(enter(person(email(), role("TPI_LEAD", UUID.randomUUID()))).problem())
                .isEqualTo("role-unit-not-there");
    }

    @Test
    void nobodyTakesAwayTheirOwnAdministration() {
        var second = people.person(everywhere(Role.INSTITUTION_ADMIN));
        var self = second.get("/api/people/{id}", second.personId()).expect(200);
        var email = self.json().path("email").asString();
        var withoutRole = person(email);
        var inactive = new HashMap<>(person(email, role("INSTITUTION_ADMIN", null)));
        inactive.put("active", false);

        for (var body : List.of(withoutRole, inactive)) {
            assertThat(second.put("/api/people/{id}", self.etag(), body, second.personId())
                            .problem())
                    .isEqualTo("own-administration");
        }
    }

    @Test
    void anotherAdministratorTakesItAway() {
        var second = people.person(everywhere(Role.INSTITUTION_ADMIN));
        var before = administrator.get("/api/people/{id}", second.personId()).expect(200);

        change(before, person(before.json().path("email").asString())).expect(200);

        assertThat(second.get("/api/people").status()).isEqualTo(403);
    }

    @Test
    void aSearchFindsNamesEmailsAndAccountNames() {
        var token = UUID.randomUUID().toString();
        var byName = enter(named("Ibu " + token.toUpperCase(Locale.ROOT))).expect(201);
        var byEmail = enter(person(token + "@instansi.test")).expect(201);

        assertThat(idsOf("/api/people?q=" + token)).containsExactlyInAnyOrder(idOf(byName), idOf(byEmail));
    }

    @ParameterizedTest
    @ValueSource(strings = {".*", "(((", "%5CE.*", "$where", "[a-", "%00", "a%0Ab", "%E2%80%AE"})
    void aSearchTakesWhatIsTypedLiterally(String sought) {
        var answer = administrator.get("/api/people?q=" + sought);

        assertThat(answer.status()).isIn(200, 400);
        if (answer.status() == 200) {
            assertThat(answer.json().path("items")).isEmpty();
        }
    }

    @Test
    void pagesHoldEverybodyOnceInTheOrderOfNames() {
        var token = UUID.randomUUID().toString().substring(0, 8);
        var entered = new HashSet<UUID>();
        for (var name : List.of("citra", "Ani", "budi", "Ani", "Dewi")) {
            entered.add(idOf(enter(named(name + " " + token)).expect(201)));
        }

        var names = new ArrayList<String>();
        var seen = new HashSet<UUID>();
        String cursor = "";
        do {
            var page = administrator
                    .get("/api/people?limit=2&q=" + token + cursor)
                    .expect(200)
                    .json();
            page.path("items").forEach(it -> {
                names.add(it.path("name").asString().split(" ")[0]);
                seen.add(UUID.fromString(it.path("id").asString()));
            });
            cursor = page.path("next").isNull()
                    ? null
                    : "&cursor=" + page.path("next").asString();
        } while (cursor != null);

        assertThat(names).containsExactly("Ani", "Ani", "budi", "citra", "Dewi");
        assertThat(seen).isEqualTo(entered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"x\"",
                "{\"name\":{\"$gt\":\"\"},\"email\":\"a@b.id\",\"roles\":[]}",
                "{\"name\":\"A\",\"email\":[\"a@b.id\"],\"roles\":[]}",
                "{\"name\":\" \",\"email\":\"a@b.id\",\"roles\":[]}",
                "{\"name\":\"A\\u0000\",\"email\":\"a@b.id\",\"roles\":[]}",
                "{\"name\":\"A\\ud800\",\"email\":\"a@b.id\",\"roles\":[]}",
                "{\"name\":\"A\\u202e\",\"email\":\"a@b.id\",\"roles\":[]}",
                "{\"name\":\"A\",\"email\":\"a@b\",\"roles\":[]}",
                "{\"name\":\"A\",\"email\":\"a b@c.id\",\"roles\":[]}",
                "{\"name\":\"A\",\"email\":\"a@b.id\"}",
                "{\"name\":\"A\",\"email\":\"a@b.id\",\"roles\":[null]}",
                "{\"name\":\"A\",\"email\":\"a@b.id\",\"roles\":[{}]}",
                "{\"name\":\"A\",\"email\":\"a@b.id\",\"roles\":[{\"role\":\"ROOT\"}]}",
                "{\"name\":\"A\",\"email\":\"a@b.id\",\"roles\":[{\"role\":\"TPI_LEAD\",\"unitId\":\"x\"}]}",
                "{\"name\":\"A\",\"email\":\"a@b.id\",\"roles\":[{\"role\":\"AREA_COORDINATOR\",\"areas\":[\"<b>\"]}]}",
                "{\"name\":\"A\",\"email\":\"a@b.id\",\"username\":\"../x\",\"roles\":[]}",
                "{\"name\":\"A\",\"email\":\"a@b.id\",\"roles\":[]",
            })
    void whatIsNoPersonIsRefused(String body) {
        var answer = administrator.post("/api/people", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.json().path("errors")).isNotEmpty();
    }

    @Test
    void namesAndListsHaveALimit() {
        assertThat(enter(named("n".repeat(201))).problem()).isEqualTo("invalid-request");
        assertThat(enter(person("a".repeat(65) + "@instansi.test")).problem()).isEqualTo("invalid-request");
        var roles =
                IntStream.range(0, 201).mapToObj(it -> role("TPI_MEMBER", null)).toArray(Map<?, ?>[]::new);
        assertThat(enter(person(email(), roles)).problem()).isEqualTo("invalid-request");
        assertThat(administrator.get("/api/people?q=" + "q".repeat(300)).status())
                .isEqualTo(400);
        assertThat(administrator.get("/api/people?limit=201").status()).isEqualTo(400);
        assertThat(administrator.get("/api/people?cursor=x").status()).isEqualTo(400);
    }

    @Test
    void anInvitationIsALinkThatEnds() {
        var entered = enter(person(email())).expect(201);

        var invitation = administrator
                .post("/api/people/{id}/invitation", null, idOf(entered))
                .expect(200)
                .json();

        assertThat(invitation.path("link").asString()).startsWith("http");
        assertThat(invitation.path("expiresAt").asString()).isNotEmpty();
    }

    @Test
    void whoIsNotActiveIsNotInvited() {
        var inactive = new HashMap<>(person(email()));
        inactive.put("active", false);
        var entered = enter(inactive).expect(201);

        assertThat(administrator
                        .post("/api/people/{id}/invitation", null, idOf(entered))
                        .problem())
                .isEqualTo("inactive-person-invited");
    }

    private TestApi.Answer enter(Map<String, Object> body) {
        return administrator.post("/api/people", body);
    }

    private TestApi.Answer change(TestApi.Answer person, Map<String, Object> body) {
        return administrator.put("/api/people/{id}", person.etag(), body, idOf(person));
    }

    private JsonNode reread(TestApi.Answer person) {
        return administrator.get("/api/people/{id}", idOf(person)).expect(200).json();
    }

    private List<UUID> idsOf(String path) {
        var ids = new ArrayList<UUID>();
        administrator
                .get(path)
                .expect(200)
                .json()
                .path("items")
                .forEach(it -> ids.add(UUID.fromString(it.path("id").asString())));
        return ids;
    }

    private static UUID idOf(TestApi.Answer person) {
        return UUID.fromString(person.json().path("id").asString());
    }

    private static String email() {
        return UUID.randomUUID() + "@instansi.test";
    }

    private static Map<String, Object> named(String name) {
        return Map.of("name", name, "email", email(), "roles", List.of());
    }

    private static Map<String, Object> person(String email, Map<?, ?>... roles) {
        return Map.of("name", "Orang Uji", "email", email, "roles", Arrays.asList(roles));
    }

    private static Map<String, Object> withUsername(Map<String, Object> person, String username) {
        var body = new HashMap<>(person);
        body.put("username", username);
        return body;
    }

    private static Map<String, Object> role(String role, @Nullable UUID unitId, String... areas) {
        var body = new HashMap<String, Object>();
        body.put("role", role);
        body.put("unitId", unitId);
        body.put("areas", List.of(areas));
        return body;
    }
}
