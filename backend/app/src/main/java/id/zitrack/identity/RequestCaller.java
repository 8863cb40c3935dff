package id.zitrack.identity;

import id.zitrack.organization.FoundingInstitution;
import id.zitrack.platform.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The caller as this request knows them by now. */
@Component
class RequestCaller implements Caller {
    private static final String UNIT = RequestCaller.class.getName() + ".unit";

    @Override
    public @Nullable UUID personId() {
        var person = SignedInPerson.known();
        return person == null ? null : person.id();
    }

    @Override
    public UUID institutionId() {
        var person = SignedInPerson.known();
        return person == null ? FoundingInstitution.ID : person.institutionId();
    }

    @Override
    public @Nullable UUID unitId() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(UNIT, RequestAttributes.SCOPE_REQUEST) instanceof UUID unit
                ? unit
                : null;
    }

    /** Notes for which unit access was checked. */
    void isAt(UUID unitId) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(UNIT, unitId, RequestAttributes.SCOPE_REQUEST);
        }
    }
}
