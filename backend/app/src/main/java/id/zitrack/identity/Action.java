package id.zitrack.identity;

import static id.zitrack.identity.Role.AREA_COORDINATOR;
import static id.zitrack.identity.Role.INSTITUTION_ADMIN;
import static id.zitrack.identity.Role.LEADERSHIP;
import static id.zitrack.identity.Role.TPI_CONTROLLER;
import static id.zitrack.identity.Role.TPI_LEAD;
import static id.zitrack.identity.Role.TPI_MEMBER;
import static id.zitrack.identity.Role.UNIT_COORDINATOR;
import static id.zitrack.identity.Stage.ACCEPTED;
import static id.zitrack.identity.Stage.CLOSED;
import static id.zitrack.identity.Stage.DRAFT;
import static id.zitrack.identity.Stage.RETURNED;
import static id.zitrack.identity.Stage.SUBMITTED;
import static id.zitrack.identity.Stage.UNDER_REVIEW;
import static id.zitrack.identity.Stage.WITH_CONTROLLER;
import static id.zitrack.identity.Stage.WITH_LEAD;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The access table: which role may do what at which stage. The server enforces it in {@link Access}, the screens hide
 * what it forbids, and the tests are derived from it.
 */
public enum Action {
    SEE_UNIT(anyStage(Role.values())),
    SEE_ASSESSMENT(anyStage(Role.values())),
    CREATE_ASSESSMENT(anyStage(UNIT_COORDINATOR, INSTITUTION_ADMIN)),
    ANSWER(at(Set.of(DRAFT, RETURNED), UNIT_COORDINATOR, AREA_COORDINATOR)),
    SUBMIT(at(Set.of(DRAFT, RETURNED), UNIT_COORDINATOR)),
    MOVE_ASSESSMENT(at(Set.of(DRAFT, RETURNED), INSTITUTION_ADMIN)),

    SEE_EVIDENCE(anyStage(Role.values())),
    CHANGE_EVIDENCE(anyStage(UNIT_COORDINATOR, AREA_COORDINATOR)),
    RESTORE_EVIDENCE(anyStage(UNIT_COORDINATOR, AREA_COORDINATOR, INSTITUTION_ADMIN)),
    HOLD_EVIDENCE(anyStage(INSTITUTION_ADMIN)),
    PURGE_EVIDENCE(anyStage(INSTITUTION_ADMIN)),
    CHECK_FILES(anyStage(INSTITUTION_ADMIN)),
    /** While the assessors have the sheet, only for a question on which one of them asked for a document. */
    LINK_EVIDENCE(at(
            Set.of(DRAFT, RETURNED, SUBMITTED, UNDER_REVIEW, WITH_LEAD, WITH_CONTROLLER),
            UNIT_COORDINATOR,
            AREA_COORDINATOR)),
    ASK_FOR_EVIDENCE(at(
            Set.of(SUBMITTED, UNDER_REVIEW, WITH_LEAD, WITH_CONTROLLER, RETURNED),
            TPI_MEMBER,
            TPI_LEAD,
            TPI_CONTROLLER)),

    SEE_REVIEW(
            anyStage(TPI_MEMBER, TPI_LEAD, TPI_CONTROLLER, INSTITUTION_ADMIN, LEADERSHIP),
            at(fromTo(RETURNED, Stage.REVOKED), UNIT_COORDINATOR, AREA_COORDINATOR)),
    JUDGE(
            at(Set.of(SUBMITTED, UNDER_REVIEW), TPI_MEMBER),
            at(Set.of(SUBMITTED, UNDER_REVIEW, WITH_LEAD), TPI_LEAD),
            at(Set.of(SUBMITTED, UNDER_REVIEW, WITH_LEAD, WITH_CONTROLLER), TPI_CONTROLLER)),
    HAND_TO_LEAD(at(Set.of(UNDER_REVIEW), TPI_MEMBER)),
    HAND_TO_CONTROLLER(at(Set.of(UNDER_REVIEW, WITH_LEAD), TPI_LEAD)),
    HAND_BACK(at(Set.of(WITH_LEAD), TPI_LEAD), at(Set.of(WITH_LEAD, WITH_CONTROLLER), TPI_CONTROLLER)),
    RETURN(
            at(Set.of(SUBMITTED, UNDER_REVIEW, WITH_LEAD), TPI_LEAD),
            at(Set.of(SUBMITTED, UNDER_REVIEW, WITH_LEAD, WITH_CONTROLLER), TPI_CONTROLLER)),
    ACCEPT(
            at(Set.of(SUBMITTED, UNDER_REVIEW, WITH_LEAD), TPI_LEAD),
            at(Set.of(SUBMITTED, UNDER_REVIEW, WITH_LEAD, WITH_CONTROLLER), TPI_CONTROLLER)),
    CLOSE(at(Set.of(ACCEPTED), TPI_LEAD, TPI_CONTROLLER)),
    REOPEN(at(Set.of(ACCEPTED, CLOSED), TPI_CONTROLLER, INSTITUTION_ADMIN)),
    NOMINATE(at(Set.of(CLOSED), INSTITUTION_ADMIN)),
    RECORD_NATIONAL(at(fromTo(Stage.NOMINATED, Stage.EXTENDED), INSTITUTION_ADMIN)),

