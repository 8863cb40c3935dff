package id.zitrack.embedded;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.toCollection;

import de.bwaldvogel.mongo.bson.Document;
import id.zitrack.trail.ChainCheck;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./zi trail verify}: follows the chain of every institution in a data folder, while no server runs on the
 * folder. Changes nothing.
 */
final class TrailCheck {
    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int WRONG_USE = 2;
    private static final String MAPS = "databases.zitrack.";

    private final MVStore store;
    private final PrintStream out;

    private TrailCheck(MVStore store, PrintStream out) {
        this.store = store;
        this.out = out;
    }

    /** Takes the data folder, and perhaps a noted head as {@code number:hash}. */
    public static void main(String[] arguments) {
        System.exit(run(
                Path.of(arguments[0]),
                arguments.length > 1 ? arguments[1] : null,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8)));
    }

    static int run(Path folder, @Nullable String head, PrintStream out, PrintStream err) {
        var documents = folder.resolve("documents").resolve("zitrack.mv");
        if (!Files.isRegularFile(documents)) {
            err.println("zi: " + folder + " bukan folder data ZITrack");
            return WRONG_USE;
        }
        if (head != null && !head.matches("\\d{1,18}:[0-9a-f]{64}")) {
            err.println("zi: --head harus NOMOR:SIDIK seperti tercetak di dosir");
            return WRONG_USE;
        }
        try (var store =
                new MVStore.Builder().fileName(documents.toString()).readOnly().open()) {
            return new TrailCheck(store, out).check(head == null ? null : noted(head));
        } catch (MVStoreException e) {
            err.println(
                    e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                            ? "zi: " + folder + " sedang dipakai; hentikan ZITrack lebih dulu"
                            : "zi: berkas dokumen " + documents + " tidak dapat dibuka (" + e.getMessage()
                                    + "); pulihkan dari cadangan");
            return BROKEN;
        }
    }

    private static ChainCheck.Noted noted(String head) {
        var parts = head.split(":", 2);
        return new ChainCheck.Noted(Long.parseLong(parts[0]), parts[1]);
    }

    /** Where an entry stands; entries themselves are read one by one. */
    private record Place(long seq, Object key) {}

    private int check(ChainCheck.@Nullable Noted noted) {
        var entries = map("trail");
        var places = new TreeMap<String, List<Place>>();
        entries.forEach((key, link) -> places.computeIfAbsent(text(link, "institution"), it -> new ArrayList<>())
                .add(new Place(number(link, "seq"), key)));
        var ends = ends();
        var institutions = new TreeSet<>(ends.keySet());
        institutions.addAll(places.keySet());
        if (institutions.isEmpty()) {
            out.println("Jejak masih kosong.");
        }
        int result = WHOLE;
        for (var institution : institutions) {
            var check = new ChainCheck(noted);
            var inOrder = places.getOrDefault(institution, List.of()).stream()
                    .sorted(comparingLong(Place::seq))
                    .collect(toCollection(ArrayList::new));
            for (var it : inOrder) {
                if (!check.follow(Objects.requireNonNull(entries.get(it.key())))) {
                    break;
                }
            }
            var last = Math.max(
                    ends.getOrDefault(institution, 0L),
                    inOrder.isEmpty() ? 0 : inOrder.get(inOrder.size() - 1).seq());
            result = Math.max(result, report(institution, inOrder.size(), check.end(last)));
        }
        return result;
    }

    private int report(String institution, int entries, ChainCheck.Result result) {
        out.println("Instansi " + institution + ": " + entries + " catatan");
        var broken = result.firstBreak();
        if (broken == null) {
            out.println("  RANTAI UTUH sampai catatan " + result.count() + ", " + result.recorded());
            out.println("  Ujung " + result.count() + ":" + result.hash());
        } else {
            out.println("  RANTAI PUTUS di catatan " + broken.seq() + ": "
                    + switch (broken.why()) {
                        case GAP -> "catatan itu tidak ada";
                        case CHANGED_CONTENT -> "isinya bukan lagi isi yang dicatat";
                        case WRONG_LINK -> "tidak tersambung ke catatan di depannya";
                    });
        }
        if (result.notedFits() != null) {
            out.println(
                    result.notedFits()
                            ? "  Ujung yang Anda catat ADA di rantai ini"
                            : "  Ujung yang Anda catat TIDAK ADA di rantai ini");
        }
        return broken == null && !Boolean.FALSE.equals(result.notedFits()) ? WHOLE : BROKEN;
    }

    /** How far each chain came, as the server noted; a chain that ends before was cut. */
    private Map<String, Long> ends() {
        var ends = new TreeMap<String, Long>();
        map("trailHeads").values().forEach(it -> ends.put(text(it, "_id"), number(it, "seq")));
        return ends;
    }

    private Map<Object, Document> map(String collection) {
        return store.hasMap(MAPS + collection) ? store.<Object, Document>openMap(MAPS + collection) : Map.of();
    }

    private static String text(Document document, String field) {
        return String.valueOf(document.get(field));
    }

    private static long number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.longValue() : -1;
    }
}
