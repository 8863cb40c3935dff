package id.zitrack.inspection;

import id.zitrack.inspection.FileInspection.Finding;
import id.zitrack.inspection.RefusedFile.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells harmless text from scripts and pages, and CSV from other text. */
final class TextInspection {

    /** Endings under which systems or servers run a text file. */
    private static final Set<String> SCRIPTS = Set.of(
            "bat", "cmd", "com", "exe", "scr", "pif", "js", "mjs", "jse", "vbs", "vbe", "wsf", "wsh", "ps1", "psm1",
            "sh", "bash", "py", "pl", "rb", "php", "phtml", "jsp", "asp", "aspx", "hta", "reg", "lnk", "url", "html",
            "htm", "xhtml", "shtml", "mht", "mhtml", "svg", "xml", "xsl", "xslt", "desktop", "jar", "inf", "css");

    private static final Set<String> TABLES = Set.of("csv", "tsv");

    /** What a page or script begins with, after byte order mark and blanks; lower case. */
    private static final Pattern RUNS = Pattern.compile(
            "^\\s*(#!|<\\?|<%|<!doctype|<html|<head|<body|<script|<svg|<xml|@echo off|mime-version:)"
                    + "|<script[\\s>]|<html[\\s>]|<svg[\\s>]|<iframe[\\s>]|<object[\\s>]|<\\?php|javascript:",
            Pattern.CASE_INSENSITIVE);

    /**
     * A cell that spreadsheets calculate instead of showing it, which can start programs or send data away; numbers and
     * telephone numbers are none.
     */
    private static final Pattern FORMULA =
            Pattern.compile("(?m)(^|[,;\\t])\\s*\"?\\s*(=|@|[+-](?![\\d.,\\s()-]*\"?\\s*([,;\\t]|$)))");

    private static final int HEAD = 64 * 1024;
    private static final int WINDOW = 64 * 1024;

    private TextInspection() {}

    static Finding inspect(Content content, String claimedName) throws IOException {
        var head = content.head(HEAD);
        var wide = isUtf16(head);
        var text = new String(head, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8).replace("\uFEFF", "");
        if (RUNS.matcher(text).find()) {
            throw new RefusedFile(Reason.RUNS, "text/plain");
        }
        refuseScriptName(claimedName);
        if (!wide) {
            refuseControlCharacters(content);
        }
        return TABLES.contains(extensionOf(claimedName))
                ? new Finding(FileType.CSV, null, FORMULA.matcher(text).find())
                : new Finding(FileType.TEXT);
    }

    /** Refuses text that calls itself a script. */
    static void refuseScriptName(String claimedName) {
        if (SCRIPTS.contains(extensionOf(claimedName))) {
            throw new RefusedFile(Reason.RUNS, "text/plain");
        }
    }

    private static String extensionOf(String claimedName) {
        return FileName.extensionOf(FileName.clean(claimedName));
    }

    private static boolean isUtf16(byte[] head) {
        return head.length >= 2
                && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
                        || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
    }

    private static void refuseControlCharacters(Content content) throws IOException {
        var buffer = new byte[WINDOW];
        try (var stream = content.from(0)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] >= 0 && buffer[i] < ' ' && !isTextual(buffer[i])) {
                        throw new RefusedFile(Reason.TYPE, "application/octet-stream");
                    }
                }
            }
        }
    }

    private static boolean isTextual(byte control) {
        return switch (control) {
            case '\t', '\n', '\r', '\f', '\b', 0x1B, 0x1A -> true;
            default -> false;
        };
    }
}
