package id.zitrack;

import id.zitrack.embedded.LocalAccounts;
import id.zitrack.identity.AccountInvitations;
import id.zitrack.identity.FirstAdministrator;
import id.zitrack.identity.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Makes units, periods and people with real accounts, and calls the application as them. */
@TestComponent
public class TestPeople {
    private static final String ADMINISTRATOR = "admin@instansi.test";

    private final FirstAdministrator firstAdministrator;
    private final AccountInvitations invitations;
    private final LocalAccounts accounts;
    private final Environment environment;
    private final AtomicInteger count = new AtomicInteger();

    TestPeople(
            FirstAdministrator firstAdministrator,
            AccountInvitations invitations,
            LocalAccounts accounts,
            Environment environment) {
        this.firstAdministrator = firstAdministrator;
        this.invitations = invitations;
        this.accounts = accounts;
        this.environment = environment;
    }

    /** A role to give to a person; without a unit it holds in the whole institution. */
    public record Holding(Role role, @Nullable UUID unitId, Set<String> areas) {}

    public static Holding on(UUID unitId, Role role) {
        return new Holding(role, unitId, Set.of());
    }

    public static Holding onAreas(UUID unitId, String... areas) {
        return new Holding(Role.AREA_COORDINATOR, unitId, Set.of(areas));
    }

    public static Holding everywhere(Role role) {
        return new Holding(role, null, Set.of());
    }

    public String origin() {
        return "http://localhost:" + environment.getProperty("local.server.port");
    }

    /** Nobody: calls without a token. */
    public TestApi nobody() {
        return new TestApi(origin(), null, null);
    }

    /** The administrator of the one institution that all tests share. */
    public synchronized TestApi administrator() {
        if (firstAdministrator.isNeeded()) {
            firstAdministrator.create("Kabupaten Uji", "Admin Uji", ADMINISTRATOR, ADMINISTRATOR);
            invitations.invite(ADMINISTRATOR, "Admin Uji", ADMINISTRATOR);
        }
        var caller = new TestApi(origin(), () -> accounts.accessToken(ADMINISTRATOR), null);
        var me = UUID.fromString(
                caller.get("/api/me").expect(200).json().path("id").asString());
        return new TestApi(origin(), () -> accounts.accessToken(ADMINISTRATOR), me);
    }

    /** A fresh unit directly below the institution. */
    public UUID unit() {
        return unitBelow(null);
    }

    /** A fresh unit below another. */
    public UUID unitBelow(@Nullable UUID parentId) {
        var number = count.incrementAndGet();
        var body = new LinkedHashMap<String, Object>();
        body.put("parentId", parentId);
        body.put("name", "Unit Uji " + number);
        body.put("shortName", "UU" + number);
        body.put("kind", "dinas");
        body.put("active", true);
        return idOf(administrator().post("/api/units", body).expect(201));
    }

    /** A fresh period that uses an instrument, open now. */
    public UUID period(String instrumentId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", "Periode Uji " + count.incrementAndGet());
        body.put("year", 2026);
        body.put("instrumentId", instrumentId);
        body.put("instrumentVersion", "1");
        return idOf(administrator().post("/api/periods", body).expect(201));
    }

    /** A fresh person with these roles. */
    public TestApi person(Holding... holdings) {
        return person(null, holdings);
    }

    /** A fresh person of a unit, whom they may not judge, with these roles. */
    public TestApi person(@Nullable UUID homeUnitId, Holding... holdings) {
        var username = "orang" + count.incrementAndGet();
        var roles = new ArrayList<Map<String, Object>>();
        for (var holding : holdings) {
            var role = new LinkedHashMap<String, Object>();
            role.put("role", holding.role().name());
            role.put("unitId", holding.unitId());
            role.put("areas", List.copyOf(holding.areas()));
            roles.add(role);
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("name", "Orang " + username);
        body.put("email", username + "@instansi.test");
        body.put("username", username);
        body.put("active", true);
        body.put("homeUnitId", homeUnitId);
        body.put("roles", roles);
        var id = idOf(administrator().post("/api/people", body).expect(201));
        administrator().post("/api/people/{id}/invitation", null, id).expect(200);
        return new TestApi(origin(), () -> accounts.accessToken(username), id);
    }

    /** Somebody with a valid token whom the application does not know. */
    public TestApi stranger() {
        var username = "asing" + count.incrementAndGet();
        invitations.invite(username, "Orang Asing", username + "@tempat-lain.test");
        return new TestApi(origin(), () -> accounts.accessToken(username), null);
    }

    private static UUID idOf(TestApi.Answer created) {
        return UUID.fromString(created.json().path("id").asString());
    }
}
