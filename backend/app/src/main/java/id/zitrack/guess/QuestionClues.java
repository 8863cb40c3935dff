package id.zitrack.guess;

import id.zitrack.instrument.Area;
import id.zitrack.instrument.Group;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Node;
import id.zitrack.instrument.Question;
import id.zitrack.instrument.Text;
import id.zitrack.reading.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * By what the questions of one instrument can be recognized in paths: their codes, the folders and names of the groups
 * and areas above them, and the words in which they ask. Everything comes from the instrument itself.
 */
final class QuestionClues {

    /**
     * One question.
     *
     * @param tokens the parts of its code in lower case
     * @param folders the words of each folder name of a group above it
     * @param labels the words of the label of each group and area above it
     * @param words of its own label and of the evidence it expects
     */
    record Clue(
            String code,
            List<String> tokens,
            List<List<String>> folders,
            List<Set<String>> labels,
            Set<String> words) {}

    private static final Set<String> WITHOUT_MEANING = Set.of(
            "dan", "di", "ke", "yang", "untuk", "dari", "pada", "dengan", "atau", "oleh", "sudah", "telah", "ada",
            "the", "of", "and", "to", "in", "is", "tahun", "unit", "kerja");

    private final List<Clue> clues = new ArrayList<>();
    private final Set<String> codeTokens = new HashSet<>();
    private final Map<String, List<String>> packedCodes = new HashMap<>();
    private final Map<String, Integer> wordCounts = new HashMap<>();
    private final Map<String, Set<Set<String>>> labelsByWord = new HashMap<>();

    private QuestionClues(Instrument instrument) {
        instrument.roots().forEach(it -> add(instrument, it, List.of(), List.of()));
        for (var clue : clues) {
            codeTokens.addAll(clue.tokens());
            for (int from = 0; from <= clue.tokens().size() - 3; from++) {
                var end = clue.tokens().subList(from, clue.tokens().size());
                packedCodes.put(String.join("", end), end);
            }
            clue.words().forEach(it -> wordCounts.merge(it, 1, Integer::sum));
            for (var label : clue.labels()) {
                label.forEach(it -> labelsByWord
                        .computeIfAbsent(it, word -> new HashSet<>())
                        .add(label));
            }
        }
    }

    static QuestionClues of(Instrument instrument) {
        return instrument.derived(QuestionClues.class, QuestionClues::new);
    }

    private void add(Instrument instrument, Node node, List<List<String>> folders, List<Set<String>> labels) {
        if (node instanceof Group group) {
            var ownFolders = new ArrayList<>(folders);
            if (group.folder() != null) {
                ownFolders.add(Words.of(group.folder()));
            }
            var ownLabels = new ArrayList<>(labels);
            ownLabels.add(meaningful(texts(group.label())));
            for (Area area : instrument.areas()) {
                if (area.nodes().contains(group.code())) {
                    ownLabels.add(meaningful(texts(area.label())));
                }
            }
            group.children().forEach(it -> add(instrument, it, ownFolders, ownLabels));
        } else if (node instanceof Question question) {
            var asked = Stream.concat(
                    texts(question.label()), question.evidence().stream().flatMap(QuestionClues::texts));
            clues.add(new Clue(
                    question.code(),
                    Arrays.asList(question.code().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")),
                    List.copyOf(folders),
                    List.copyOf(labels),
                    meaningful(asked)));
        }
    }

    private static Stream<String> texts(Text text) {
        return Stream.of(text.id());
    }

    private static Set<String> meaningful(Stream<String> texts) {
        var words = new LinkedHashSet<String>();
        texts.forEach(it -> words.addAll(meaningful(Words.of(it))));
        return words;
    }

    /** Without numbers, single letters and words that stand everywhere. */
    static Set<String> meaningful(List<String> words) {
        var kept = new LinkedHashSet<String>();
        for (var word : words) {
            if (word.length() > 1 && !Character.isDigit(word.charAt(0)) && !WITHOUT_MEANING.contains(word)) {
                kept.add(word);
            }
        }
        return kept;
    }

    List<Clue> all() {
        return clues;
    }

    boolean isCodeToken(String word) {
        return codeTokens.contains(word);
    }

    /** The parts of a code that is written without anything between them; empty if it is none. */
    List<String> unpacked(String word) {
        return packedCodes.getOrDefault(word, List.of());
    }

    /** How much a word tells questions apart: nothing for one that nobody asks for, more the fewer ask for it. */
    int weight(String word) {
        var count = wordCounts.get(word);
        return count == null ? 0 : (int) Math.round(10 * Math.log(1 + clues.size() * 1.0 / count));
    }

    /** Whether these words hold the whole label of a group or area. */
    static boolean isWritten(Set<String> label, Set<String> words) {
        return !label.isEmpty() && words.containsAll(label);
    }

    /** Whether these words hold the label of a group or area, or a word of it that no other label has. */
    boolean isNamed(Set<String> label, Set<String> words) {
        return isWritten(label, words)
                || label.stream()
                        .anyMatch(it -> words.contains(it)
                                && labelsByWord.getOrDefault(it, Set.of()).size() == 1);
    }
}
