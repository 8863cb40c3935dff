package id.zitrack.command;

import java.util.List;

/** A command cannot do what was asked; the lines say why and go to standard error. */
final class WrongUse extends RuntimeException {

    private final transient List<String> lines;

    WrongUse(String line) {
        this(List.of(line));
    }

    WrongUse(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    List<String> lines() {
        return lines;
    }
}
