package id.zitrack.instrument;

import id.zitrack.instrument.InstrumentInvalid.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads instruments from YAML: from a folder, from uploaded files, or the ones that ship with the program.
 *
 * <p>Every method throws {@link InstrumentInvalid} with all problems found. Hostile files are refused within the limits
 * of {@link YamlFile}.
 */
public final class InstrumentReader {

    /** The file an instrument starts with. */
    public static final String MAIN_FILE = "instrument.yaml";

    private static final String ROOT = "indicators/";

    /** Where the files of one instrument are; null for a file that is not there. */
    interface Source {
        byte @Nullable [] bytes(String file) throws IOException;
    }

    /** Reads the instrument in a folder, or the one that starts with a file. */
    public Instrument read(Path path) {
        boolean folder = Files.isDirectory(path);
        var parent = folder ? path : path.toAbsolutePath().getParent();
        @Nullable Path name = path.getFileName();
        var main = folder || name == null ? MAIN_FILE : name.toString();
        var shown = folder
                ? path + path.getFileSystem().getSeparator()
                : path.toString().substring(0, path.toString().length() - main.length());
        return read(shown, main, file -> {
            if (parent == null) {
                return null;
            }
            var target = parent.resolve(file);
            if (!Files.isRegularFile(target)) {
                return null;
            }
            try (var in = Files.newInputStream(target)) {
                return in.readNBytes(YamlFile.MAX_BYTES + 1);
            }
        });
    }

    /** Reads an instrument from files by name, one of them {@link #MAIN_FILE}. */
    public Instrument read(Map<String, byte[]> files) {
        return read("", MAIN_FILE, files::get);
    }

    /** Reads an instrument that ships with the program. */
    public Instrument readBundled(String id) {
        if (!bundled().contains(id)) {
            throw new InstrumentInvalid(List.of(
                    new Problem(id, 0, "", "instrumen ini tidak ada; yang tersedia: " + String.join(", ", bundled()))));
        }
        return read(ROOT + id + "/", MAIN_FILE, file -> resource(id + "/" + file));
    }

    /** Ids of the instruments that ship with the program. */
    public List<String> bundled() {
        try {
            var bytes = resource("bundled.txt");
            return bytes == null
                    ? List.of()
                    : new String(bytes, StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(it -> !it.isEmpty())
                            .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException("The bundled instruments cannot be read", unreadable);
        }
    }

    private static byte @Nullable [] resource(String file) throws IOException {
        try (@Nullable InputStream in = InstrumentReader.class.getClassLoader().getResourceAsStream(ROOT + file)) {
            return in == null ? null : in.readNBytes(YamlFile.MAX_BYTES + 1);
        }
    }

    private static Instrument read(String shown, String main, Source source) {
        return new InstrumentBuilder(shown, source).build(main);
    }
}
