package id.zitrack.dossier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.util.JRLoader;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.type.PdfVersionEnum;
import net.sf.jasperreports.pdf.type.PdfaConformanceEnum;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.springframework.stereotype.Component;

/** Prints the rows of a filled sheet as a tagged PDF/A-2b whose bytes depend on nothing but the content. */
@Component
class LkePdf {
    private final SimpleJasperReportsContext context =
            new SimpleJasperReportsContext(DefaultJasperReportsContext.getInstance());
    private final JasperReport design;

    LkePdf() throws JRException {
        context.setProperty(JRPdfExporter.PDF_PRODUCER_FACTORY_PROPERTY, ArchivalPdfProducerFactory.class.getName());
        try (var compiled = LkePdf.class.getResourceAsStream("lke.jasper")) {
            design = (JasperReport) JRLoader.loadObject(context, compiled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints one document; the time is that of its content, not of the printing. */
    byte[] print(SheetRows rows, Instant asOf) {
        try {
            var print = JasperFillManager.getInstance(context)
                    .fill(
                            design,
                            new HashMap<String, Object>(rows.parameters()),
                            new JRMapCollectionDataSource(List.copyOf(rows.rows())));
            var exporter = new JRPdfExporter(context);
            var bytes = new ByteArrayOutputStream();
            exporter.setExporterInput(new SimpleExporterInput(print));
            exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(bytes));
            exporter.setConfiguration(archival(rows));
            exporter.exportReport();
            return datedByContent(bytes.toByteArray(), asOf);
        } catch (JRException e) {
            throw new IllegalStateException("The sheet cannot be printed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SimplePdfExporterConfiguration archival(SheetRows rows) {
        var configuration = new SimplePdfExporterConfiguration();
        configuration.setPdfVersion(PdfVersionEnum.VERSION_1_7);
        configuration.setCompressed(true);
        configuration.setTagged(true);
        configuration.setTagLanguage("id-ID");
        configuration.setPdfaConformance(PdfaConformanceEnum.PDFA_2B);
        configuration.setIccProfilePath("id/zitrack/dossier/srgb.icc");
        configuration.setMetadataTitle(rows.title());
        configuration.setMetadataAuthor(rows.author());
        configuration.setMetadataCreator("ZITrack");
        configuration.setDisplayMetadataTitle(true);
        return configuration;
    }

    /** The letters in front of the name of a font's subset are drawn by lot; ours are counted. */
    private static void nameSubsets(PDDocument document) {
        for (var object : document.getDocument().getObjectsByType(COSName.FONT, COSName.FONT_DESC)) {
            if (object.getObject() instanceof COSDictionary font) {
                for (var key : List.of(COSName.BASE_FONT, COSName.FONT_NAME)) {
                    var name = font.getNameAsString(key);
                    if (name != null && name.length() > 7 && name.charAt(6) == '+') {
                        var face = name.substring(7);
                        font.setName(key, "ZITRA" + (char) ('A' + Math.floorMod(face.hashCode(), 26)) + "+" + face);
                    }
                }
            }
        }
    }

    /** The exporter stamps the present time and a random id; both would change the bytes of an unchanged dossier. */
    private static byte[] datedByContent(byte[] pdf, Instant asOf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), java.util.Locale.ROOT);
            date.setTimeInMillis(asOf.getEpochSecond() * 1000);
            var information = document.getDocumentInformation();
            information.setCreationDate(date);
            information.setModificationDate(date);
            var catalog = document.getDocumentCatalog();
            var stamp = asOf.toString().replaceFirst("(\\.\\d+)?Z$", "+00:00");
            try (var xmp = catalog.getMetadata().exportXMPMetadata()) {
                var dated = new String(xmp.readAllBytes(), StandardCharsets.UTF_8)
                        .replaceAll("(<xmp:(?:Create|Modify|Metadata)Date>)[^<]*", "$1" + stamp)
                        .replaceAll("(xmp:(?:Create|Modify|Metadata)Date=\")[^\"]*", "$1" + stamp);
                var metadata = new PDMetadata(document);
                metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
                catalog.setMetadata(metadata);
            }
            var id = new COSArray();
            var name = new COSString(
                    UUID.nameUUIDFromBytes((information.getTitle() + stamp).getBytes(StandardCharsets.UTF_8))
                            .toString()
                            .getBytes(StandardCharsets.US_ASCII));
            id.add(name);
            id.add(name);
            document.getDocument().getTrailer().setItem(COSName.ID, id);
            nameSubsets(document);
            document.setDocumentId(asOf.getEpochSecond());
            var out = new ByteArrayOutputStream(pdf.length);
            document.save(out);
            return out.toByteArray();
        }
    }
}
