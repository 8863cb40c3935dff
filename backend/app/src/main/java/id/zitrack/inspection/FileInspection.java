package id.zitrack.inspection;

import id.zitrack.inspection.RefusedFile.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a file really is and refuses what cannot be evidence.
 *
 * <p>The name never decides that a file is allowed; it only separates CSV from text and refuses text that calls itself
 * a script. Memory stays bounded whatever the file contains.
 */
public final class FileInspection {

    /** What was found; {@code textLayer} and {@code formulas} are null where the question makes no sense. */
    public record Finding(
            FileType type,
            @Nullable Boolean textLayer,
            @Nullable Boolean formulas) {
        Finding(FileType type) {
            this(type, null, null);
        }
    }

    /** What type detection looks at, as much as Tika itself asks for. */
    private static final int HEAD = 64 * 1024;

    /** Readers accept a PDF header within the first 1,024 bytes (PDF 1.7 reference, appendix H, note 13). */
    private static final int PDF_HEADER_WINDOW = 1024;

    /** End of central directory (22 bytes) and the longest comment after it (APPNOTE 4.3.16). */
    private static final int ZIP_END_WINDOW = 22 + 65_535;

    private static final byte[] PDF_MARK = ascii("%PDF-");
    private static final byte[] ZIP_MARK = {'P', 'K', 3, 4};
    private static final byte[] OLE_MARK = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private static final Set<String> RUNNING_TYPES = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/x-ms-installer",
            "application/x-elf",
            "application/x-executable",
            "application/x-sharedlib",
            "application/x-object",
            "application/x-mach-o",
            "application/x-mach-o-executable",
            "application/java-vm",
            "application/java-archive",
            "application/vnd.android.package-archive",
            "application/x-sh",
            "application/x-bat",
            "application/javascript",
            "text/javascript",
            "text/html",
            "application/xhtml+xml",
            "image/svg+xml",
            "text/x-php",
            "text/x-python",
            "text/x-perl",
            "message/rfc822",
            "multipart/related");

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private FileInspection() {}

    /**
     * Looks at the whole content.
     *
     * @param claimedName the name the sender gave it
     * @throws RefusedFile if it cannot be evidence
     */
    public static Finding inspect(Content content, String claimedName) throws IOException {
        if (content.size() == 0) {
            throw new EmptyFile();
        }
        var head = content.head(HEAD);
        if (startsWith(head, PDF_MARK)) {
            refuseZipAtTheEnd(content, FileType.PDF);
            return PdfInspection.inspect(content);
        }
        if (startsWith(head, ZIP_MARK)) {
            return new Finding(ContainerInspection.inspect(content));
        }
        var picture = PictureInspection.recognize(head);
        if (picture != null) {
            refusePdfAfterTheStart(head, picture.mediaType());
            refuseZipAtTheEnd(content, picture);
            PictureInspection.inspect(content, picture);
            return new Finding(picture);
        }
        refusePdfAfterTheStart(head, "application/pdf");
        if (startsWith(head, OLE_MARK)) {
            throw CompoundInspection.refusal(content);
        }
        var detected =
                TYPES.detect(new ByteArrayInputStream(head), new Metadata()).toString();
        if (RUNNING_TYPES.contains(detected) || runsByItsFirstBytes(head)) {
            throw new RefusedFile(Reason.RUNS, detected);
        }
        if (!detected.equals("text/plain")) {
            throw new RefusedFile(Reason.TYPE, detected);
        }
        return TextInspection.inspect(content, claimedName);
    }

    /**
     * Looks at the name alone, for bytes that were inspected under another one.
     *
     * @throws RefusedFile if text calls itself a script
     */
    public static void refuseScriptName(String claimedName) {
        TextInspection.refuseScriptName(claimedName);
    }

    private static boolean runsByItsFirstBytes(byte[] head) {
        return List.of(ascii("MZ"), new byte[] {0x7F, 'E', 'L', 'F'}, ascii("#!")).stream()
                .anyMatch(mark -> startsWith(head, mark));
    }

    private static void refusePdfAfterTheStart(byte[] head, String detected) {
        var window = Arrays.copyOf(head, Math.min(head.length, PDF_HEADER_WINDOW));
        if (indexOf(window, PDF_MARK, 1) > 0) {
            throw new RefusedFile(Reason.TWO_TYPES, detected);
        }
    }

    /** Unzippers look for a ZIP from the end of the file, whatever stands at its start. */
    private static void refuseZipAtTheEnd(Content content, FileType type) throws IOException {
        var tail = content.tail(ZIP_END_WINDOW);
        for (int at = tail.length - 22; at >= 0; at--) {
            if (tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6) {
                int comment = (tail[at + 20] & 0xFF) | (tail[at + 21] & 0xFF) << 8;
                if (at + 22 + comment == tail.length) {
                    throw new RefusedFile(Reason.TWO_TYPES, type.mediaType());
                }
            }
        }
    }

    static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    /** The first place of a mark at or after {@code from}, or -1. */
    static int indexOf(byte[] bytes, byte[] mark, int from) {
        for (int at = Math.max(0, from); at <= bytes.length - mark.length; at++) {
            if (Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)) {
                return at;
            }
        }
        return -1;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
