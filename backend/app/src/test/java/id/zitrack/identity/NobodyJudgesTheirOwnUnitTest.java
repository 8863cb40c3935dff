package id.zitrack.identity;

import static id.zitrack.identity.Role.AREA_COORDINATOR;
import static id.zitrack.identity.Role.INSTITUTION_ADMIN;
import static id.zitrack.identity.Role.LEADERSHIP;
import static id.zitrack.identity.Role.TPI_CONTROLLER;
import static id.zitrack.identity.Role.TPI_LEAD;
import static id.zitrack.identity.Role.TPI_MEMBER;
import static id.zitrack.identity.Role.UNIT_COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.organization.UnitView;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NobodyJudgesTheirOwnUnitTest {
    private final UUID institution = UUID.randomUUID();
    private final UnitView secretariat = unit(null, List.of());
    private final UnitView legalSection = unit(secretariat.id(), List.of(secretariat.id()));
    private final UnitView draftingDesk = unit(legalSection.id(), List.of(legalSection.id(), secretariat.id()));
    private final UnitView clinic = unit(null, List.of());

    @ParameterizedTest
    @EnumSource(names = {"TPI_MEMBER", "TPI_LEAD", "TPI_CONTROLLER"})
    void rolesOfTheTpiVanishOnTheHomeUnit(Role tpi) {
        var person = person(clinic, everywhere(tpi));

        assertThat(person.rolesOn(clinic)).isEmpty();
        assertThat(person.rolesOn(secretariat)).containsExactly(tpi);
    }

    @ParameterizedTest
    @EnumSource(names = {"TPI_MEMBER", "TPI_LEAD", "TPI_CONTROLLER"})
    void rolesOfTheTpiVanishWhereOneCoordinatesAnArea(Role tpi) {
        var person = person(null, everywhere(tpi), on(clinic, AREA_COORDINATOR));

        assertThat(person.rolesOn(clinic)).containsExactly(AREA_COORDINATOR);
        assertThat(person.rolesOn(secretariat)).containsExactly(tpi);
    }

    @Test
    void rolesOfTheTpiVanishWhereOneCoordinatesTheUnitHoweverTheyAreHeld() {
        var person = person(
                null,
                on(legalSection, TPI_LEAD),
                on(secretariat, TPI_MEMBER),
                everywhere(TPI_CONTROLLER),
                on(legalSection, UNIT_COORDINATOR));

        assertThat(person.rolesOn(legalSection)).containsExactly(UNIT_COORDINATOR);
        assertThat(person.rolesOn(draftingDesk)).containsExactlyInAnyOrder(TPI_LEAD, TPI_MEMBER, TPI_CONTROLLER);
    }

    @Test
    void rolesOfTheTpiVanishOnTheHomeUnitEvenWhenAssignedToItByName() {
        var person = person(clinic, on(clinic, TPI_CONTROLLER), on(clinic, TPI_MEMBER));

        assertThat(person.rolesOn(clinic)).isEmpty();
    }

    @Test
    void otherRolesStayOnTheHomeUnit() {
        var person = person(clinic, everywhere(TPI_LEAD), everywhere(LEADERSHIP), everywhere(INSTITUTION_ADMIN));

        assertThat(person.rolesOn(clinic)).containsExactlyInAnyOrder(LEADERSHIP, INSTITUTION_ADMIN);
    }

    @Test
    void noActionOfJudgingIsLeftOnTheHomeUnit() {
        var person = person(
                clinic,
                Stream.of(Role.values())
                        .filter(it -> !it.isOfUnit())
                        .map(NobodyJudgesTheirOwnUnitTest::everywhere)
                        .toArray(Assignment[]::new));

        var roles = person.rolesOn(clinic);

        assertThat(Stream.of(Action.JUDGE, Action.RETURN, Action.ACCEPT, Action.CLOSE))
                .noneMatch(it -> it.isFor(roles));
    }

    @Test
    void theTpiAndLeadershipReachEverythingBelowTheirUnit() {
        var person = person(null, on(secretariat, TPI_MEMBER), on(legalSection, LEADERSHIP));

        assertThat(person.rolesOn(secretariat)).containsExactly(TPI_MEMBER);
        assertThat(person.rolesOn(draftingDesk)).containsExactlyInAnyOrder(TPI_MEMBER, LEADERSHIP);
        assertThat(person.rolesOn(clinic)).isEmpty();
    }

    @Test
    void nothingReachesUpwards() {
        var person = person(null, on(draftingDesk, TPI_CONTROLLER), on(draftingDesk, LEADERSHIP));

        assertThat(person.rolesOn(legalSection)).isEmpty();
    }

    @Test
    void coordinatorsReachTheirUnitAlone() {
        var person = person(null, on(secretariat, UNIT_COORDINATOR), on(secretariat, AREA_COORDINATOR));

        assertThat(person.rolesOn(secretariat)).containsExactlyInAnyOrder(UNIT_COORDINATOR, AREA_COORDINATOR);
        assertThat(person.rolesOn(legalSection)).isEmpty();
    }

    @Test
    void noRoleCountsInAnotherInstitution() {
        var elsewhere = new UnitView(UUID.randomUUID(), UUID.randomUUID(), null, "Lain", "Lain", List.of());
        var person = person(null, everywhere(INSTITUTION_ADMIN), everywhere(LEADERSHIP), everywhere(TPI_LEAD));

        assertThat(person.rolesOn(elsewhere)).isEmpty();
    }

    @Test
    void areasOfSeveralAssignmentsAddUp() {
        var person = person(
                null,
                new Assignment(AREA_COORDINATOR, clinic.id(), Set.of("1")),
                new Assignment(AREA_COORDINATOR, clinic.id(), Set.of("2", "3")),
                new Assignment(AREA_COORDINATOR, secretariat.id(), Set.of("4")));

        assertThat(person.areasOn(clinic.id())).containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    void aUnitCoordinatorAnswersForAllAreasWhateverElseTheyHold() {
        var person =
                person(null, new Assignment(AREA_COORDINATOR, clinic.id(), Set.of("1")), on(clinic, UNIT_COORDINATOR));

        assertThat(person.areasOn(clinic.id())).isEmpty();
    }

    private Person person(@Nullable UnitView home, Assignment... roles) {
        var profile = new Person.Profile(
                "Sari Dewi", "sari@contoh.go.id", "sari", true, home == null ? null : home.id(), List.of(roles));
        return new Person(UUID.randomUUID(), institution, profile);
    }

    private UnitView unit(@Nullable UUID parentId, List<UUID> ancestors) {
        return new UnitView(UUID.randomUUID(), institution, parentId, "Unit", "Unit", ancestors);
    }

    private static Assignment everywhere(Role role) {
        return new Assignment(role, null, Set.of());
    }

    private static Assignment on(UnitView unit, Role role) {
        return new Assignment(role, unit.id(), Set.of());
    }
}
