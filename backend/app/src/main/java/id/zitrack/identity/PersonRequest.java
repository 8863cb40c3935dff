package id.zitrack.identity;

import id.zitrack.platform.Line;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an administrator enters for a person; without an account name, the e-mail address is used. */
record PersonRequest(
        @NotBlank @Line String name,

        @NotBlank @Size(max = 254) @Pattern(regexp = EMAIL, message = "must be an e-mail address")
        String email,

        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._@+-]{1,99}", message = "must be a plain account name") @Nullable
        String username,

        @Nullable Boolean active,
        @Nullable UUID homeUnitId,
        @NotNull @Size(max = 200) List<@NotNull @Valid RoleRequest> roles) {

    private static final String EMAIL =
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+";

    /** One role and where it is held. */
    record RoleRequest(
            @NotNull Role role,
            @Nullable UUID unitId,
            @Size(max = 50) @Nullable Set<@NotNull @Pattern(regexp = "[A-Za-z0-9.-]{1,40}") String> areas) {

        Assignment assignment() {
            var areasOrAll = areas;
            return new Assignment(role, unitId, areasOrAll == null ? Set.of() : new TreeSet<>(areasOrAll));
        }
    }

    /** The profile; an account name that is not given stays what it was. */
    Person.Profile profile(@Nullable String usernameBefore) {
        var address = email.toLowerCase(Locale.ROOT);
        var account = username;
        if (account == null) {
            account = usernameBefore == null ? address : usernameBefore;
        }
        return new Person.Profile(
                name.strip(),
                address,
                account.toLowerCase(Locale.ROOT),
                active == null || active,
                homeUnitId,
                roles.stream().map(RoleRequest::assignment).distinct().toList());
    }
}
