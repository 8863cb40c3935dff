package id.zitrack.dossier;

import com.lowagie.text.Font;
import java.text.AttributedCharacterIterator.Attribute;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.common.PdfProducer;
import net.sf.jasperreports.pdf.common.PdfProducerContext;
import net.sf.jasperreports.pdf.common.PdfProducerFactory;

/**
 * Leaves the CIDSet out of embedded fonts: PDF/A-2 does not ask for one, and the incomplete one that OpenPDF writes
 * makes the file invalid. JasperReports finds this class by name.
 */
public final class ArchivalPdfProducerFactory implements PdfProducerFactory {

    @Override
    public PdfProducer createProducer(PdfProducerContext context) {
        return new ClassicPdfProducer(context) {
            @Override
            public Font getFont(Map<Attribute, Object> attributes, Locale locale) {
                var font = super.getFont(attributes, locale);
                if (font.getBaseFont() != null) {
                    font.getBaseFont().setIncludeCidSet(false);
                }
                return font;
            }
        };
    }
}
