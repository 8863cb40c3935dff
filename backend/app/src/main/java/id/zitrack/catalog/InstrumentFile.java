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

    /** The body of a request, and one byte more than the limit where it is too large. */
    static byte[] body(HttpServletRequest request, int limit) throws IOException {
        return request.getInputStream().readNBytes(limit + 1);
    }

    private static String name(String text) {
        var name = text.replaceAll("[^A-Za-z0-9.-]", "");
        return name.isEmpty() ? "rancangan" : name.substring(0, Math.min(40, name.length()));
    }
}
