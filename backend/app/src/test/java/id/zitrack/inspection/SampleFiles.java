package id.zitrack.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import id.zitrack.inspection.RefusedFile.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;

/** Good, odd and hostile files, made here, each with the verdict it must get. */
public final class SampleFiles {

    /** One file and what must become of it: a type, or a reason to refuse. */
    public record Sample(
            String about,
            String name,
            byte[] bytes,
            @Nullable FileType type,
            @Nullable Reason reason) {
        @Override
        public String toString() {
            return about;
        }
    }

    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private static final byte[] PAGE = "<html><script>alert(1)</script></html>".getBytes(UTF_8);
    private static final byte[] PHP = "<?php system($_GET['c']); ?>".getBytes(UTF_8);

    private SampleFiles() {}

    public static List<Sample> all() {
        var all = new ArrayList<Sample>();
        all.addAll(good());
        all.addAll(hostile());
        return all;
    }

    public static List<Sample> good() {
        return List.of(
                good("a decree as PDF", "SK Tim Kerja.pdf", pdf("Keputusan Kepala Dinas"), FileType.PDF),
                good("a PDF called exe", "SK.exe", pdf("x"), FileType.PDF),
                good("a PDF only its owner may change", "a.pdf", pdfForReading(), FileType.PDF),
                good(
                        "a PDF with bytes after its end",
                        "a.pdf",
                        join(pdf("x"), "\r\n\r\n".getBytes(UTF_8)),
                        FileType.PDF),
                good("a photo", "foto.jpg", picture("jpg"), FileType.JPEG),
                good("a photo with a film behind it", "foto.jpg", join(picture("jpg"), mp4()), FileType.JPEG),
                good("a screenshot", "layar.png", picture("png"), FileType.PNG),
                good("a photo called PDF", "scan.pdf", picture("jpg"), FileType.JPEG),
                good("a WebP picture", "a.webp", webp(), FileType.WEBP),
                good("a telephone's HEIC", "IMG_0001.HEIC", boxes("heic", "meta"), FileType.HEIC),
                good("a film", "kegiatan.mp4", mp4(), FileType.MP4),
                good("a text", "catatan.txt", "Rapat dimulai pukul 09.00.\n".getBytes(UTF_8), FileType.TEXT),
                good("a text from an old PC", "a.txt", "Caf\u00e9 \u00bd\r\n".getBytes(ISO_8859_1), FileType.TEXT),
                good(
                        "a text in UTF-16",
                        "a.txt",
                        join(new byte[] {-1, -2}, "Notulen rapat".getBytes(UTF_16LE)),
                        FileType.TEXT),
                good("a register as CSV", "register.csv", "no,nama\n1,Ani\n".getBytes(UTF_8), FileType.CSV),
                good("a Word document", "notulen.docx", docx(), FileType.DOCX),
                good("a workbook", "register.xlsx", xlsx(), FileType.XLSX),
                good("a presentation", "paparan.pptx", pptx(), FileType.PPTX),
                good("a workbook streamed by another program", "ekspor.xlsx", streamedXlsx(), FileType.XLSX),
                good("a workbook called ZIP", "register.zip", xlsx(), FileType.XLSX),
                good("an OpenDocument text", "a.odt", openDocument("text", Map.of()), FileType.ODT),
                good("an OpenDocument sheet", "a.ods", openDocument("spreadsheet", Map.of()), FileType.ODS),
                good("an OpenDocument presentation", "a.odp", openDocument("presentation", Map.of()), FileType.ODP),
                good("a PDF with two endings", "SK.pdf.exe", pdf("x"), FileType.PDF),
                good("a PDF whose name turns round", "SK\u202Efdp.exe", pdf("x"), FileType.PDF),
                good("a PDF with a name of 900 characters", "SK ".repeat(300) + ".pdf", pdf("x"), FileType.PDF),
                good("a PDF with a path for a name", "../../../etc/cron.d/x", pdf("x"), FileType.PDF),
                good("a PDF called like a device", "NUL.pdf", pdf("x"), FileType.PDF),
                good("a PDF with a header line in its name", "a\r\nX-Evil: 1.pdf", pdf("x"), FileType.PDF),
                good("a PDF that links to the web", "a.pdf", pdfWith(PdfTrait.LINK), FileType.PDF),
                good("a PDF that opens at its second page", "a.pdf", pdfWith(PdfTrait.DESTINATION), FileType.PDF),
                good("a PDF with a form", "formulir.pdf", pdfWith(PdfTrait.FORM), FileType.PDF),
                good("a photo with PHP in its comment", "foto.php.jpg", jpegWithComment(PHP), FileType.JPEG),
                good("a screenshot with a page behind it", "a.png", join(picture("png"), PAGE), FileType.PNG),
                good("a table that calculates when opened", "register.csv", formulas(), FileType.CSV),
                good("a table of negative numbers", "a.csv", "a,b\n-5,+62 811\n".getBytes(UTF_8), FileType.CSV),
                good("one byte", "a.txt", new byte[] {'x'}, FileType.TEXT),
                good("a Word document with links", "a.docx", related("hyperlink", "https://jdih.test/"), FileType.DOCX),
                good("the test virus: the scanner's affair", "eicar.txt", eicar(), FileType.TEXT));
    }

