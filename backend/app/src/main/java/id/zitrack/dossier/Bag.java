package id.zitrack.dossier;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * A BagIt 1.0 bag (RFC 8493) written as a ZIP in one pass.
 *
 * <p>All checksums are known beforehand, so the manifests come first, files are stored as they are, and memory does not
 * grow with them. The same files give the same bytes.
 */
final class Bag {
    private static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private final String name;
    private final List<BagFile> payload;
    private final List<BagFile> tags = new ArrayList<>();
    private final LocalDate date;

    /**
     * Puts a bag together.
     *
     * @param name the folder everything stands in
     * @param payload files below {@code data/}, in the order in which they are written
     * @param info further lines of bag-info.txt
     * @param readme text for people, beside the manifests
     */
    Bag(String name, LocalDate date, List<BagFile> payload, Map<String, String> info, String readme) {
        this.name = name;
        this.date = date;
        this.payload = payload;
        var lines = new LinkedHashMap<String, String>();
        lines.put("Bagging-Date", date.toString());
        lines.put("Payload-Oxum", payload.stream().mapToLong(BagFile::size).sum() + "." + payload.size());
        lines.putAll(info);
        tags.add(BagFile.of("bagit.txt", DECLARATION));
        tags.add(BagFile.of(
                "bag-info.txt",
                lines.entrySet().stream()
                        .map(it -> it.getKey() + ": " + it.getValue().replaceAll("\\s+", " ") + "\n")
                        .collect(joining())));
        tags.add(BagFile.of("manifest-sha256.txt", manifest(payload)));
        tags.add(BagFile.of("BACA SAYA.txt", readme));
        tags.add(BagFile.of("tagmanifest-sha256.txt", manifest(tags)));
    }

    private static String manifest(List<BagFile> files) {
        return files.stream().map(it -> it.sha256() + "  " + it.path() + "\n").collect(joining());
    }

    /**
     * Writes the bag.
     *
     * @throws DossierBroken if a stored file is not what it was when it was uploaded; the ZIP then ends unfinished, so
     *     that nobody takes it for whole
     */
    void write(OutputStream out) throws IOException {
        // Not closed on failure: closing would finish a ZIP that must not look finished.
        var zip = new ZipArchiveOutputStream(out);
        for (var file : tags) {
            put(zip, file);
        }
        for (var file : payload) {
            put(zip, file);
        }
        zip.finish();
        zip.flush();
    }

    private void put(ZipArchiveOutputStream zip, BagFile file) throws IOException {
        var entry = new ZipArchiveEntry(name + "/" + file.path());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.size());
        entry.setCrc(file.crc32());
        entry.setTimeLocal(date.atStartOfDay());
        entry.setUnixMode(0100644);
        zip.putArchiveEntry(entry);
        try (var in = new DigestInputStream(file.content().open(), BagFile.digest())) {
            long copied = in.transferTo(zip);
            var hash = HexFormat.of().formatHex(in.getMessageDigest().digest());
            if (copied != file.size() || !hash.equals(file.sha256())) {
                throw new DossierBroken(List.of(file.path()));
            }
        }
        zip.closeArchiveEntry();
    }
}
