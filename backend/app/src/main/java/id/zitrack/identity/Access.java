package id.zitrack.identity;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import id.zitrack.platform.NotThere;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The one place that all paths pass: whether the caller may do something, here and now.
 *
 * <p>Endpoints name it as {@code @PreAuthorize("@access.may('ANSWER', 'assessment', #id)")}. What the caller cannot
 * see is {@link NotThere}; a missing role is refused; a wrong stage is {@link NotInThisStage}.
 */
@Component("access")
public class Access {
    private final CurrentPerson current;
    private final RequestCaller caller;
    private final Map<String, Places> places;

    Access(CurrentPerson current, RequestCaller caller, List<Places> places) {
        this.current = current;
        this.caller = caller;
        this.places = places.stream().collect(toMap(Places::kind, identity()));
    }

    /** Whether the caller holds a role for this anywhere in their institution. */
    public boolean may(String action) {
        return Action.valueOf(action).isFor(current.roles());
    }

    /**
     * Whether the caller may do this to one thing.
     *
     * @param kind a {@link Places#kind()}
     * @throws NotThere if it does not exist or the caller has no role on its unit
     * @throws NotInThisStage if only the stage forbids it
     */
    public boolean may(String action, String kind, UUID id) {
        var keeper = places.get(kind);
        if (keeper == null) {
            throw new IllegalArgumentException("No room keeps things of kind " + kind);
        }
        // Asked first, so that an account without a person learns nothing about which ids exist.
        var institution = current.institutionId();
        var place = keeper.find(id)
                .filter(it -> it.institutionId().equals(institution))
                .orElseThrow(() -> new NotThere(kind, id));
        if (!mayAt(Action.SEE_UNIT, place)) {
            throw new NotThere(kind, id);
        }
        caller.isAt(place.unitId());
        var wanted = Action.valueOf(action);
        var stage = place.stage();
        if (stage != null && wanted.isFor(current.rolesOn(place.unitId())) && !mayAt(wanted, place)) {
            throw new NotInThisStage(wanted, stage);
        }
        return mayAt(wanted, place);
    }

    /** The actions the caller may do at a place now, for screens to show. */
    public List<Action> allowedAt(Place place) {
        return Arrays.stream(Action.values()).filter(it -> mayAt(it, place)).toList();
    }

    private boolean mayAt(Action action, Place place) {
        if (!place.institutionId().equals(current.institutionId())) {
            return false;
        }
        var roles = current.rolesOn(place.unitId());
        var stage = place.stage();
        return stage == null ? action.isFor(roles) : action.isFor(roles, stage);
    }
}
