package id.zitrack.embedded;

import id.zitrack.platform.ConditionalOnSetting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Slows down guessing: after five wrong passwords a name has to wait, longer with each further one. */
@Component
@ConditionalOnSetting(value = "zitrack.oidc.issuer", empty = true)
class Throttle {
    private static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private record Failures(int count, Instant last) {}

    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST;
        }
    };
    private final Clock clock;

    Throttle(Clock clock) {
        this.clock = clock;
    }

    /** How long this name has to wait; zero when it need not. */
    synchronized Duration waitOf(String username) {
        var known = failures.get(key(username));
        if (known == null || known.count() < FREE) {
            return Duration.ZERO;
        }
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(known.count() - FREE, 10));
        var until = known.last().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        var left = Duration.between(clock.instant(), until);
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void failed(String username) {
        var now = clock.instant();
        failures.merge(
                key(username),
                new Failures(1, now),
                (old, one) -> old.last().plus(FORGOTTEN).isBefore(now) ? one : new Failures(old.count() + 1, now));
    }

    synchronized void succeeded(String username) {
        failures.remove(key(username));
    }

    private static String key(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
