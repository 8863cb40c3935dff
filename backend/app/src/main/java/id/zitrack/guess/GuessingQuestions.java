package id.zitrack.guess;

import id.zitrack.guess.Guess.Certainty;
import id.zitrack.guess.QuestionClues.Clue;
import id.zitrack.instrument.Instrument;
import id.zitrack.reading.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Guesses from a path which question of an instrument a file proves.
 *
 * <p>People put the end of the code in front of the name (their folders say the rest), in full or in part, with dots,
 * blanks or nothing between, with Roman or Arabic numbers. Where only words are left, those of folder and name are
 * compared with what the questions ask for.
 */
public final class GuessingQuestions {
    private static final int CODE = 200;
    private static final int LONE_LETTER = 30;
    private static final int FOLDER_CODE = 80;
    private static final int GAP = 40;
    private static final int FOLDER = 100;
    private static final int NEAR_FOLDER = 60;
    private static final int LABEL = 50;

    /** A question in a place that fits so much better has no rival. */
    private static final int CLEARLY = 45;

    /** Fewer words in common are a coincidence. */
    private static final int FEWEST_WORDS = 2;

    /** How much words in common must tell where no folder or name of a group points the same way. */
    private static final int LEAST_ALONE = 55;

    private static final int LEAST_SUPPORTED = 25;

    private static final int MOST_OTHERS = 5;

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Map<String, String> ROMAN = Map.ofEntries(
            Map.entry("i", "1"),
            Map.entry("ii", "2"),
            Map.entry("iii", "3"),
            Map.entry("iv", "4"),
            Map.entry("v", "5"),
            Map.entry("vi", "6"),
            Map.entry("vii", "7"),
            Map.entry("viii", "8"),
            Map.entry("ix", "9"),
            Map.entry("x", "10"));

    private final QuestionClues clues;
    private final List<Clue> open;

    /** Guesses among the questions that are open to the caller. */
    public GuessingQuestions(Instrument instrument, Predicate<String> isOpen) {
        this.clues = QuestionClues.of(instrument);
        this.open = clues.all().stream().filter(it -> isOpen.test(it.code())).toList();
    }

    /** Parts of a code that follow each other; where in the text they start, and where each ends. */
    private record Run(List<String> tokens, int start, List<Integer> ends) {
        static final Run NONE = new Run(List.of(), 0, List.of());

        int end() {
            return ends.isEmpty() ? start : ends.get(ends.size() - 1);
        }

        Run withoutLast() {
            return new Run(tokens.subList(0, tokens.size() - 1), start, ends.subList(0, ends.size() - 1));
        }
    }

    /** How well one question fits: by its code, by folders and names of groups, by its words. */
    private record Fit(Clue clue, int code, int place, int words, int common) {
        int total() {
            return code + place + words;
        }
    }

    /** What is compared with every question, worked out once. */
    private record Place(
            FileNameClues clues, List<List<String>> folders, List<Set<String>> named, Set<String> nameWords) {
        static Place of(FileNameClues clues) {
            var folders = clues.folders().stream().map(Words::of).toList();
            return new Place(
                    clues,
                    folders,
                    folders.stream().map(QuestionClues::meaningful).toList(),
                    QuestionClues.meaningful(Words.of(clues.name())));
        }

        String name() {
            return clues.name();
        }
    }

    public Guess guess(FileNameClues file) {
        var path = Place.of(file);
        var run = codeIn(path.name());
        var fits = byCode(path, run);
        while (fits.isEmpty() && !run.tokens().isEmpty()) {
            // What follows the code may look like a part of it; a number in front that is no code counts something.
            run = run.withoutLast();
            fits = byCode(path, run);
        }
        if (!fits.isEmpty()) {
            return fromCode(fits, run, path);
        }
        return fromWords(path);
    }

