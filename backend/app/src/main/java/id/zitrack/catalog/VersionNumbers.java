package id.zitrack.catalog;

import static java.util.Comparator.comparing;

import id.zitrack.instrument.InstrumentKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How versions are numbered: whole numbers, and {@code 1.1}, {@code 1.2} … for what an institution has made of version 1
 * of an instrument that ships with the program, so that the next version of the program never meets a number in use.
 */
final class VersionNumbers {
    private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern OWN = Pattern.compile("[1-9][0-9]{0,5}\\.[1-9][0-9]{0,5}");

    /** By id, then by version: numbers by their size, then whatever else there is. */
    static final Comparator<InstrumentKey> KEYS = comparing(InstrumentKey::id)
            .thenComparing(it -> before(it.version()))
            .thenComparing(it -> behind(it.version()))
            .thenComparing(InstrumentKey::version);

    private VersionNumbers() {}

    /** Whether a version is an institution's own of something that ships. */
    static boolean isOwn(String version) {
        return OWN.matcher(version).matches();
    }

    /** The next version after one that ships with the program, free among those that are taken. */
    static String nextOwn(String version, Collection<String> taken) {
        int whole = Math.max(1, before(version));
        int last = taken.stream()
                .filter(it -> isOwn(it) && before(it) == whole)
                .mapToInt(VersionNumbers::behind)
                .max()
                .orElse(0);
        return whole + "." + (last + 1);
    }

    /** The next whole version, free among those that are taken. */
    static String next(String version, Collection<String> taken) {
        int last = Stream.concat(Stream.of(version), taken.stream())
                .mapToInt(VersionNumbers::before)
                .max()
                .orElse(0);
        return String.valueOf(last + 1);
    }

    private static int before(String version) {
        return number(version.split("\\.", 2)[0]);
    }

    private static int behind(String version) {
        var parts = version.split("\\.", 2);
        return parts.length < 2 ? 0 : number(parts[1]);
    }

    private static int number(String text) {
        return WHOLE.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }
}
