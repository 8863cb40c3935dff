package id.zitrack.organization;

import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Repeats a read, change and save of one document that others save at the same moment. */
final class Retrying {
    private static final int TIMES = 50;

    private Retrying() {}

    static <T> T whileOthersSave(Supplier<T> readChangeAndSave) {
        for (var tried = 1; ; tried++) {
            try {
                return readChangeAndSave.get();
            } catch (DuplicateKeyException | OptimisticLockingFailureException e) {
                if (tried == TIMES) {
                    throw e;
                }
            }
        }
    }
}
