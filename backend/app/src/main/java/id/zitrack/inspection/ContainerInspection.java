package id.zitrack.inspection;

import id.zitrack.inspection.RefusedFile.Reason;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a ZIP for an Office document and reads all of it once, within limits.
 *
 * <p>The directory is read here and not by a library: the check must see exactly what is in the file, refuse two
 * directories that disagree, and never hold more than {@value #LARGEST_DIRECTORY} bytes of it.
 */
final class ContainerInspection {

    /** Documents of Office suites have tens of parts, books with pictures hundreds. */
    private static final int MOST_ENTRIES = 10_000;

    private static final int LARGEST_DIRECTORY = 1024 * 1024;

    /** What all parts together may hold unpacked. */
    private static final long LARGEST_INSIDE = 1024L * 1024 * 1024;

    /** Below this, no ratio is suspicious: an empty worksheet with many formatted cells packs 100:1. */
    private static final long HARMLESS_INSIDE = 32L * 1024 * 1024;

    /** POI refuses parts that pack better than 100:1 ({@code ZipSecureFile.setMinInflateRatio}); so do we, overall. */
    private static final int HIGHEST_RATIO = 100;

    /** Of the parts that decide the type, as much as is read. */
    private static final int LARGEST_DESCRIPTION = 4 * 1024 * 1024;

    private static final int END_LENGTH = 22;
    private static final int LOCATOR_LENGTH = 20;
    private static final int END64_LENGTH = 56;
    private static final short ZIP64 = 1;
    private static final long ALL_ONES = 0xFFFFFFFFL;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";

    /** The part that makes a package a document of this type (ECMA-376 part 1, 11.3.10, 12.3.23, 13.3.6). */
    private static final Map<FileType, String> MAIN_PARTS = Map.of(
            FileType.DOCX, OOXML + "wordprocessingml.document.main+xml",
            FileType.XLSX, OOXML + "spreadsheetml.sheet.main+xml",
            FileType.PPTX, OOXML + "presentationml.presentation.main+xml");

    private static final Pattern MACRO_TYPE =
            Pattern.compile("macroenabled|vbaproject|macrosheet|activex", Pattern.CASE_INSENSITIVE);
    private static final Pattern MACRO_ENTRY = Pattern.compile(
            "(^|/)vba(project|data)[^/]*$|\\.(docm|dotm|xlsm|xltm|xlam|pptm|potm|ppam)$|(^|/)macrosheets/"
                    + "|^basic/|^scripts/|^dialogs/",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RUNNING_ENTRY =
            Pattern.compile("\\.(exe|dll|scr|com|bat|cmd|ps1|vbs|js|jar|class|msi|hta|lnk)$", Pattern.CASE_INSENSITIVE);

    private record Entry(String name, int flags, int method, long crc, long packed, long unpacked, long header) {
        boolean isEncrypted() {
            return (flags & 1) != 0;
        }
    }

    private final Content content;
    private final Map<String, byte[]> descriptions = new HashMap<>();
    private String detected = "application/zip";

    private ContainerInspection(Content content) {
        this.content = content;
    }

    static FileType inspect(Content content) throws IOException {
        return new ContainerInspection(content).inspect();
    }

    private FileType inspect() throws IOException {
        var entries = entries();
        detected = guess(entries);
        if (entries.stream().anyMatch(Entry::isEncrypted)) {
            throw refusal(Reason.ENCRYPTED);
        }
        if (detected.equals("application/zip")) {
            throw refusal(Reason.TYPE);
        }
        if (detected.equals("application/java-archive")) {
            throw refusal(Reason.RUNS);
        }
        readAll(entries);
        var type = detected.startsWith(OOXML) ? officeOpenXml() : openDocument(entries);
        for (var entry : entries) {
            if (MACRO_ENTRY.matcher(entry.name()).find()) {
                throw refusal(Reason.MACROS);
            }
            if (RUNNING_ENTRY.matcher(entry.name()).find()) {
                throw refusal(Reason.RUNS);
            }
        }
        return type;
    }

    private String guess(List<Entry> entries) {
        for (var entry : entries) {
            switch (entry.name()) {
                case CONTENT_TYPES -> {
                    return OOXML + "package";
                }
                case "mimetype" -> {
                    return "application/vnd.oasis.opendocument";
                }
                case "META-INF/MANIFEST.MF" -> {
                    return "application/java-archive";
                }
                default -> {}
            }
        }
        return "application/zip";
    }

    private FileType officeOpenXml() {
        var types = description(CONTENT_TYPES);
        for (var part : MAIN_PARTS.entrySet()) {
            if (types.contains('"' + part.getValue() + '"') || types.contains('\'' + part.getValue() + '\'')) {
                detected = part.getKey().mediaType();
            }
        }
        if (MACRO_TYPE.matcher(types).find()) {
            throw refusal(Reason.MACROS);
        }
        return FileType.ofMediaType(detected).orElseThrow(() -> refusal(Reason.TYPE));
    }

    private FileType openDocument(List<Entry> entries) {
        detected = description("mimetype").strip();
        if (detected.isEmpty() || !detected.matches("[a-z0-9.+/-]{1,100}")) {
            detected = "application/zip";
        }
        if (description("META-INF/manifest.xml").contains("encryption-data")
                || entries.stream().anyMatch(it -> it.name().equals("encrypted-package"))) {
            throw refusal(Reason.ENCRYPTED);
        }
        return FileType.ofMediaType(detected).orElseThrow(() -> refusal(Reason.TYPE));
    }

    private String description(String name) {
        return new String(descriptions.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    // ---- The directory (APPNOTE 4.3)

    private List<Entry> entries() throws IOException {
        var where = directory();
        if (where.count() > MOST_ENTRIES || where.size() > LARGEST_DIRECTORY) {
            throw refusal(Reason.BOMB);
        }
        var directory = little(content.slice(where.start(), (int) where.size()));
        var entries = new ArrayList<Entry>();
        int at = 0;
        while (at + ENTRY_LENGTH <= where.size()) {
            if (directory.getInt(at) != 0x02014B50) {
                throw refusal(Reason.BROKEN);
            }
            int name = at + ENTRY_LENGTH;
            int extra = name + Short.toUnsignedInt(directory.getShort(at + 28));
            int comment = extra + Short.toUnsignedInt(directory.getShort(at + 30));
            int next = comment + Short.toUnsignedInt(directory.getShort(at + 32));
            if (next > where.size()) {
                throw refusal(Reason.BROKEN);
            }
            entries.add(entry(directory, at, name, extra, comment));
            at = next;
        }
        if (at != where.size() || entries.size() != where.count() || entries.isEmpty()) {
            throw refusal(Reason.BROKEN);
        }
        refuseTwins(entries);
        refuseOverlaps(entries, where.start());
        return entries;
    }

    private Entry entry(ByteBuffer directory, int at, int name, int extra, int comment) {
        // Sizes and place, in the order in which a ZIP64 extra field replaces them where they are all ones.
        var numbers = new long[] {
            Integer.toUnsignedLong(directory.getInt(at + 24)),
            Integer.toUnsignedLong(directory.getInt(at + 20)),
            Integer.toUnsignedLong(directory.getInt(at + 42))
        };
        for (int field = extra; field + 4 <= comment; ) {
            int start = field + 4;
            int end = start + Short.toUnsignedInt(directory.getShort(field + 2));
            if (directory.getShort(field) == ZIP64) {
                for (int i = 0; i < numbers.length; i++) {
                    if (numbers[i] == ALL_ONES && start + 8 <= Math.min(end, comment)) {
                        numbers[i] = directory.getLong(start);
                        start += 8;
                    }
                }
            }
            field = end;
        }
        for (long number : numbers) {
            if (number < 0 || number >= ALL_ONES) {
                throw refusal(Reason.BROKEN);
            }
        }
        return new Entry(
                new String(directory.array(), name, extra - name, StandardCharsets.UTF_8),
                directory.getShort(at + 8),
                Short.toUnsignedInt(directory.getShort(at + 10)),
                Integer.toUnsignedLong(directory.getInt(at + 16)),
                numbers[1],
                numbers[0],
                numbers[2]);
    }

    /** Where the directory is; it must end where the record that says so begins: no bytes unaccounted for. */
    private Directory directory() throws IOException {
        long end = endOfDirectory();
        var record = little(content.slice(end, END_LENGTH));
        if (record.getShort(4) != 0 || record.getShort(6) != 0) {
            throw refusal(Reason.BROKEN);
        }
        var directory = new Directory(
                Integer.toUnsignedLong(record.getInt(16)),
                Integer.toUnsignedLong(record.getInt(12)),
                Short.toUnsignedInt(record.getShort(10)));
        // Some programs write the larger records of ZIP64 also where nothing is large.
        var locator = end < LOCATOR_LENGTH ? null : little(content.slice(end - LOCATOR_LENGTH, LOCATOR_LENGTH));
        if (locator != null && locator.getInt(0) == 0x07064B50) {
            end = locator.getLong(8);
            var large =
                    end < 0 || end > content.size() - END64_LENGTH ? null : little(content.slice(end, END64_LENGTH));
            if (large == null || large.getInt(0) != 0x06064B50) {
                throw refusal(Reason.BROKEN);
            }
            directory = new Directory(large.getLong(48), large.getLong(40), large.getLong(32));
        }
        if (directory.start() < 0 || directory.size() < 0 || directory.start() + directory.size() != end) {
            throw refusal(Reason.BROKEN);
        }
        return directory;
    }

    private record Directory(long start, long size, long count) {}

    private long endOfDirectory() throws IOException {
        var tail = content.tail(END_LENGTH + 65_535);
        for (int at = tail.length - END_LENGTH; at >= 0; at--) {
            if (tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6) {
                int comment = (tail[at + 20] & 0xFF) | (tail[at + 21] & 0xFF) << 8;
                if (at + END_LENGTH + comment == tail.length) {
                    return content.size() - tail.length + at;
                }
            }
        }
        throw refusal(Reason.BROKEN);
    }

    /** Two parts of one name: one program would show the first, another the second. */
    private void refuseTwins(List<Entry> entries) {
        var names = entries.stream()
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        if (names != entries.size()) {
            throw refusal(Reason.BROKEN);
        }
    }

    /** Parts that share bytes are how a small ZIP holds petabytes. */
    private void refuseOverlaps(List<Entry> entries, long directory) {
        var sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(Entry::header));
        for (int i = 0; i < sorted.size(); i++) {
            var entry = sorted.get(i);
            long next = i + 1 < sorted.size() ? sorted.get(i + 1).header() : directory;
            if (entry.header() + LOCAL_LENGTH + entry.packed() > next) {
                throw refusal(Reason.BOMB);
            }
        }
    }

    // ---- The parts

    private void readAll(List<Entry> entries) throws IOException {
        long inside = 0;
        for (var entry : entries) {
            inside = read(entry, inside);
        }
    }

    /** Unpacks one part without keeping it, and checks length and CRC; returns what all parts hold so far. */
    private long read(Entry entry, long insideBefore) throws IOException {
        var local = little(content.slice(entry.header(), LOCAL_LENGTH));
        if (local.limit() < LOCAL_LENGTH || local.getInt(0) != 0x04034B50) {
            throw refusal(Reason.BROKEN);
        }
        int nameLength = Short.toUnsignedInt(local.getShort(26));
        var name = new String(content.slice(entry.header() + LOCAL_LENGTH, nameLength), StandardCharsets.UTF_8);
        if (!name.equals(entry.name()) || Short.toUnsignedInt(local.getShort(8)) != entry.method()) {
            throw refusal(Reason.BROKEN);
        }
        long start = entry.header() + LOCAL_LENGTH + nameLength + Short.toUnsignedInt(local.getShort(28));
        var kept = isDescription(entry.name()) ? new ByteArrayOutputStream() : null;
        var searches = OfficeActions.dangersOf(entry.name()).stream()
                .map(it -> new Search(it.search(), it.reason()))
                .toList();
        var crc = new CRC32();
        long length = 0;
        var buffer = new byte[64 * 1024];
        var inflater = new Inflater(true);
        try (var packed = new Part(content, start, entry.packed());
                var stream = unpacking(entry, packed, inflater)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                if (length == 0 && read >= 4) {
                    refuseProgram(buffer);
                }
                length += read;
                crc.update(buffer, 0, read);
                refuseTooMuch(insideBefore + length);
                keep(kept, buffer, read);
                for (var it : searches) {
                    if (it.search().isIn(buffer, read)) {
                        throw refusal(it.reason());
                    }
                }
            }
        } catch (IOException e) {
            throw refusal(Reason.BROKEN);
        } finally {
            inflater.end();
        }
        if (length != entry.unpacked() || crc.getValue() != entry.crc()) {
            throw refusal(Reason.BROKEN);
        }
        if (kept != null && OfficeActions.isRelationships(entry.name())) {
            OfficeActions.refusalOfRelationships(kept.toByteArray()).ifPresent(reason -> {
                throw refusal(reason);
            });
        } else if (kept != null) {
            descriptions.put(entry.name(), kept.toByteArray());
        }
        return insideBefore + length;
    }

    private InputStream unpacking(Entry entry, InputStream packed, Inflater inflater) {
        return switch (entry.method()) {
            case STORED -> packed;
            case DEFLATED -> new InflaterInputStream(packed, inflater, 64 * 1024);
            default -> throw refusal(Reason.BROKEN);
        };
    }

    private static boolean isDescription(String name) {
        return name.equals(CONTENT_TYPES)
                || name.equals("mimetype")
                || name.equals("META-INF/manifest.xml")
                || OfficeActions.isRelationships(name);
    }

    private record Search(MarkSearch search, Reason reason) {}

    private void keep(@Nullable ByteArrayOutputStream kept, byte[] buffer, int read) {
        if (kept != null) {
            if (kept.size() + read > LARGEST_DESCRIPTION) {
                throw refusal(Reason.BOMB);
            }
            kept.write(buffer, 0, read);
        }
    }

    private void refuseProgram(byte[] start) {
        var isWindows = start[0] == 'M' && start[1] == 'Z';
        var isUnix = start[0] == 0x7F && start[1] == 'E' && start[2] == 'L' && start[3] == 'F';
        if (isWindows || isUnix) {
            throw refusal(Reason.RUNS);
        }
    }

    private void refuseTooMuch(long inside) {
        if (inside > LARGEST_INSIDE || (inside > HARMLESS_INSIDE && inside / HIGHEST_RATIO > content.size())) {
            throw refusal(Reason.BOMB);
        }
    }

    private RefusedFile refusal(Reason reason) {
        return new RefusedFile(reason, detected);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The packed bytes of one part. */
    private static final class Part extends InputStream {
        private final Content content;
        private final long end;
        private long at;

        Part(Content content, long start, long length) {
            this.content = content;
            this.at = start;
            this.end = start + length;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (at >= end) {
                return -1;
            }
            int read = content.read(at, into, offset, (int) Math.min(length, end - at));
            if (read < 0) {
                throw new EOFException("A part ends outside the file");
            }
            at += read;
            return read;
        }
    }
}
