package id.zitrack;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Writes down the shape of every query that the application sends while tests run; {@link QueriesTest} judges them. */
@TestConfiguration(proxyBeanMethods = false)
class RecordedQueries {
    static final Path FILE = Path.of("target", "queries.txt");

    private static final Set<String> seen = new HashSet<>();

    @Bean
    MongoClientSettingsBuilderCustomizer recorder() {
        return client -> client.addCommandListener(new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                if (isAskedByATest()) {
                    return;
                }
                QueryShape.of(event.getCommandName(), event.getCommand()).forEach(RecordedQueries::record);
            }
        });
    }

    /** Tests also look into the store themselves. */
    private static boolean isAskedByATest() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(it -> it.getName().startsWith("id.zitrack.")
                                && !it.getName().startsWith(RecordedQueries.class.getName()))
                        // Proxies that are made while the application runs come from nowhere.
                        .flatMap(
                                it -> Stream.ofNullable(it.getProtectionDomain().getCodeSource()))
                        .findFirst()
                        .map(it -> it.getLocation().getPath().contains("test-classes"))
                        .orElse(false));
    }

    private static synchronized void record(QueryShape shape) {
        try {
            if (seen.isEmpty()) {
                Files.createDirectories(FILE.toAbsolutePath().getParent());
                Files.deleteIfExists(FILE);
            }
            if (seen.add(shape.text())) {
                Files.writeString(FILE, shape.text() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