    private Guess fromCode(List<Fit> fits, Run run, Place path) {
        var best = fits.get(0);
        var rivals = fits.stream()
                .filter(it -> it != best && it.code() == best.code() && it.place() > best.place() - CLEARLY)
                .toList();
        var others = fits.stream()
                .skip(1)
                .limit(MOST_OTHERS)
                .map(GuessingQuestions::code)
                .toList();
        var inFront = run.start() == 0 ? path.name().substring(0, run.end()) : "";
        if (best.code() <= LONE_LETTER && !rivals.isEmpty()) {
            return new Guess(code(best), Certainty.GUESSED, others, inFront);
        }
        return new Guess(code(best), rivals.isEmpty() ? Certainty.CERTAIN : Certainty.LIKELY, others, inFront);
    }

    private Guess fromWords(Place path) {
        var fits = open.stream()
                .map(it -> fit(it, 0, path))
                .filter(it -> it.common() >= FEWEST_WORDS
                        && it.words() >= (it.place() >= LABEL ? LEAST_SUPPORTED : LEAST_ALONE))
                .sorted(BEST_FIRST)
                .limit(MOST_OTHERS + 1)
                .toList();
        if (fits.isEmpty()) {
            var near = open.stream()
                    .map(it -> fit(it, 0, path))
                    .filter(it -> it.place() >= FOLDER)
                    .sorted(BEST_FIRST)
                    .limit(MOST_OTHERS)
                    .map(GuessingQuestions::code)
                    .toList();
            return new Guess(null, Certainty.NONE, near, "");
        }
        return new Guess(
                code(fits.get(0)),
                Certainty.GUESSED,
                fits.stream().skip(1).map(GuessingQuestions::code).toList(),
                "");
    }

    private static final Comparator<Fit> BEST_FIRST =
            Comparator.comparingInt(Fit::total).reversed();

    private static String code(Fit fit) {
        return fit.clue().code();
    }

    // ---- By code

    /** The questions whose code ends with the parts in the name (or, without any there, in the innermost folder). */
    private List<Fit> byCode(Place path, Run inName) {
        var needed = inName.tokens();
        var outer = new ArrayList<List<String>>();
        for (var folder : path.clues().folders()) {
            var run = codeIn(folder).tokens();
            if (!run.isEmpty()) {
                outer.add(run);
            }
        }
        if (needed.isEmpty()) {
            if (outer.isEmpty()) {
                return List.of();
            }
            needed = outer.remove(outer.size() - 1);
        }
        var before = outer.stream().flatMap(List::stream).toList();
        var fits = new ArrayList<Fit>();
        for (var clue : open) {
            int score = codeScore(clue.tokens(), needed, before);
            if (score > 0) {
                fits.add(fit(clue, score, path));
            }
        }
        // One letter or number alone means something only below a folder that names its group.
        if (needed.size() == 1 && before.isEmpty()) {
            fits.removeIf(it -> it.place() < FOLDER);
        }
        fits.sort(BEST_FIRST);
        return fits;
    }

    /** 0 where the parts are not the end of the code, also with others left out between them. */
    private static int codeScore(List<String> code, List<String> needed, List<String> before) {
        int at = code.size() - 1;
        int score = 0;
        for (int i = needed.size() - 1; i >= 0; i--) {
            int found = at;
            while (found >= 0 && !isSame(code.get(found), needed.get(i))) {
                found--;
            }
            if (found < 0 || (i == needed.size() - 1 && found != at)) {
                return 0;
            }
            score += (needed.size() == 1 ? LONE_LETTER : CODE) - GAP * (at - found);
            if (!code.get(found).equals(needed.get(i))) {
                score -= GAP / 2;
            }
            at = found - 1;
        }
        for (int i = before.size() - 1; i >= 0 && at >= 0; i--) {
            if (code.get(at).equals(before.get(i))) {
                score += FOLDER_CODE;
                at--;
            }
        }
        return Math.max(1, score);
    }

    /** Parts are the same also when one is a Roman number and the other an Arabic one. */
    private static boolean isSame(String one, String other) {
        return arabic(one).equals(arabic(other));
    }