    public static List<Sample> hostile() {
        return List.of(
                bad("a program called PDF", "SK.pdf", program(), Reason.RUNS),
                bad(
                        "a Linux program called JPG",
                        "foto.jpg",
                        join(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1}, new byte[60]),
                        Reason.RUNS),
                bad(
                        "a page called PDF",
                        "a.pdf",
                        "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(UTF_8),
                        Reason.RUNS),
                bad("a page called TXT", "a.txt", "  \n<HTML><body>x".getBytes(UTF_8), Reason.RUNS),
                bad("a page behind a byte order mark", "a.txt", "\uFEFF<html><body>x".getBytes(UTF_8), Reason.RUNS),
                bad(
                        "a page in UTF-16",
                        "a.txt",
                        join(new byte[] {-1, -2}, "<html><script>".getBytes(UTF_16LE)),
                        Reason.RUNS),
                bad(
                        "a page behind a long text",
                        "a.txt",
                        ("halo ".repeat(500) + "<script>alert(1)</script>").getBytes(UTF_8),
                        Reason.RUNS),
                bad(
                        "a drawing with script",
                        "a.svg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>".getBytes(UTF_8),
                        Reason.RUNS),
                bad(
                        "a drawing called PNG",
                        "a.png",
                        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8),
                        Reason.RUNS),
                bad("a shell script", "a.txt", "#!/bin/sh\nrm -rf /\n".getBytes(UTF_8), Reason.RUNS),
                bad("a PHP script", "a.csv", "<?php system($_GET['c']); ?>".getBytes(UTF_8), Reason.RUNS),
                bad("a batch file", "jalan.bat", "copy a b\r\n".getBytes(UTF_8), Reason.RUNS),
                bad("a batch file called TXT", "a.txt", "@echo off\r\nformat c:\r\n".getBytes(UTF_8), Reason.RUNS),
                bad("JavaScript", "a.js", "alert(1)".getBytes(UTF_8), Reason.RUNS),
                bad(
                        "a link that starts programs",
                        "a.lnk",
                        join(new byte[] {0x4C, 0, 0, 0, 1, 0x14, 2, 0}, new byte[80]),
                        Reason.TYPE),
                bad(
                        "a saved mail page",
                        "a.txt",
                        "MIME-Version: 1.0\r\nContent-Type: text/html\r\n".getBytes(UTF_8),
                        Reason.RUNS),
                bad("text with hidden bytes", "a.txt", "Rapat\u0001\u0002\u0003\u0004".getBytes(UTF_8), Reason.TYPE),
                bad("noise", "a.pdf", noise(4096), Reason.TYPE),
                bad("a PDF with a password", "a.pdf", pdfWithPassword(), Reason.ENCRYPTED),
                bad("a PDF cut in half", "a.pdf", half(pdf("cut")), Reason.BROKEN),
                bad("a PDF that is only a header", "a.pdf", "%PDF-1.7\n%%EOF".getBytes(UTF_8), Reason.BROKEN),
                bad("a PDF without pages", "a.pdf", pdfWithoutPages(), Reason.BROKEN),
                bad("a PDF behind a page", "a.pdf", join("<html>".getBytes(UTF_8), pdf("x")), Reason.TWO_TYPES),
                bad("a PDF behind a program's mark", "a.pdf", join("MZ".getBytes(UTF_8), pdf("x")), Reason.TWO_TYPES),
                bad(
                        "a PDF behind a byte order mark",
                        "a.pdf",
                        join(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, pdf("x")),
                        Reason.TWO_TYPES),
                bad(
                        "a PDF with a ZIP behind it",
                        "a.pdf",
                        join(pdf("x"), zip(Map.of("a.exe", program()))),
                        Reason.TWO_TYPES),
                bad("a PDF that unpacks without end", "a.pdf", pdfBomb(), Reason.BOMB),
                bad(
                        "a photo with a ZIP behind it",
                        "a.jpg",
                        join(picture("jpg"), zip(Map.of("a", new byte[] {1}))),
                        Reason.TWO_TYPES),
                bad("a photo with a PDF inside", "a.jpg", jpegWithPdf(), Reason.TWO_TYPES),
                bad("a photo cut in half", "a.jpg", half(picture("jpg")), Reason.BROKEN),
                bad("a photo of three bytes", "a.jpg", new byte[] {-1, (byte) 0xD8, -1}, Reason.BROKEN),
                bad("a screenshot cut in half", "a.png", half(picture("png")), Reason.BROKEN),
                bad("a picture too large to show", "a.png", hugePng(), Reason.BOMB),
                bad("a film cut in half", "a.mp4", half(mp4()), Reason.BROKEN),
                bad("a moving GIF", "a.gif", "GIF89a\1\0\1\0\0\0\0;".getBytes(ISO_8859_1), Reason.TYPE),
                bad(
                        "a Word document with macros",
                        "a.docm",
                        macros(WORD.replace("main", "main")
                                .replace(
                                        "openxmlformats-officedocument.wordprocessingml.document",
                                        "ms-word.document.macroEnabled")),
                        Reason.MACROS),
                bad("macros called DOCX", "a.docx", macros(WORD), Reason.MACROS),
                bad(
                        "old macro sheets in a workbook",
                        "a.xlsx",
                        office(SHEET, Map.of("xl/macrosheets/sheet1.xml", "<x/>".getBytes(UTF_8))),
                        Reason.MACROS),
                bad("a Word document with a password", "a.docx", protectedDocx(), Reason.ENCRYPTED),
                bad("an old Word document", "a.doc", oldWord(false), Reason.TYPE),
                bad("an old Word document with macros", "a.doc", oldWord(true), Reason.MACROS),
                bad("a Word document cut in half", "a.docx", half(docx()), Reason.BROKEN),
                bad("a Word document with one flipped bit", "a.docx", flipped(docx()), Reason.BROKEN),
                bad("a Word document that unpacks to 300 MB", "a.docx", officeBomb(), Reason.BOMB),
                bad(
                        "a Word document with a program inside",
                        "a.docx",
                        office(WORD, Map.of("word/embeddings/x.bin", program())),
                        Reason.RUNS),
                bad("a Word document of 11,000 parts", "a.docx", manyParts(), Reason.BOMB),
                bad("a Word document with two of one part", "a.docx", twins(), Reason.BROKEN),
                bad("a document whose directory lies about its size", "a.docx", liar(), Reason.BROKEN),
                bad(
                        "an OpenDocument text with macros",
                        "a.odt",
                        openDocument("text", Map.of("Basic/Standard/Module1.xml", "<x/>".getBytes(UTF_8))),
                        Reason.MACROS),
                bad(
                        "an OpenDocument text with a password",
                        "a.odt",
                        openDocument(
                                "text", Map.of("META-INF/manifest.xml", "<manifest:encryption-data/>".getBytes(UTF_8))),
                        Reason.ENCRYPTED),
                bad("an archive", "a.zip", zip(Map.of("SK.pdf", pdf("x"))), Reason.TYPE),
                bad("an archive called DOCX", "a.docx", zip(Map.of("SK.pdf", pdf("x"))), Reason.TYPE),
                bad("a Java program", "a.jar", zip(Map.of("META-INF/MANIFEST.MF", new byte[] {'x'})), Reason.RUNS),
                bad("the test virus under its own name", "eicar.com", eicar(), Reason.RUNS),
                bad("a PDF with a script for the opening", "a.pdf", pdfWith(PdfTrait.OPENING_SCRIPT), Reason.RUNS),
                bad("a PDF with a script for all", "a.pdf", pdfWith(PdfTrait.NAMED_SCRIPT), Reason.RUNS),
                bad("a PDF with a script behind another action", "a.pdf", pdfWith(PdfTrait.NEXT_SCRIPT), Reason.RUNS),
                bad("a PDF with a script in a form field", "a.pdf", pdfWith(PdfTrait.FIELD_SCRIPT), Reason.RUNS),
                bad("a PDF with a script for a page", "a.pdf", pdfWith(PdfTrait.PAGE_SCRIPT), Reason.RUNS),
                bad("a PDF with a bookmark that runs", "a.pdf", pdfWith(PdfTrait.BOOKMARK_LAUNCH), Reason.RUNS),
                bad("a PDF that starts a program by a click", "a.pdf", pdfWith(PdfTrait.LAUNCH), Reason.RUNS),
                bad("a PDF that calls home when opened", "a.pdf", pdfWith(PdfTrait.OPENING_CALL), Reason.RUNS),
                bad("a PDF with a form that is a program", "a.pdf", pdfWith(PdfTrait.XFA), Reason.RUNS),
                bad("a PDF with a film that runs", "a.pdf", pdfWith(PdfTrait.RICH_MEDIA), Reason.RUNS),
                bad("a PDF with a file inside", "a.pdf", pdfWith(PdfTrait.FILE), Reason.FILES_INSIDE),
                bad("a PDF with a file pinned to a page", "a.pdf", pdfWith(PdfTrait.PINNED_FILE), Reason.FILES_INSIDE),
                bad(
                        "a Word document with a template from elsewhere",
                        "a.docx",
                        related("attachedTemplate", "https://jahat.test/a.dotm"),
                        Reason.RUNS),
                bad(
                        "a Word document with an object from elsewhere",
                        "a.docx",
                        related("oleObject", "https://jahat.test/a.html!"),
                        Reason.RUNS),
                bad(
                        "a Word document with relations that cannot be read",
                        "a.docx",
                        office(WORD, Map.of("word/_rels/document.xml.rels", "<Relationships".getBytes(UTF_8))),
                        Reason.BROKEN),
                bad(
                        "a Word document with a DDE field",
                        "a.docx",
                        office(WORD, Map.of("word/header1.xml", "<w:instrText> DDEAUTO c:\\\\x".getBytes(UTF_8))),
                        Reason.RUNS),
                bad(
                        "a workbook with a DDE link",
                        "a.xlsx",
                        office(SHEET, Map.of("xl/externalLinks/externalLink1.xml", "<ddeLink/>".getBytes(UTF_8))),
                        Reason.RUNS),
                bad(
                        "a Word document with a packed file inside",
                        "a.docx",
                        office(WORD, Map.of("word/embeddings/oleObject1.bin", packedFile())),
                        Reason.FILES_INSIDE),
                bad(
                        "an OpenDocument text that calls a script",
                        "a.odt",
                        openDocument(
                                "text", Map.of("content.xml", "<x href='vnd.sun.star.script:a'/>".getBytes(UTF_8))),
                        Reason.MACROS),
                bad("a photo with a page before it", "a.jpg", join(PAGE, picture("jpg")), Reason.RUNS),
                bad("a program behind zeros", "a.bin", join(new byte[64], program()), Reason.TYPE),
                bad("a disk image", "a.iso", join(new byte[32769], "CD001".getBytes(UTF_8), noise(99)), Reason.TYPE),
                bad(
                        "a shortcut to the web",
                        "a.url",
                        "[InternetShortcut]\r\nURL=file:///c:/x\r\n".getBytes(UTF_8),
                        Reason.RUNS),
                bad("a workbook in 3 bytes", "a.xlsx", "PK\3".getBytes(UTF_8), Reason.TYPE),
                bad("zeros called PDF", "a.pdf", new byte[5000], Reason.TYPE),
                bad(
                        "a RAR archive",
                        "a.rar",
                        join("Rar!\u001a\u0007\u0000".getBytes(ISO_8859_1), new byte[40]),
                        Reason.TYPE));
    }

    // ---- PDF

    public static byte[] pdf(String text) {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var stream = new PDPageContentStream(document, page)) {
                stream.beginText();
                stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                stream.newLineAtOffset(72, 720);
                stream.showText(text);
                stream.endText();
            }
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] scannedPdf() {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pdfWithoutPages() {
        try (var document = new PDDocument()) {
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something special about a PDF. */
    private enum PdfTrait {
        LINK,
        DESTINATION,
        FORM,
        OPENING_SCRIPT,
        NAMED_SCRIPT,
        NEXT_SCRIPT,
        FIELD_SCRIPT,
        PAGE_SCRIPT,
        BOOKMARK_LAUNCH,
        LAUNCH,
        OPENING_CALL,
        XFA,
        RICH_MEDIA,
        FILE,
        PINNED_FILE
    }

    private static byte[] pdfWith(PdfTrait trait) {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            document.addPage(new PDPage());
            var catalog = document.getDocumentCatalog().getCOSObject();
            switch (trait) {
                case LINK -> annotate(page, annotation("Link", action("URI")));
                case DESTINATION -> catalog.setItem(COSName.OPEN_ACTION, action("GoTo"));
                case FORM -> catalog.setItem(COSName.ACRO_FORM, form(new COSDictionary()));
                case OPENING_SCRIPT -> catalog.setItem(COSName.OPEN_ACTION, action("JavaScript"));
                case NAMED_SCRIPT -> catalog.setItem(COSName.NAMES, names("JavaScript", action("JavaScript")));
                case NEXT_SCRIPT -> {
                    var next = new COSArray();
                    next.add(action("JavaScript"));
                    var first = action("GoTo");
                    first.setItem(COSName.NEXT, next);
                    catalog.setItem(COSName.OPEN_ACTION, first);
                }
                case FIELD_SCRIPT -> {
                    var field = new COSDictionary();
                    field.setItem(COSName.AA, of("K", action("JavaScript")));
                    catalog.setItem(COSName.ACRO_FORM, form(field));
                }
                case PAGE_SCRIPT -> page.getCOSObject().setItem(COSName.AA, of("O", action("JavaScript")));
                case BOOKMARK_LAUNCH -> {
                    var bookmark = of("Title", new COSString("x"));
                    bookmark.setItem(COSName.A, action("Launch"));
                    catalog.setItem(COSName.OUTLINES, of("First", bookmark));
                }
                case LAUNCH -> annotate(page, annotation("Link", action("Launch")));
                case OPENING_CALL -> catalog.setItem(COSName.OPEN_ACTION, action("URI"));
                case XFA -> {
                    var form = form(new COSDictionary());
                    form.setItem(COSName.getPDFName("XFA"), new COSString("<xdp/>"));
                    catalog.setItem(COSName.ACRO_FORM, form);
                }
                case RICH_MEDIA -> annotate(page, annotation("RichMedia", null));
                case FILE -> catalog.setItem(COSName.NAMES, names("EmbeddedFiles", fileInside(document)));
                case PINNED_FILE -> {
                    var pin = annotation("FileAttachment", null);
                    pin.setItem(COSName.FS, fileInside(document));
                    annotate(page, pin);
                }
            }
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static COSDictionary of(String key, COSBase value) {
        var dictionary = new COSDictionary();
        dictionary.setItem(COSName.getPDFName(key), value);
        return dictionary;
    }

    private static COSDictionary action(String kind) {
        var action = of("S", COSName.getPDFName(kind));
        action.setString(COSName.getPDFName("URI"), "https://jdih.test/");
        action.setString(COSName.F, "cmd.exe");
        if (kind.equals("JavaScript")) {
            action.setString(COSName.JS, "app.alert(1)");
        }
        return action;
    }

    private static COSDictionary annotation(String kind, @Nullable COSDictionary action) {
        var annotation = of("Subtype", COSName.getPDFName(kind));
        if (action != null) {
            annotation.setItem(COSName.A, action);
        }
        return annotation;
    }

    private static void annotate(PDPage page, COSDictionary annotation) {
        var annotations = new COSArray();
        annotations.add(annotation);
        page.getCOSObject().setItem(COSName.ANNOTS, annotations);
    }

    private static COSDictionary form(COSDictionary field) {
        field.setItem(COSName.FT, COSName.TX);
        field.setString(COSName.T, "nama");
        var fields = new COSArray();
        fields.add(field);
        return of("Fields", fields);
    }

    private static COSDictionary names(String kind, COSDictionary value) {
        var names = new COSArray();
        names.add(new COSString("x"));
        names.add(value);
        return of(kind, of("Names", names));
    }

    private static COSDictionary fileInside(PDDocument document) throws IOException {
        var stream = document.getDocument().createCOSStream();
        try (var out = stream.createOutputStream()) {
            out.write(docx());
        }
        var file = of("EF", of("F", stream));
        file.setString(COSName.F, "lampiran.docx");
        return file;
    }

    private static byte[] pdfWithPassword() {
        return protectedPdf("rahasia");
    }

    private static byte[] pdfForReading() {
        return protectedPdf("");
    }

    private static byte[] protectedPdf(String userPassword) {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("pemilik", userPassword, new AccessPermission()));
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private static byte[] pdfBomb() {
        var packed = packed(new byte[64 * 1024 * 1024]);
        var before = "%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length " + packed.length
                + ">>\nstream\n";
        var after = "\nendstream\nendobj\ntrailer<</Root 2 0 R>>\nstartxref\n0\n%%EOF";
        return join(before.getBytes(ISO_8859_1), packed, after.getBytes(ISO_8859_1));
    }

    // ---- Pictures and films

    public static byte[] picture(String format) {
        var image = new BufferedImage(120, 80, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 120; x++) {
            image.setRGB(x, x % 80, x * 70_000);
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] jpegWithPdf() {
        return jpegWithComment(pdf("x"));
    }

    private static byte[] jpegWithComment(byte[] comment) {
        var jpeg = picture("jpg");
        var segment = ByteBuffer.allocate(4 + comment.length)
                .put((byte) 0xFF)
                .put((byte) 0xFE)
                .putShort((short) (comment.length + 2))
                .put(comment);
        return join(Arrays.copyOf(jpeg, 2), segment.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] hugePng() {
        var png = picture("png");
        ByteBuffer.wrap(png).putInt(16, 100_000).putInt(20, 100_000);
        return png;
    }

    private static byte[] webp() {
        var body = join("WEBPVP8L".getBytes(ISO_8859_1), new byte[] {8, 0, 0, 0, 0x2F, 0, 0, 0, 0, 0, 0, 0});
        return join("RIFF".getBytes(ISO_8859_1), new byte[] {(byte) body.length, 0, 0, 0}, body);
    }

    private static byte[] mp4() {
        return join(boxes("isom", "moov"), box("mdat", new byte[2000]));
    }

    private static byte[] boxes(String brand, String second) {
        return join(box("ftyp", (brand + "\0\0\0\0" + brand).getBytes(ISO_8859_1)), box(second, new byte[100]));
    }

    private static byte[] box(String name, byte[] body) {
        return ByteBuffer.allocate(8 + body.length)
                .putInt(8 + body.length)
                .put(name.getBytes(ISO_8859_1))
                .put(body)
                .array();
    }

    // ---- Office

    static byte[] docx() {
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Notulen rapat");
            return written(document::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] xlsx() {
        try (var workbook = new XSSFWorkbook()) {
            workbook.createSheet("Register").createRow(0).createCell(0).setCellValue("No");
            return written(workbook::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the records of ZIP64 and sizes after the data, as programs write that do not know the size beforehand. */
    private static byte[] streamedXlsx() {
        try (var workbook = new SXSSFWorkbook(10)) {
            workbook.setZip64Mode(Zip64Mode.Always);
            var sheet = workbook.createSheet("Ekspor");
            for (int row = 0; row < 200; row++) {
                sheet.createRow(row).createCell(0).setCellValue("Pegawai " + row);
            }
            return written(workbook::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pptx() {
        try (var show = new XMLSlideShow()) {
            show.createSlide();
            return written(show::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] protectedDocx() {
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("rahasia");
            try (var stream = encryptor.getDataStream(files)) {
                stream.write(docx());
            }
            return written(files::writeFilesystem);
        } catch (IOException | java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] oldWord(boolean macros) {
        try (var files = new POIFSFileSystem()) {
            files.getRoot().createDocument("WordDocument", new java.io.ByteArrayInputStream(new byte[5000]));
            if (macros) {
                files.getRoot()
                        .createDirectory("Macros")
                        .createDirectory("VBA")
                        .createDocument("_VBA_PROJECT", new java.io.ByteArrayInputStream(new byte[100]));
            }
            return written(files::writeFilesystem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] macros(String mainType) {
        return office(mainType, Map.of("word/vbaProject.bin", new byte[] {1, 2, 3}));
    }

    private static byte[] office(String mainType, Map<String, byte[]> more) {
        return zip(officeParts(mainType, more));
    }

    private static Map<String, byte[]> officeParts(String mainType, Map<String, byte[]> more) {
        var parts = new LinkedHashMap<String, byte[]>();
        var types = "<Types><Override PartName=\"/word/document.xml\" ContentType=\"" + mainType + "\"/></Types>";
        parts.put("[Content_Types].xml", types.getBytes(UTF_8));
        parts.put("word/document.xml", "<document/>".getBytes(UTF_8));
        parts.putAll(more);
        return parts;
    }

    private static byte[] related(String kind, String target) {
        var relations = """
                <?xml version="1.0" encoding="UTF-8"?>
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" TargetMode="&#69;xternal" Target="%s"
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"/></Relationships>
                """.formatted(target, kind);
        return office(WORD, Map.of("word/_rels/settings.xml.rels", relations.getBytes(UTF_8)));
    }

    private static byte[] packedFile() {
        try (var files = new POIFSFileSystem()) {
            files.getRoot().createDocument("\u0001Ole10Native", new java.io.ByteArrayInputStream(new byte[5000]));
            return written(files::writeFilesystem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] officeBomb() {
        return office(WORD, Map.of("word/media/a.bin", new byte[300 * 1024 * 1024]));
    }

    private static byte[] manyParts() {
        var parts = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 11_000; i++) {
            parts.put("p" + i, new byte[0]);
        }
        return office(WORD, parts);
    }

    private static byte[] twins() {
        var bytes = office(WORD, Map.of("word/xocument.xml", "<other/>".getBytes(UTF_8)));
        return replaced(bytes, "word/xocument.xml", "word/document.xml");
    }

    /** The first part's unpacked length in the directory is one less than what it holds. */
    private static byte[] liar() {
        var bytes = office(WORD, Map.of());
        int entry = FileInspection.indexOf(bytes, new byte[] {'P', 'K', 1, 2}, 0);
        bytes[entry + 24]--;
        return bytes;
    }

    private static byte[] openDocument(String kind, Map<String, byte[]> more) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("mimetype", ("application/vnd.oasis.opendocument." + kind).getBytes(UTF_8));
        parts.put("META-INF/manifest.xml", "<manifest:manifest/>".getBytes(UTF_8));
        parts.put("content.xml", "<content/>".getBytes(UTF_8));
        parts.putAll(more);
        return zip(parts);
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        return written(out -> {
            try (var zip = new ZipOutputStream(out)) {
                for (var part : parts.entrySet()) {
                    var entry = new ZipEntry(part.getKey());
                    var crc = new CRC32();
                    crc.update(part.getValue());
                    entry.setCrc(crc.getValue());
                    zip.putNextEntry(entry);
                    zip.write(part.getValue());
                    zip.closeEntry();
                }
            }
        });
    }

    // ---- Bytes

    /** The harmless file that every scanner knows, put together here so that none finds it in this source. */
    public static byte[] eicar() {
        return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").getBytes(UTF_8);
    }

    public static byte[] formulas() {
        return "no,nama\n1,=HYPERLINK(\"https://jahat.test\")\n2,\"@SUM(1)\"\n3,-cmd|' /C calc'!A0\n".getBytes(UTF_8);
    }

    public static byte[] program() {
        return join(
                "MZ\u0090\0\3\0\0\0".getBytes(ISO_8859_1), new byte[200], "This program cannot be run".getBytes(UTF_8));
    }

    /** The same noise each time. */
    static byte[] noise(int length) {
        var bytes = new byte[length];
        new java.util.Random(7).nextBytes(bytes);
        bytes[0] = 0;
        return bytes;
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static byte[] flipped(byte[] bytes) {
        var other = bytes.clone();
        // Inside the packed data of the first part, which starts with a local header of 30 bytes and a name.
        other[30 + other[26] + 20] ^= 0x40;
        return other;
    }

    private static byte[] replaced(byte[] bytes, String from, String to) {
        return new String(bytes, ISO_8859_1).replace(from, to).getBytes(ISO_8859_1);
    }

    private static byte[] packed(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var stream = new DeflaterOutputStream(out, new Deflater(9))) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        return written(out -> {
            for (var part : parts) {
                out.write(part);
            }
        });
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try {
            writing.to(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Sample good(String about, String name, byte[] bytes, FileType type) {
        return new Sample(about, name, bytes, type, null);
    }

    private static Sample bad(String about, String name, byte[] bytes, Reason reason) {
        return new Sample(about, name, bytes, null, reason);
    }
}
