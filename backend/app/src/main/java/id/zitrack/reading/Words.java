package id.zitrack.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Text as search compares it: without case and accents, cut into words. */
public final class Words {
    /** Longer ones are no words; of those the beginning is kept. */
    static final int LONGEST = 40;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** What holds the parts of a number or code together, as in 065/112/ORG. */
    private static final Pattern COMPOUND = Pattern.compile("[\\p{L}\\p{N}]+(?:[./_-][\\p{L}\\p{N}]+)+");

    private static final int MOST_PARTS = 8;

    private Words() {}

    /** Lower case, one form of Unicode, no accents. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The words of a text in their order. */
    public static List<String> of(String text) {
        var words = new ArrayList<String>();
        var matcher = WORD.matcher(plain(text));
        while (matcher.find()) {
            words.add(shortened(matcher.group()));
        }
        return words;
    }

    /** Adds the different words of a text until there are so many. */
    public static void collect(String text, Collection<String> into, int most) {
        var matcher = WORD.matcher(plain(text));
        while (into.size() < most && matcher.find()) {
            into.add(shortened(matcher.group()));
        }
    }

    /** Numbers and codes as wholes, and what is left of them when parts in front are left out. */
    public static Set<String> compounds(String text) {
        var compounds = new LinkedHashSet<String>();
        var matcher = COMPOUND.matcher(plain(text));
        while (matcher.find()) {
            var rest = matcher.group();
            for (int part = 0; part < MOST_PARTS; part++) {
                compounds.add(shortened(rest));
                int cut = firstBreak(rest);
                if (cut < 0 || firstBreak(rest.substring(cut + 1)) < 0) {
                    break;
                }
                rest = rest.substring(cut + 1);
            }
        }
        return compounds;
    }

    /** What somebody looks for: the words, or a number or code as a whole. */
    public static List<String> sought(String text, int most) {
        var sought = new LinkedHashSet<String>();
        for (var piece : plain(text).strip().split("\\s+")) {
            var words = of(piece);
            var isCode = words.size() > 1
                    && COMPOUND.matcher(piece).matches()
                    && words.stream().allMatch(it -> it.length() <= 3);
            if (isCode) {
                sought.add(shortened(piece));
            } else {
                sought.addAll(words);
            }
        }
        return sought.stream().limit(most).toList();
    }

    private static int firstBreak(String compound) {
        for (int at = 0; at < compound.length(); at++) {
            if ("./_-".indexOf(compound.charAt(at)) >= 0) {
                return at;
            }
        }
        return -1;
    }

    private static String shortened(String word) {
        return word.length() <= LONGEST ? word : word.substring(0, LONGEST);
    }
}
