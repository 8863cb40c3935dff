package id.zitrack;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import id.zitrack.platform.Recording;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Writes down, for every operation that succeeded while tests ran, of which kinds the entries are that it left for the
 * trail; {@link DeedsTest} judges them.
 */
@TestConfiguration(proxyBeanMethods = false)
class RecordedDeeds {
    static final Path FILE = Path.of("target", "deeds.txt");

    private static final Set<String> seen = new HashSet<>();

    /** The kinds of the entries that this thread has stored since its request began. */
    private static final ThreadLocal<@Nullable Set<String>> stored = new ThreadLocal<>();

    @Bean
    MongoClientSettingsBuilderCustomizer deedListener() {
        return client -> client.addCommandListener(new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                var kinds = stored.get();
                if (kinds != null && Set.of("insert", "update").contains(event.getCommandName())) {
                    collect(event.getCommand(), false, kinds);
                }
            }
        });
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    OncePerRequestFilter deedFilter() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                var kinds = new TreeSet<String>();
                stored.set(kinds);
                try {
                    chain.doFilter(request, response);
                } finally {
                    stored.remove();
                }
                if (response.getStatus() < 300
                        && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                                instanceof String path) {
                    for (var kind : kinds.isEmpty() ? Set.of("-") : kinds) {
                        record(request.getMethod() + " " + path + " : " + kind);
                    }
                }
            }
        };
    }

    /** Finds entries wherever a command brings an outbox. */
    private static void collect(BsonValue value, boolean inOutbox, Set<String> kinds) {
        if (value.isArray()) {
            value.asArray().forEach(it -> collect(it, inOutbox, kinds));
        } else if (value.isDocument()) {
            BsonDocument document = value.asDocument();
            if (inOutbox && document.containsKey("kind") && document.containsKey("deed")) {
                var kind = document.getString("kind").getValue();
                // Whatever somebody does first ties their account to them.
                if (!kind.equals("login")) {
                    kinds.add(kind);
                }
            }
            document.forEach((name, it) -> collect(it, inOutbox || name.equals(Recording.OUTBOX), kinds));
        }
    }

    private static synchronized void record(String line) throws IOException {
        if (seen.isEmpty()) {
            Files.createDirectories(FILE.toAbsolutePath().getParent());
            Files.deleteIfExists(FILE);
        }
        if (seen.add(line)) {
            Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
