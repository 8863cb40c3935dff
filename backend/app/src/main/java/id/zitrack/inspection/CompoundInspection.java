package id.zitrack.inspection;

import id.zitrack.inspection.RefusedFile.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Says why an OLE2 compound file is refused: an Office file with a password, or one of the old formats (DOC, XLS, PPT),
 * whose macros and passwords cannot be told reliably and which every office suite can save as DOCX, XLSX, PPTX or PDF.
 */
final class CompoundInspection {

    private static final int WINDOW = 1024 * 1024;

    private CompoundInspection() {}

    static RefusedFile refusal(Content content) throws IOException {
        if (contains(content, "EncryptedPackage")) {
            return new RefusedFile(Reason.ENCRYPTED, "application/x-tika-ooxml-protected");
        }
        if (contains(content, "_VBA_PROJECT")) {
            return new RefusedFile(Reason.MACROS, typeOf(content));
        }
        return new RefusedFile(Reason.TYPE, typeOf(content));
    }

    private static String typeOf(Content content) throws IOException {
        if (contains(content, "WordDocument")) {
            return "application/msword";
        }
        if (contains(content, "PowerPoint Document")) {
            return "application/vnd.ms-powerpoint";
        }
        if (contains(content, "Workbook")) {
            return "application/vnd.ms-excel";
        }
        return "application/x-tika-msoffice";
    }

    /** Whether a directory entry has this name; names are UTF-16 ([MS-CFB] 2.6.1). */
    private static boolean contains(Content content, String name) throws IOException {
        var mark = name.getBytes(StandardCharsets.UTF_16LE);
        for (long at = 0; at < content.size(); at += WINDOW - mark.length) {
            if (FileInspection.indexOf(content.slice(at, WINDOW), mark, 0) >= 0) {
                return true;
            }
        }
        return false;
    }
}
