package id.zitrack.trail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.platform.Sha256;
import id.zitrack.platform.TrailEntry;
import id.zitrack.platform.TrailEntry.Change;
import id.zitrack.platform.TrailEntry.Deed;
import id.zitrack.trail.ChainCheck.Break;
import id.zitrack.trail.ChainCheck.Noted;
import id.zitrack.trail.ChainCheck.Result;
import id.zitrack.trail.ChainCheck.Why;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every kind of damage, done at random, is found at the first entry that it touches. */
class ChainCheckTest {
    private static final UUID INSTITUTION = new UUID(1, 2);
    private static final Instant NOON = Instant.parse("2026-03-10T05:00:00Z");
    private static final int LENGTH = 40;
    private static final String NASTY = "tab\t, baris\n, \"kutip\", \\, é, 😀, \u0001";

    @Test
    void aWholeChainIsWhole() {
        var chain = chain(LENGTH);

        var result = check(chain, null);

        assertThat(result.firstBreak()).isNull();
        assertThat(result.count()).isEqualTo(LENGTH);
        assertThat(result.hash()).isEqualTo(chain.get(LENGTH - 1).getString("hash"));
    }

    @Test
    void anEmptyChainIsWhole() {
        assertThat(check(List.of(), null, 0).firstBreak()).isNull();
    }

    @RepeatedTest(20)
    void aChangedTextIsFoundWhereItStands(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var chain = chain(LENGTH);
        var at = random.nextInt(LENGTH);
        var names = chain.get(at).keySet().stream()
                .filter(it -> !List.of("seq", "previous", "hash", "changes").contains(it))
                .toList();
        var name = names.get(random.nextInt(names.size()));

        chain.get(at).put(name, chain.get(at).getString(name) + "!");

        assertThat(check(chain, null).firstBreak()).isEqualTo(new Break(at + 1, Why.CHANGED_CONTENT));
    }

    @RepeatedTest(10)
    void aChangedValueInsideIsFound(RepetitionInfo run) {
        var at = new Random(run.getCurrentRepetition()).nextInt(LENGTH);
        var chain = chain(LENGTH);

        chain.get(at).getList("changes", Document.class).get(0).put("after", "A");

        assertThat(check(chain, null).firstBreak()).isEqualTo(new Break(at + 1, Why.CHANGED_CONTENT));
    }

    @Test
    void whatTheProgramDoesNotKnowIsNotAddedUnseen() {
        var chain = chain(LENGTH);

        chain.get(7).put("remark", "ditambahkan");

        assertThat(check(chain, null).firstBreak()).isEqualTo(new Break(8, Why.CHANGED_CONTENT));
    }

    @RepeatedTest(10)
    void aMissingEntryIsFound(RepetitionInfo run) {
        var at = new Random(run.getCurrentRepetition()).nextInt(LENGTH);
        var chain = chain(LENGTH);

        chain.remove(at);

        assertThat(check(chain, null).firstBreak()).isEqualTo(new Break(at + 1, Why.GAP));
    }

    @Test
    void aMissingEntryIsFoundAlsoWhenTheRestIsNumberedAnew() {
        var chain = chain(LENGTH);

        chain.remove(9);
        for (int i = 9; i < chain.size(); i++) {
            chain.get(i).put("seq", i + 1L);
        }

        assertThat(check(chain, null, LENGTH - 1).firstBreak()).isEqualTo(new Break(10, Why.WRONG_LINK));
    }

    @RepeatedTest(10)
    void aForgedEntryWithAHashOfItsOwnBreaksTheLinkBehindIt(RepetitionInfo run) {
        var at = new Random(run.getCurrentRepetition()).nextInt(LENGTH - 1);
        var chain = chain(LENGTH);

        forge(chain.get(at));

        assertThat(check(chain, null).firstBreak()).isEqualTo(new Break(at + 2, Why.WRONG_LINK));
    }

    @Test
    void aChangedHashIsFound() {
        var chain = chain(LENGTH);

        chain.get(4).put("hash", "0".repeat(64));

        assertThat(check(chain, null).firstBreak()).isEqualTo(new Break(5, Why.CHANGED_CONTENT));
    }

    @Test
    void aChainThatWasCutIsFoundByWhereItEnded() {
        var chain = chain(LENGTH).subList(0, 30);

        assertThat(check(chain, null).firstBreak()).isEqualTo(new Break(31, Why.GAP));
    }