    SEE_DISCUSSION(anyStage(UNIT_COORDINATOR, AREA_COORDINATOR, TPI_MEMBER, TPI_LEAD, TPI_CONTROLLER)),
    DISCUSS(at(fromTo(DRAFT, ACCEPTED), UNIT_COORDINATOR, AREA_COORDINATOR, TPI_MEMBER, TPI_LEAD, TPI_CONTROLLER)),

    SEE_FINDINGS(anyStage(Role.values())),
    RECORD_FINDING(at(fromTo(SUBMITTED, Stage.REVOKED), TPI_LEAD, TPI_CONTROLLER)),
    /** At every stage: a finding is followed up long after the sheet it was found on is closed. */
    FOLLOW_UP(anyStage(UNIT_COORDINATOR, AREA_COORDINATOR)),

    SEE_PROGRAMME(anyStage(Role.values())),
    CHANGE_PROGRAMME(anyStage(UNIT_COORDINATOR, AREA_COORDINATOR)),

    SEE_READINESS(anyStage(LEADERSHIP, INSTITUTION_ADMIN, TPI_LEAD, TPI_CONTROLLER)),
    EXPORT_DOSSIER(anyStage(UNIT_COORDINATOR, TPI_MEMBER, TPI_LEAD, TPI_CONTROLLER, INSTITUTION_ADMIN, LEADERSHIP)),

    SEE_ORGANIZATION(anyStage(Role.values())),
    MANAGE_ORGANIZATION(anyStage(INSTITUTION_ADMIN)),
    MANAGE_PEOPLE(anyStage(INSTITUTION_ADMIN)),
    MANAGE_PERIODS(anyStage(INSTITUTION_ADMIN)),
    RECORD_PRECONDITIONS(anyStage(INSTITUTION_ADMIN)),
    MANAGE_INSTRUMENTS(anyStage(INSTITUTION_ADMIN)),

    SEE_TRAIL(anyStage(INSTITUTION_ADMIN));

    private final Map<Role, Set<Stage>> stages = new EnumMap<>(Role.class);

    @SafeVarargs
    Action(Map<Role, Set<Stage>>... rows) {
        for (var row : rows) {
            stages.putAll(row);
        }
    }

    /** The roles that may do this at some stage. */
    public Set<Role> roles() {
        return stages.keySet();
    }

    /** Whether a holder of one of these roles may do this at some stage. */
    public boolean isFor(Set<Role> roles) {
        return roles.stream().anyMatch(stages::containsKey);
    }

    /** Whether a holder of one of these roles may do this at the given stage. */
    public boolean isFor(Set<Role> roles, Stage stage) {
        return roles.stream()
                .anyMatch(role -> stages.getOrDefault(role, Set.of()).contains(stage));
    }

    private static Map<Role, Set<Stage>> anyStage(Role... roles) {
        return at(EnumSet.allOf(Stage.class), roles);
    }

    private static Set<Stage> fromTo(Stage first, Stage last) {
        return EnumSet.range(first, last);
    }

    private static Map<Role, Set<Stage>> at(Set<Stage> stages, Role... roles) {
        var rows = new EnumMap<Role, Set<Stage>>(Role.class);
        for (var role : roles) {
            rows.put(role, stages);
        }
        return rows;
    }
}