    private static String arabic(String word) {
        var number = ROMAN.getOrDefault(word, word);
        return number.matches("0+[0-9]+") ? number.replaceAll("^0+", "") : number;
    }

    /** The code in a name: at its start in any writing, elsewhere where at least three parts hold together. */
    private Run codeIn(String text) {
        var best = Run.NONE;
        var matcher = TOKEN.matcher(text);
        List<String> tokens = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int start = 0;
        int end = 0;
        while (matcher.find()) {
            var word = matcher.group().toLowerCase(Locale.ROOT);
            var parts = clues.isCodeToken(arabicOrSelf(word)) || clues.isCodeToken(word)
                    ? List.of(word)
                    : clues.unpacked(word);
            var between = text.substring(end, matcher.start());
            var goesOn = !tokens.isEmpty() && holds(between, start == leading(text));
            if (!goesOn || parts.isEmpty()) {
                best = better(best, new Run(List.copyOf(tokens), start, List.copyOf(ends)), text);
                tokens.clear();
                ends.clear();
            }
            if (!parts.isEmpty()) {
                if (tokens.isEmpty()) {
                    start = matcher.start();
                }
                for (var part : parts) {
                    tokens.add(part);
                    ends.add(matcher.end());
                }
            }
            end = matcher.end();
        }
        best = better(best, new Run(List.copyOf(tokens), start, List.copyOf(ends)), text);
        return best.start() == leading(text) ? new Run(best.tokens(), 0, best.ends()) : best;
    }

    private static String arabicOrSelf(String word) {
        return word.matches("0[0-9]") ? word.substring(1) : word;
    }

    private static boolean holds(String between, boolean leads) {
        return between.matches(leads ? "[\\s._)\\-]{1,3}" : "[._\\-]");
    }

    private static int leading(String text) {
        var matcher = TOKEN.matcher(text);
        return matcher.find() && text.substring(0, matcher.start()).matches("[\\s(\\[]*") ? matcher.start() : 0;
    }

    private static Run better(Run best, Run found, String text) {
        if (found.tokens().isEmpty()) {
            return best;
        }
        var leads = found.start() == leading(text);
        if (!leads && found.tokens().size() < 3) {
            return best;
        }
        return found.tokens().size() > best.tokens().size() ? found : best;
    }

    // ---- By folders, groups and words

    private Fit fit(Clue clue, int code, Place path) {
        int place = 0;
        for (var folder : path.folders()) {
            place = Math.max(place, folderScore(clue, folder));
        }
        var seen = new HashSet<Set<String>>();
        for (var label : clue.labels()) {
            var isNamed = QuestionClues.isWritten(label, path.nameWords())
                    || path.named().stream().anyMatch(it -> clues.isNamed(label, it));
            if (isNamed && seen.add(label)) {
                place += LABEL;
            }
        }
        int words = 0;
        int common = 0;
        for (var word : path.nameWords()) {
            if (clue.words().contains(word)) {
                words += clues.weight(word);
                common++;
            }
        }
        return new Fit(clue, code, place, words, common);
    }

    /** Whether a folder bears the name the instrument gives to the evidence of a group above the question. */
    private static int folderScore(Clue clue, List<String> words) {
        int score = 0;
        for (var folder : clue.folders()) {
            if (begins(words, folder)) {
                score = Math.max(score, FOLDER + folder.size());
            } else if (begins(folder, words.subList(0, Math.min(2, words.size()))) && words.size() >= 2) {
                score = Math.max(score, NEAR_FOLDER);
            }
        }
        return score;
    }

    private static boolean begins(List<String> words, List<String> beginning) {
        if (beginning.isEmpty() || words.size() < beginning.size()) {
            return false;
        }
        for (int i = 0; i < beginning.size(); i++) {
            if (!isSame(words.get(i), beginning.get(i))) {
                return false;
            }
        }
        return true;
    }
}
