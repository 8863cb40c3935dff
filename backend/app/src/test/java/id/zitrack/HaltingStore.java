package id.zitrack;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Ends the process like SIGKILL does, at one step of the way of an entry whose change holds a certain word. Without the
 * setting it does nothing.
 */
@TestConfiguration(proxyBeanMethods = false)
class HaltingStore {
    static final String SETTING = "zitrack.test.halt-at";
    static final String WORD = "padamkan";

    /** Where to end. */
    enum Step {
        BEFORE_THE_CHANGE,
        CHANGE_WRITTEN,
        BEFORE_THE_ENTRY,
        ENTRY_APPENDED,
        HEAD_NOTED,
        OUTBOX_EMPTIED
    }

    @Bean
    MongoClientSettingsBuilderCustomizer halting() {
        var setting = System.getProperty(SETTING);
        if (setting == null) {
            return client -> {};
        }
        var at = Step.valueOf(setting);
        var running = new ConcurrentHashMap<Integer, Step>();
        return client -> client.addCommandListener(new CommandListener() {
            private volatile boolean appended;

            @Override
            public void commandStarted(CommandStartedEvent event) {
                var command = event.getCommand().toJson();
                var collection = event.getCommand().containsKey(event.getCommandName())
                                && event.getCommand()
                                        .get(event.getCommandName())
                                        .isString()
                        ? event.getCommand().getString(event.getCommandName()).getValue()
                        : "";
                var is = event.getCommandName() + " " + collection;
                if (is.equals("update assessments") && command.contains(WORD)) {
                    reach(Step.BEFORE_THE_CHANGE);
                    running.put(event.getRequestId(), Step.CHANGE_WRITTEN);
                } else if (is.equals("insert trail") && command.contains(WORD)) {
                    reach(Step.BEFORE_THE_ENTRY);
                    appended = true;
                    running.put(event.getRequestId(), Step.ENTRY_APPENDED);
                } else if (is.equals("update trailHeads") && appended) {
                    running.put(event.getRequestId(), Step.HEAD_NOTED);
                } else if (is.equals("update assessments") && appended) {
                    running.put(event.getRequestId(), Step.OUTBOX_EMPTIED);
                }
            }

            @Override
            public void commandSucceeded(CommandSucceededEvent event) {
                var reached = running.remove(event.getRequestId());
                if (reached != null) {
                    reach(reached);
                }
            }

            private void reach(Step step) {
                if (step == at) {
                    Runtime.getRuntime().halt(137);
                }
            }
        });
    }
}
