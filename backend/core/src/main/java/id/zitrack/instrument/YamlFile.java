package id.zitrack.instrument;

import id.zitrack.instrument.InstrumentInvalid.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML file into a tree with line numbers, from its events.
 *
 * <p>Works on events and not on constructed objects: anchors, aliases and tags are refused where they stand, so nothing
 * can grow beyond the size of the file, and depth is counted before anything recurses.
 */
final class YamlFile {

    /** Largest file that is read, in bytes. */
    static final int MAX_BYTES = 1 << 20;

    private static final int MAX_DEPTH = 40;
    private static final int MAX_VALUES = 20_000;

    private final String name;
    private final Iterator<Event> events;
    private int values;

    private YamlFile(String name, Iterator<Event> events) {
        this.name = name;
        this.events = events;
    }

    /** Reads a file; the first thing that is not plain YAML ends the reading. */
    static YamlNode read(String name, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw problem(name, 0, "berkas lebih besar dari 1 MB; kurangi isinya atau bagi menjadi beberapa berkas");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw problem(name, 0, "berkas bukan UTF-8; simpan ulang sebagai UTF-8");
        }
        var settings = LoadSettings.builder()
                .setLabel(name)
                .setCodePointLimit(MAX_BYTES)
                .setUseMarks(true)
                .build();
        try {
            return new YamlFile(name, new Parse(settings).parseString(text).iterator()).document();
        } catch (MarkedYamlEngineException wrong) {
            int line = wrong.getProblemMark().map(it -> it.getLine() + 1).orElse(0);
            throw problem(
                    name,
                    line,
                    "bukan YAML yang benar; periksa lekukan, tanda kutip, dan kurung di baris ini dan sebelumnya ("
                            + oneLine(wrong.getProblem()) + ")");
        } catch (YamlEngineException wrong) {
            throw problem(name, 0, "bukan YAML yang benar: " + oneLine(String.valueOf(wrong.getMessage())));
        }
    }

    private YamlNode document() {
        @Nullable YamlNode root = null;
        while (events.hasNext()) {
            var event = events.next();
            switch (event.getEventId()) {
                case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
                case DocumentStart -> {
                    if (root != null) {
                        throw problem(name, line(event), "hanya satu dokumen YAML per berkas; hapus \"---\" kedua");
                    }
                }
                default -> root = node(event, 0);
            }
        }
        if (root == null) {
            throw problem(name, 0, "berkas kosong");
        }
        return root;
    }

    private YamlNode node(Event event, int depth) {
        int line = line(event);
        if (++values > MAX_VALUES) {
            throw problem(name, line, "isi terlalu banyak untuk satu berkas; bagi menjadi beberapa berkas");
        }
        if (depth > MAX_DEPTH) {
            throw problem(name, line, "susunan terlalu dalam; paling banyak " + MAX_DEPTH + " tingkat");
        }
        if (event instanceof AliasEvent
                || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw problem(name, line, "jangkar (&) dan alias (*) tidak dipakai di sini; tulis isinya langsung");
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), line);
            boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
            var text = scalar.getValue();
            boolean empty = plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
            return new YamlNode.Scalar(line, empty ? null : text);
        }
        if (event instanceof SequenceStartEvent start) {
            refuseTag(start.getTag(), line);
            List<YamlNode> items = new ArrayList<>();
            for (var next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
                items.add(node(next, depth + 1));
            }
            return new YamlNode.Sequence(line, items);
        }
        if (event instanceof MappingStartEvent start) {
            refuseTag(start.getTag(), line);
            var entries = new LinkedHashMap<String, YamlNode.Entry>();
            for (var next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
                int at = line(next);
                if (!(node(next, depth + 1) instanceof YamlNode.Scalar key) || key.text() == null) {
                    throw problem(name, at, "kunci harus berupa satu kata");
                }
                var entry = new YamlNode.Entry(at, node(events.next(), depth + 1));
                if (entries.put(key.text(), entry) != null) {
                    throw problem(name, at, "kunci " + AnswerType.quote(key.text()) + " ditulis dua kali; hapus satu");
                }
            }
            return new YamlNode.Mapping(line, entries);
        }
        throw problem(name, line, "isi yang tidak dikenal");
    }

    private void refuseTag(Optional<String> tag, int line) {
        if (tag.isPresent()) {
            throw problem(
                    name, line, "penanda tipe (" + AnswerType.quote(tag.get()) + ") tidak dipakai di sini; hapus");
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(it -> it.getLine() + 1).orElse(0);
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "" : text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
    }

    private static InstrumentInvalid problem(String file, int line, String message) {
        return new InstrumentInvalid(List.of(new Problem(file, line, "", message)));
    }
}
