package id.zitrack.command;

import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InvalidAnswer;
import id.zitrack.instrument.Question;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Answers from a CSV file with the header {@code code,answer}; an empty answer is blank.
 *
 * @param answers by question code, in the order of the file
 */
record AnswerFile(Map<String, String> answers) {

    private static final int MAX_BYTES = 1 << 20;
    private static final List<String> HEADER = List.of("code", "answer");

    /** Reads and checks a file; the first thing that is wrong ends the reading with file, line and reason. */
    static AnswerFile read(Instrument instrument, String file) {
        var text = text(file);
        var answers = new LinkedHashMap<String, String>();
        try (var rows = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
            boolean header = true;
            for (var row : rows) {
                long line = rows.getCurrentLineNumber();
                if (header) {
                    if (!row.stream().map(String::strip).toList().equals(HEADER)) {
                        throw wrong(file, line, "baris pertama harus code,answer");
                    }
                    header = false;
                } else {
                    add(instrument, answers, row, file, line);
                }
            }
            if (header) {
                throw wrong(file, 1, "berkas kosong; baris pertama harus code,answer");
            }
        } catch (IOException | UncheckedIOException broken) {
            throw wrong(file, lastLine(text), "bukan CSV yang benar; periksa tanda kutip");
        }
        return new AnswerFile(answers);
    }

    private static void add(Instrument instrument, Map<String, String> answers, CSVRecord row, String file, long line) {
        if (row.size() == 1 && row.get(0).isBlank()) {
            return;
        }
        if (row.size() != HEADER.size()) {
            throw wrong(file, line, "baris harus berisi dua kolom: code,answer");
        }
        var code = row.get(0).strip();
        var answer = row.get(1).strip();
        if (!(instrument.find(code).orElse(null) instanceof Question question)) {
            throw wrong(
                    file,
                    line,
                    "kode \"" + shortened(code) + "\" tidak ada di "
                            + instrument.key().id());
        }
        if (answers.put(code, answer) != null) {
            throw wrong(file, line, code + ": ditulis dua kali");
        }
        if (!answer.isEmpty()) {
            try {
                question.type().parse(answer);
            } catch (InvalidAnswer invalid) {
                throw wrong(file, line, code + ": " + invalid.getMessage());
            }
        }
    }

    private static String text(String file) {
        byte[] bytes;
        try (var in = Files.newInputStream(Path.of(file))) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException | InvalidPathException unreadable) {
            throw new WrongUse(file + ":0: berkas tidak ada atau tidak dapat dibaca");
        }
        if (bytes.length > MAX_BYTES) {
            throw wrong(file, 0, "berkas lebih besar dari 1 MB");
        }
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        if (decoder.decode(in, out, true).isError()) {
            var before = new String(Arrays.copyOf(bytes, in.position()), StandardCharsets.UTF_8);
            throw wrong(file, lastLine(before), "berkas bukan UTF-8; simpan ulang sebagai CSV UTF-8");
        }
        var text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static long lastLine(String text) {
        return text.chars().filter(it -> it == '\n').count() + 1;
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static WrongUse wrong(String file, long line, String reason) {
        return new WrongUse(file + ":" + line + ": " + reason);
    }
}