    @Test
    void aChainWrittenAnewIsFoundByAHeadNotedOutside() {
        var chain = chain(LENGTH);
        var noted = new Noted(20, chain.get(19).getString("hash"));
        assertThat(check(chain, noted).notedFits()).isTrue();

        for (int i = 5; i < LENGTH; i++) {
            chain.get(i).put("previous", chain.get(i - 1).getString("hash"));
            forge(chain.get(i));
        }

        assertThat(check(chain, null).firstBreak()).isNull();
        assertThat(check(chain, noted).notedFits()).isFalse();
    }

    @Test
    void aHeadBehindTheEndIsNotInTheChain() {
        assertThat(check(chain(5), new Noted(6, "0".repeat(64)), 5).notedFits()).isFalse();
    }

    @Test
    void theTimeOfRecordingNeverGoesBackThoughClocksDo() {
        var head = Head.ofEmpty(INSTITUTION);
        var first = Link.after(head, entry(1), NOON);

        var second = Link.after(Link.headAt(first), entry(2), NOON.minusSeconds(3600));

        assertThat(second.getString("recorded")).isEqualTo(first.getString("recorded"));
        assertThat(second.getString("at")).isEqualTo("2026-03-10T05:02:00.000Z");
    }

    @Test
    void theExampleInTheDocumentationComputes() throws IOException {
        var text = Files.readString(Path.of("..", "..", "docs", "trail.md"), UTF_8);
        var lines = text.lines().filter(it -> it.startsWith("{\"entry\":")).toList();
        assertThat(lines).hasSize(2);
        var previous = "0".repeat(64);

        for (var line : lines) {
            var json = JsonMapper.builder().build().readTree(line);
            assertThat(json.path("previous").asString()).isEqualTo(previous);
            var canonical = CanonicalForm.of(map(json.path("entry")));
            assertThat(line).contains(canonical);
            previous = Sha256.of(previous + canonical);
            assertThat(json.path("hash").asString()).isEqualTo(previous);
        }
    }

    @Test
    void entriesOfTheSameContentHaveTheSameForm() {
        var one = chain(3).get(2);
        var other = new TreeMap<String, Object>(one).descendingMap();

        assertThat(CanonicalForm.of(other)).isEqualTo(CanonicalForm.of(one)).contains("\\u0001", "😀", "é");
    }

    private static Map<String, Object> map(JsonNode node) {
        var map = new TreeMap<String, Object>();
        node.properties()
                .forEach(it -> map.put(
                        it.getKey(),
                        it.getValue().isArray()
                                ? it.getValue().values().stream()
                                        .map(ChainCheckTest::map)
                                        .toList()
                                : it.getValue().isNumber()
                                        ? it.getValue().asLong()
                                        : it.getValue().asString()));
        return map;
    }

    private static void forge(Document link) {
        link.put("address", "10.0.0.99");
        link.put("hash", CanonicalForm.hash(link.getString("previous"), CanonicalForm.of(link)));
    }

    private static Result check(List<Document> chain, @Nullable Noted noted) {
        return check(chain, noted, LENGTH);
    }

    private static Result check(List<Document> chain, @Nullable Noted noted, long last) {
        var check = new ChainCheck(noted);
        for (var link : chain) {
            if (!check.follow(link)) {
                break;
            }
        }
        return check.end(last);
    }

    private static List<Document> chain(int length) {
        var chain = new ArrayList<Document>();
        var head = Head.ofEmpty(INSTITUTION);
        for (int i = 1; i <= length; i++) {
            var link = Link.after(head, entry(i), NOON.plusSeconds(i));
            chain.add(link);
            head = Link.headAt(link);
        }
        return chain;
    }

    private static TrailEntry entry(int number) {
        return new TrailEntry(
                new UUID(3, number),
                NOON.plusSeconds(60L * number),
                new UUID(4, number),
                "10.0.0.1",
                INSTITUTION,
                new UUID(5, 6),
                "assessment",
                new UUID(7, 8).toString(),
                Deed.CHANGED,
                List.of(
                        new Change("answer:X." + number, number == 1 ? null : "B", "C"),
                        new Change("note", null, NASTY)));
    }
}
