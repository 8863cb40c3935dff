package id.zitrack.identity;

import id.zitrack.organization.OrganizationLookup;
import id.zitrack.organization.UnitView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the caller is and what they may do. */
@RestController
@RequestMapping("/api/me")
class MeController {
    private final SignedInPerson current;
    private final OrganizationLookup organization;

    MeController(SignedInPerson current, OrganizationLookup organization) {
        this.current = current;
        this.organization = organization;
    }

    record MeResponse(
            UUID id,
            String name,
            String email,
            @Nullable NamedInstitution institution,
            List<RoleOnUnit> roles,
            @Nullable UUID homeUnitId,
            boolean judgesUnits,
            String language) {}

    record NamedInstitution(UUID id, String name) {}

    record RoleOnUnit(
            Role role, @Nullable UUID unitId, @Nullable String unitName, Set<String> areas) {}

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    MeResponse show(Locale language) {
        var person = current.person();
        var profile = person.profile();
        var units = organization.allUnitsOf(person.institutionId());
        var institution = organization
                .institutionName(person.institutionId())
                .map(it -> new NamedInstitution(person.institutionId(), it))
                .orElse(null);
        return new MeResponse(
                person.id(),
                profile.name(),
                profile.email(),
                institution,
                profile.roles().stream().map(it -> roleOnUnit(it, units)).toList(),
                profile.homeUnitId(),
                person.roles().stream().anyMatch(Role::isOfTpi),
                language.getLanguage().equals("en") ? "en" : "id");
    }

    private static RoleOnUnit roleOnUnit(Assignment assignment, Map<UUID, UnitView> units) {
        var unit = units.get(assignment.unitId());
        return new RoleOnUnit(
                assignment.role(), assignment.unitId(), unit == null ? null : unit.name(), assignment.areas());
    }
}
