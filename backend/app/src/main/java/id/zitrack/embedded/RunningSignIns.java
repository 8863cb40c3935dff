package id.zitrack.embedded;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/** Sign-ins between the sign-in page and the token, and for logging out; forgotten after a working day. */
final class RunningSignIns implements OAuth2AuthorizationService {
    private static final Duration REMEMBERED = Duration.ofHours(12);
    private static final int MOST = 20_000;

    private record Running(OAuth2Authorization authorization, Instant since) {}

    private final Map<String, Running> running = new LinkedHashMap<>();
    private final Clock clock;

    RunningSignIns(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void save(OAuth2Authorization authorization) {
        var now = clock.instant();
        running.remove(authorization.getId());
        running.put(authorization.getId(), new Running(authorization, now));
        var oldest = running.values().iterator();
        while (oldest.hasNext()) {
            var next = oldest.next();
            if (running.size() <= MOST && next.since().plus(REMEMBERED).isAfter(now)) {
                break;
            }
            oldest.remove();
        }
    }

    @Override
    public synchronized void remove(OAuth2Authorization authorization) {
        running.remove(authorization.getId());
    }

    @Override
    @SuppressWarnings("NullAway")
    public synchronized OAuth2Authorization findById(String id) {
        var found = running.get(id);
        return found == null ? null : found.authorization();
    }

    @Override
    @SuppressWarnings("NullAway")
    public synchronized OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return running.values().stream()
                .map(Running::authorization)
                .filter(it -> it.getToken(token) != null || token.equals(it.getAttribute("state")))
                .findFirst()
                .orElse(null);
    }
}
