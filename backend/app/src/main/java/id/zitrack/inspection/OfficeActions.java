package id.zitrack.inspection;

import id.zitrack.inspection.RefusedFile.Reason;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Knows the ways of an Office document, other than macros, to run something or to hide a file: templates and objects
 * fetched from elsewhere when it is opened (ECMA-376 part 1, 15.2), DDE, and packages of any file (OLE).
 */
final class OfficeActions {

    /** The last part of relationship types whose targets are fetched on opening, without a click. */
    private static final Set<String> FETCHED = Set.of("attachedtemplate", "oleobject", "frame", "subdocument");

    private static final List<Danger> DANGERS = List.of(
            danger("^word/.*\\.xml$", "DDEAUTO".getBytes(StandardCharsets.US_ASCII), Reason.RUNS),
            danger("^xl/externallinks/.*\\.xml$", "ddeLink".getBytes(StandardCharsets.US_ASCII), Reason.RUNS),
            danger("(^|/)embeddings/", "Ole10Native".getBytes(StandardCharsets.UTF_16LE), Reason.FILES_INSIDE),
            danger(
                    "^(content|styles)\\.xml$",
                    "vnd.sun.star.script:".getBytes(StandardCharsets.US_ASCII),
                    Reason.MACROS));

    private OfficeActions() {}

    /** Bytes that parts of some name must not contain. */
    record Danger(Pattern entry, byte[] mark, Reason reason) {
        MarkSearch search() {
            return new MarkSearch(mark);
        }
    }

    private static Danger danger(String entry, byte[] mark, Reason reason) {
        return new Danger(Pattern.compile(entry, Pattern.CASE_INSENSITIVE), mark, reason);
    }

    /** What to look for in a part. */
    static List<Danger> dangersOf(String entry) {
        return DANGERS.stream().filter(it -> it.entry().matcher(entry).find()).toList();
    }

    static boolean isRelationships(String entry) {
        return entry.toLowerCase(Locale.ROOT).endsWith(".rels");
    }

    /** Why the relationships of a part are refused, if they are. */
    static Optional<Reason> refusalOfRelationships(byte[] xml) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && "External".equalsIgnoreCase(reader.getAttributeValue(null, "TargetMode"))
                        && isFetched(String.valueOf(reader.getAttributeValue(null, "Type")))) {
                    return Optional.of(Reason.RUNS);
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.of(Reason.BROKEN);
        }
    }

    private static boolean isFetched(String type) {
        return FETCHED.contains(type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
    }
}
