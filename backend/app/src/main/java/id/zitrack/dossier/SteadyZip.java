package id.zitrack.dossier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes the time of writing out of a ZIP container, so that the same content gives the same bytes. */
final class SteadyZip {
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private SteadyZip() {}

    static byte[] rewrite(byte[] container) throws IOException {
        var steady = new ByteArrayOutputStream(container.length);
        try (var in = new ZipInputStream(new ByteArrayInputStream(container));
                var out = new ZipOutputStream(steady)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(TIME);
                out.putNextEntry(copy);
                in.transferTo(out);
                out.closeEntry();
            }
        }
        return steady.toByteArray();
    }
}
