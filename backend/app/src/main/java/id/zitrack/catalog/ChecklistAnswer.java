package id.zitrack.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an item of a checklist template may be answered, in the words of the template. */
enum ChecklistAnswer {
    YES_NO("Ya/Tidak", "yes-no", "Ya", "yatidak"),
    A_TO_C("A–C", "a-c", "A", "ac", "abc"),
    A_TO_D("A–D", "a-d", "A", "ad", "abcd"),
    A_TO_E("A–E", "a-e", "A", "ae", "abcde"),
    PERCENT("Persen", "percent", "100", "persen", "persentase"),
    INDEX("Indeks 0–4", "index-4", "4", "indeks04", "indeks"),
    DATE("Tanggal", "date", null, "tanggal"),
    TEXT("Teks", "text", null, "teks");

    private final String label;
    private final String type;
    private final @Nullable String best;
    private final List<String> spellings;

    ChecklistAnswer(String label, String type, @Nullable String best, String... spellings) {
        this.label = label;
        this.type = type;
        this.best = best;
        this.spellings = List.of(spellings);
    }

    /** What people read and choose. */
    String label() {
        return label;
    }

    /** The name of the type in the instrument. */
    String type() {
        return type;
    }

    /** An answer that is worth all points; null where answers bring none. */
    @Nullable
    String best() {
        return best;
    }

    boolean isScored() {
        return best != null;
    }

    /** Reads what people typed, whatever the dash, the spaces and the capitals. */
    static Optional<ChecklistAnswer> read(String typed) {
        var letters = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return Arrays.stream(values())
                .filter(it -> it.spellings.contains(letters))
                .findFirst();
    }
}
