package id.zitrack.command;

import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentInvalid;
import id.zitrack.instrument.InstrumentReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Entry of the commands that need no server.
 *
 * <p>Results go to standard output. Wrong use and wrong input give one line each on standard error, nothing on standard
 * output, and exit code 2.
 */
public final class Main {

    private static final int DONE = 0;
    private static final int WRONG = 2;
    private static final String USAGE =
            "pemakaian: score INSTRUMEN JAWABAN.csv | instrument check BERKAS|FOLDER | instrument diff A B";

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(List.of(arguments), out, err);
        out.flush();
        System.exit(code);
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            out.print(result(arguments));
            return DONE;
        } catch (WrongUse wrong) {
            wrong.lines().forEach(it -> err.println(it.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ")));
            return WRONG;
        }
    }

    private static String result(List<String> arguments) {
        if (arguments.size() == 3 && arguments.get(0).equals("score")) {
            return ScoreCommand.run(instrument(arguments.get(1)), arguments.get(2));
        }
        if (arguments.size() == 3 && arguments.subList(0, 2).equals(List.of("instrument", "check"))) {
            return InstrumentCommand.check(path(arguments.get(2)));
        }
        if (arguments.size() == 4 && arguments.subList(0, 2).equals(List.of("instrument", "diff"))) {
            return InstrumentCommand.diff(instrument(arguments.get(2)), instrument(arguments.get(3)));
        }
        throw new WrongUse(USAGE);
    }

    /** The instrument with a bundled id, or in a folder or file; only its first problem is told. */
    private static Instrument instrument(String name) {
        var reader = new InstrumentReader();
        try {
            if (reader.bundled().contains(name)) {
                return reader.readBundled(name);
            }
            var path = path(name);
            if (!Files.exists(path)) {
                throw new WrongUse(name + ": instrumen tidak ada; pakai folder atau salah satu dari "
                        + String.join(", ", reader.bundled()));
            }
            return reader.read(path);
        } catch (InstrumentInvalid invalid) {
            var problems = invalid.problems();
            throw new WrongUse(problems.get(0)
                    + (problems.size() == 1 ? "" : " (dan " + (problems.size() - 1) + " masalah lain)"));
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException wrong) {
            throw new WrongUse(name + ": bukan nama berkas");
        }
    }
}
