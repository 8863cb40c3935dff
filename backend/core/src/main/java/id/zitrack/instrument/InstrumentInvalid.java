package id.zitrack.instrument;

import java.util.List;
import java.util.stream.Collectors;

/** An instrument breaks its rules; all problems found are named at once. */
public final class InstrumentInvalid extends RuntimeException {

    /**
     * One thing to repair.
     *
     * @param file file name as the reader was given it
     * @param line line from 1; 0 where the whole file is meant
     * @param code code of the node, or the key concerned; empty where there is none
     * @param message what is wrong and what to do, in Indonesian
     */
    public record Problem(String file, int line, String code, String message) {

        @Override
        public String toString() {
            return file + ":" + line + ": " + (code.isEmpty() ? "" : code + ": ") + message;
        }
    }

    private final transient List<Problem> problems;

    public InstrumentInvalid(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The problems in the order they were found, never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
