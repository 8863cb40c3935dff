package id.zitrack.instrument;

import java.util.regex.Pattern;

/** A well-formed code: letters and digits in parts joined by dots, for example {@code A.I.1.i.a}. */
public record QuestionCode(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,10}(\\.[A-Za-z0-9]{1,10}){0,9}");

    public QuestionCode {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("Not a code: " + value);
        }
    }

    /** Whether a text could be a code at all. */
    public static boolean isWellFormed(String value) {
        return value.length() <= 40 && FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
