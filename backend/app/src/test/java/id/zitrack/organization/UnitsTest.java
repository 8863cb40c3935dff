package id.zitrack.organization;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ZiTrackTest
class UnitsTest {
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
    void aUnitIsAddedBelowAnother() {
        var parent = people.unit();

        var added = add(parent, name()).expect(201);

        assertThat(added.etag()).isEqualTo("\"0\"");
        assertThat(administrator
                        .get(String.valueOf(added.headers().get("location")))
                        .expect(200)
                        .json())
                .isEqualTo(added.json());
        assertThat(lookup.unit(idOf(added)).orElseThrow().ancestors()).containsExactly(parent);
    }

    @Test
    void aUnitWithoutAShortNameIsCalledByItsName() {
        var name = name();

        var added = administrator
                .post("/api/units", Map.of("name", "  " + name + " "))
                .expect(201);

        assertThat(added.json().path("shortName").asString()).isEqualTo(name);
        assertThat(added.json().path("active").asBoolean()).isTrue();
    }

    @Test
    void rulesOfTheTreeAreToldAsProblems() {
        var top = add(null, name()).expect(201);
        var below = add(idOf(top), name()).expect(201);

        assertThat(change(top, idOf(below), name(), true).problem()).isEqualTo("unit-below-itself");
        assertThat(add(idOf(top), below.json().path("name").asString()).problem())
                .isEqualTo("unit-name-taken");
        assertThat(add(UUID.randomUUID(), name()).problem()).isEqualTo("parent-unit-not-there");
        assertThat(change(top, null, name(), false).problem()).isEqualTo("unit-has-active-units");
    }

    @Test
    void aDeactivatedUnitStaysButIsNoLongerOffered() {
        var unit = add(null, name()).expect(201);
        var institution = lookup.unit(idOf(unit)).orElseThrow().institutionId();

        change(unit, null, name(), false).expect(200);

        assertThat(lookup.unit(idOf(unit))).isPresent();
        assertThat(lookup.allUnitsOf(institution)).containsKey(idOf(unit));
        assertThat(lookup.unitsOf(institution)).extracting(UnitView::id).doesNotContain(idOf(unit));
    }

    @Test
    void aChangeNamesTheRevisionItIsBasedOn() {
        var unit = add(null, name()).expect(201);
        var body = body(null, name(), true);

        assertThat(administrator.put("/api/units/{id}", null, body, idOf(unit)).problem())
                .isEqualTo("if-match-required");
        assertThat(administrator
                        .put("/api/units/{id}", "\"x\"", body, idOf(unit))
                        .problem())
                .isEqualTo("invalid-request");
        change(unit, null, name(), true).expect(200);
        var late = change(unit, null, name(), true);
        assertThat(late.problem()).isEqualTo("changed-meanwhile");
        assertThat(late.json().path("current").path("revision").asLong()).isEqualTo(1);
    }

    @Test
    void peopleWhoChangeDifferentUnitsAtOnceDoNotCollide() {
        var units = IntStream.range(0, 8)
                .mapToObj(it -> add(null, name()).expect(201))
                .toList();

        var statuses = units.stream()
                .parallel()
                .map(it -> change(it, null, name(), true).status())
                .toList();

        assertThat(statuses).containsOnly(200);
    }

    @Test
    void ofManyWhoChangeOneUnitAtOnceOneSucceeds() {
        var unit = add(null, name()).expect(201);

        var statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(it -> change(unit, null, name(), true).status())
                .toList();

        assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    }

    @Test
    void ofManyWhoAddOneNameAtOnceOneSucceeds() {
        var name = name();

        var statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(it -> add(null, name).status())
                .toList();

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void twoWhoMoveTwoUnitsBelowEachOtherMakeNoCircle() {
        for (var round = 0; round < 5; round++) {
            var one = add(null, name()).expect(201);
            var two = add(null, name()).expect(201);

            var statuses = Stream.of(List.of(one, two), List.of(two, one))
                    .parallel()
                    .map(it -> change(it.get(0), idOf(it.get(1)), name(), true).status())
                    .toList();

            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void pagesHoldEveryUnitOnceInTheOrderOfTheTree() {
        var token = UUID.randomUUID().toString().substring(0, 8);
        var top = idOf(add(null, "B " + token).expect(201));
        add(top, "D " + token).expect(201);
        var middle = idOf(add(top, "C " + token).expect(201));
        add(middle, "E " + token).expect(201);
        add(null, "A " + token).expect(201);

        var names = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            var page = administrator
                    .get("/api/units?limit=2&q=" + token + cursor)
                    .expect(200)
                    .json();
            page.path("items")
                    .forEach(it -> names.add(it.path("name").asString().substring(0, 1)));
            cursor = page.path("next").isNull()
                    ? null
                    : "&cursor=" + page.path("next").asString();
        }

        assertThat(names).containsExactly("A", "B", "C", "E", "D");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"name\":\"\"}",
                "{\"name\":{\"$ne\":1}}",
                "{\"name\":\"A\\u0007\"}",
                "{\"name\":\"A\\udc00\"}",
                "{\"name\":\"A\\u200b\"}",
                "{\"name\":\"A\",\"parentId\":\"x\"}",
                "{\"name\":\"A\",\"active\":\"perhaps\"}",
                "{\"name\":\"A\"",
                "",
            })
    void whatIsNoUnitIsRefused(String body) {
        assertThat(administrator.post("/api/units", body).problem()).isEqualTo("invalid-request");
    }

    @Test
    void namesHaveALimit() {
        assertThat(add(null, "n".repeat(201)).problem()).isEqualTo("invalid-request");
        assertThat(administrator
                        .post("/api/units", Map.of("name", name(), "shortName", "n".repeat(61)))
                        .problem())
                .isEqualTo("invalid-request");
        assertThat(administrator.get("/api/units?limit=0").status()).isEqualTo(400);
        assertThat(administrator.get("/api/units?cursor=x").status()).isEqualTo(400);
    }

    private TestApi.Answer add(@Nullable UUID parentId, String name) {
        return administrator.post("/api/units", body(parentId, name, true));
    }

    private TestApi.Answer change(TestApi.Answer unit, @Nullable UUID parentId, String name, boolean active) {
        return administrator.put("/api/units/{id}", unit.etag(), body(parentId, name, active), idOf(unit));
    }

    private static Map<String, Object> body(@Nullable UUID parentId, String name, boolean active) {
        var body = new HashMap<String, Object>();
        body.put("parentId", parentId);
        body.put("name", name);
        body.put("active", active);
        return body;
    }

    private static UUID idOf(TestApi.Answer unit) {
        return UUID.fromString(unit.json().path("id").asString());
    }

    private static String name() {
        return "Dinas " + UUID.randomUUID();
    }
}
