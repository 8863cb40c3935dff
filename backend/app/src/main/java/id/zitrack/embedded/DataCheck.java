package id.zitrack.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * {@code ./zi check}: reads every stored file of a data folder and compares it with what was recorded about it, while no
 * server runs on the folder.
 *
 * <p>Looks at the folder itself, with none of the code that wrote it, so that it also finds what that code would
 * overlook. Changes nothing.
 */
final class DataCheck {
    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int WRONG_USE = 2;
    private static final int BLOCK = 64 * 1024;

    private final Path folder;
    private final Path bytes;
    private final PrintStream out;

    private DataCheck(Path folder, PrintStream out) {
        this.folder = folder;
        this.bytes = folder.resolve("files").resolve("zitrack");
        this.out = out;
    }

    /** Takes the data folder as its only argument. */
    public static void main(String[] arguments) {
        System.exit(run(
                Path.of(arguments[0]),
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8)));
    }

    static int run(Path folder, PrintStream out, PrintStream err) {
        var documents = folder.resolve("documents").resolve("zitrack.mv");
        if (!Files.isRegularFile(documents)) {
            err.println("zi: " + folder + " bukan folder data ZITrack");
            return WRONG_USE;
        }
        try (var store =
                new MVStore.Builder().fileName(documents.toString()).readOnly().open()) {
            return new DataCheck(folder, out).check(store);
        } catch (MVStoreException e) {
            err.println(
                    e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                            ? "zi: " + folder + " sedang dipakai; hentikan ZITrack lebih dulu"
                            : "zi: berkas dokumen " + documents + " tidak dapat dibuka (" + e.getMessage()
                                    + "); pulihkan dari cadangan");
            return BROKEN;
        } catch (IOException | UncheckedIOException e) {
            err.println("zi: " + folder + " tidak dapat dibaca (" + e.getMessage() + ")");
            return BROKEN;
        }
    }

    private int check(MVStore store) throws IOException {
        var names = names(store);
        var recorded = new TreeSet<String>();
        var broken = new ArrayList<String>();
        long size = 0;
        int withheld = 0;
        out.println("Memeriksa " + folder);
        for (var file : documents(store, "files")) {
            var sha256 = String.valueOf(file.get("_id"));
            recorded.add(sha256);
            var state = String.valueOf(file.get("state"));
            if (!state.equals("AVAILABLE") && !"broken".equals(file.get("reason"))) {
                withheld++;
                continue;
            }
            long expected = ((Number) file.getOrDefault("size", 0L)).longValue();
            size += expected;
            var path = pathOf(sha256);
            if (!Files.isRegularFile(path)) {
                broken.add("HILANG  " + sha256 + "  " + names.getOrDefault(sha256, ""));
            } else if (Files.size(path) != expected || !hash(path).equals(sha256)) {
                broken.add("RUSAK   " + sha256 + "  " + names.getOrDefault(sha256, ""));
            }
        }
        int files = recorded.size() - withheld;
        names.forEach((sha256, name) -> {
            if (!recorded.contains(sha256)) {
                broken.add("TAK TERCATAT  " + sha256 + "  " + name);
            }
        });
        broken.forEach(it -> out.println("  " + it.strip()));
        int left = reportLeftOver(recorded);
        out.println(broken.isEmpty() ? "UTUH" : "TIDAK UTUH: " + broken.size() + " bermasalah");
        out.printf(Locale.forLanguageTag("id"), "Diperiksa: %,d berkas, %,d byte.%n", files, size);
        if (!broken.isEmpty()) {
            out.println("Unggah lagi berkas yang sama, atau pulihkan folder dari cadangan.");
        }
        if (withheld > 0) {
            out.println("Tidak diperiksa: " + withheld + " berkas yang ditahan karena sebab lain.");
        }
        if (left > 0) {
            out.println("Berkas sisa tidak dipakai bukti mana pun dan tidak berbahaya; tidak ada yang dihapus.");
        }
        return broken.isEmpty() ? WHOLE : BROKEN;
    }

    /** The name that people know each file by, as evidence names it; what was destroyed on purpose is left out. */
    private static Map<String, String> names(MVStore store) {
        var names = new TreeMap<String, String>();
        for (var evidence : documents(store, "evidence")) {
            if (evidence.get("purge") == null && evidence.get("versions") instanceof List<?> versions) {
                for (var it : versions) {
                    if (it instanceof Document version) {
                        names.putIfAbsent(
                                String.valueOf(version.get("sha256")), String.valueOf(version.get("fileName")));
                    }
                }
            }
        }
        return names;
    }

    private static List<Document> documents(MVStore store, String collection) {
        var map = "databases.zitrack." + collection;
        if (!store.hasMap(map)) {
            return List.of();
        }
        return List.copyOf(store.<Object, Document>openMap(map).values());
    }

    private int reportLeftOver(TreeSet<String> recorded) throws IOException {
        var place = bytes.resolve("sha256");
        if (!Files.isDirectory(place)) {
            return 0;
        }
        int left = 0;
        try (Stream<Path> all = Files.walk(place)) {
            for (var path : (Iterable<Path>) all.sorted()::iterator) {
                if (Files.isRegularFile(path)
                        && !recorded.contains(path.getFileName().toString())) {
                    out.println("  SISA  " + bytes.relativize(path) + "  " + Files.size(path) + " byte");
                    left++;
                }
            }
        }
        return left;
    }

    private Path pathOf(String sha256) {
        return bytes.resolve("sha256").resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static String hash(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var block = new byte[BLOCK];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
