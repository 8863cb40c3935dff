package id.zitrack.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.zitrack.instrument.InstrumentSource;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files that are saved from and sent to this room. */
final class InstrumentFile {
    static final String YAML = "text/yaml";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int BUFFER = 64 << 10;
    private static final long MOST_THROWN_AWAY = 64L << 20;

    private InstrumentFile() {}

    /** An instrument as a file to save, named by its id and version. */
    static ResponseEntity<byte[]> yaml(InstrumentSource source) {
        var key = source.key();
        return file(name(key.id()) + "-" + name(key.version()) + ".yaml", YAML + ";charset=UTF-8", source.bytes());
    }

    static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .headers(it -> it.setContentDisposition(
                        ContentDisposition.attachment().filename(name, UTF_8).build()))
                .contentType(MediaType.parseMediaType(type))
                .body(bytes);
    }

    /**
     * The body of a request, and one byte more than the limit where it is too large. The rest is thrown away, so that
     * whoever is still sending hears the answer.
     */
    static byte[] body(HttpServletRequest request, int limit) throws IOException {
        var sent = request.getInputStream();
        var body = sent.readNBytes(limit + 1);
        if (body.length > limit) {
            var buffer = new byte[BUFFER];
            for (long left = MOST_THROWN_AWAY; left > 0; left -= BUFFER) {
                if (sent.readNBytes(buffer, 0, BUFFER) < BUFFER) {
                    break;
                }
            }
        }
        return body;
    }

    private static String name(String text) {
        var name = text.replaceAll("[^A-Za-z0-9.-]", "");
        return name.isEmpty() ? "rancangan" : name.substring(0, Math.min(40, name.length()));
    }
}
