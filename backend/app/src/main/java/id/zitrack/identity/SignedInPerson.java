package id.zitrack.identity;

import id.zitrack.organization.CurrentInstitution;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.organization.UnitView;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The person behind the token of this request, looked up once per request. */
@Component
class SignedInPerson implements CurrentPerson, CurrentInstitution {
    private static final String ATTRIBUTE = Standing.class.getName();

    private final SigningIn signingIn;
    private final OrganizationLookup organization;

    SignedInPerson(SigningIn signingIn, OrganizationLookup organization) {
        this.signingIn = signingIn;
        this.organization = organization;
    }

    /** One person and, once asked for, the units of their institution; lives as long as one request. */
    private static final class Standing {
        private final Person person;
        private @Nullable Map<UUID, UnitView> units;
        private final Map<UUID, Set<Role>> rolesByUnit = new HashMap<>();

        Standing(Person person) {
            this.person = person;
        }

        synchronized Set<Role> rolesOn(UUID unitId, OrganizationLookup organization) {
            var known = rolesByUnit.get(unitId);
            if (known != null) {
                return known;
            }
            var all = units;
            if (all == null) {
                all = organization.allUnitsOf(person.institutionId());
                units = all;
            }
            var unit = all.get(unitId);
            var roles = unit == null ? Set.<Role>of() : Set.copyOf(person.rolesOn(unit));
            rolesByUnit.put(unitId, roles);
            return roles;
        }
    }

    Person person() {
        return standing().person;
    }

    @Override
    public UUID id() {
        return person().id();
    }

    @Override
    public String name() {
        return person().name();
    }

    @Override
    public String personName() {
        return name();
    }

    @Override
    public UUID institutionId() {
        return person().institutionId();
    }

    @Override
    public Set<Role> roles() {
        return person().roles();
    }

    @Override
    public Set<Role> rolesOn(UUID unitId) {
        return standing().rolesOn(unitId, organization);
    }

    @Override
    public Set<String> areasOn(UUID unitId) {
        return person().areasOn(unitId);
    }

    /** The person as far as this request has looked them up already; null if it has not. */
    static @Nullable Person known() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Standing known
                ? known.person
                : null;
    }

    private Standing standing() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!(authentication instanceof JwtAuthenticationToken token)) {
            throw new PersonUnknown();
        }
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null
                && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Standing known) {
            return known;
        }
        var standing = new Standing(requireActive(signingIn.personOf(token.getToken())));
        if (request != null) {
            request.setAttribute(ATTRIBUTE, standing, RequestAttributes.SCOPE_REQUEST);
        }
        return standing;
    }

    private static Person requireActive(Person person) {
        if (!person.isActive()) {
            throw new PersonInactive();
        }
        return person;
    }
}
