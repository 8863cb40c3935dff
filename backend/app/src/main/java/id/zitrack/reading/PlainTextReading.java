package id.zitrack.reading;

import id.zitrack.inspection.Content;
import id.zitrack.inspection.FileType;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** Reads text files and tables of values separated by commas, semicolons or tabs. */
final class PlainTextReading {

    /** Of a text file as much is read. */
    static final int LARGEST = 512 * 1024;

    private static final int MOST_CELLS = 200;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private PlainTextReading() {}

    static void read(Content content, FileType type, DocumentSink sink) throws IOException {
        var text = decoded(content.head(LARGEST), content.size() > LARGEST);
        sink.section(Preview.Division.BODY, "");
        if (type == FileType.CSV) {
            readTable(text, sink);
            return;
        }
        for (var line : text.split("\\R", -1)) {
            if (sink.isFull()) {
                return;
            }
            sink.paragraph(line, false);
        }
    }

    private static void readTable(String text, DocumentSink sink) throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreEmptyLines(true)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        try (var rows = format.parse(new StringReader(text))) {
            for (var row : rows) {
                if (sink.isFull()) {
                    return;
                }
                List<String> cells = new ArrayList<>(row.toList());
                sink.row(cells.subList(0, Math.min(MOST_CELLS, cells.size())));
            }
        }
        sink.endOfTable();
    }

    /** Office programs here write semicolons, because the comma is in the numbers. */
    private static char separator(String text) {
        var line = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(line, candidate) > count(line, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char character) {
        return line.chars().filter(it -> it == character).count();
    }

    private static String decoded(byte[] bytes, boolean isCut) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFF + 0xFE) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        // A character cut in two at the end does not make it another encoding.
        for (int left = 0; left <= (isCut ? 3 : 0) && left < bytes.length; left++) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, 0, bytes.length - left))
                        .toString()
                        .replace("\uFEFF", "");
            } catch (CharacterCodingException notUtf8) {
                continue;
            }
        }
        return new String(bytes, WINDOWS);
    }
}
