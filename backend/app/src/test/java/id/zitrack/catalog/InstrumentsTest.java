package id.zitrack.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import id.zitrack.catalog.FrozenInstrument.SourceFile;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.Gate;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.platform.WrongSetting;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import tools.jackson.databind.JsonNode;

@ZiTrackTest
class InstrumentsTest {
    private static final InstrumentKey OLD = new InstrumentKey("zi-60-2012", "1");
    private static final String THRESHOLDS = "/api/instruments/zi-60-2012/1/thresholds";

    @Autowired
    private TestPeople people;

    @Autowired
    private InstrumentCatalog catalog;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private MongoClient client;

    @Autowired
    private MongoConverter converter;

    private TestApi administrator;

    @BeforeEach
    void signIn() {
        administrator = people.administrator();
    }

    @Test
    void theBundledInstrumentsArePublished() {
        var instruments = administrator.get("/api/instruments").expect(200).json();

        assertThat(instruments).hasSize(catalog.published().size()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(instruments.path(0).path("id").asString()).isEqualTo("lke-90-2021");
        assertThat(instruments.path(0).path("questions").asInt()).isEqualTo(113);
        assertThat(instruments.path(0).path("hash").asString()).hasSize(64);
    }

    @Test
    void theWholeTreeIsShown() {
        var instrument =
                administrator.get("/api/instruments/lke-90-2021/1").expect(200).json();

        var questions = new ArrayList<JsonNode>();
        instrument.path("tree").forEach(it -> collect(it, questions));
        assertThat(questions).hasSize(113).allSatisfy(it -> {
            assertThat(it.path("label").asString()).isNotBlank();
            assertThat(it.path("type").path("rule").asString()).isNotBlank();
            assertThat(it.path("confidentiality").asString()).isIn("public", "internal", "secret");
        });
        assertThat(questions)
                .anySatisfy(it -> assertThat(it.path("type").path("counts")).isNotEmpty());
        assertThat(instrument.path("gates").path("wbk")).isNotEmpty();
        assertThat(instrument.path("areas").path(0).path("nodes")).isNotEmpty();
    }

    @Test
    void textsAreInTheLanguageOfTheReader() {
        var withoutHeader = administrator.get("/api/instruments/lke-90-2021/1").json();

        assertThat(titleIn("id"))
                .isEqualTo(titleIn("fr-FR"))
                .isEqualTo(withoutHeader.path("title").asString())
                .isNotEqualTo(titleIn("en-GB"));
    }

    @Test
    void anInstitutionSetsWhatTheRegulationLeavesUnset() {
        var before = administrator.get(THRESHOLDS).expect(200);
        var gate = firstGate(Award.WBK);

        var after = administrator
                .put(THRESHOLDS, before.etag(), Map.of("wbk", Map.of(gate, "72.5")))
                .expect(200);

        assertThat(after.json().path("wbk").path(gate).asString()).isEqualTo("72.5");
        assertThat(after.json().path("wbbm").path(gate).isNull()).isTrue();
        assertThat(administrator.get(THRESHOLDS).etag()).isEqualTo(after.etag()).isNotEqualTo(before.etag());
        assertThat(requiredOf(gate, institutionId())).isEqualByComparingTo("72.5");
        assertThat(requiredOf(gate, UUID.randomUUID())).isNull();
        assertThat(catalog.find(OLD).orElseThrow().gates(Award.WBK).get(0).required())
                .isNull();
    }

    @Test
    void aThresholdIsUnsetAgain() {
        var gate = firstGate(Award.WBBM);
        var etag = administrator.get(THRESHOLDS).etag();
        var set = administrator
                .put(THRESHOLDS, etag, Map.of("wbbm", Map.of(gate, "80")))
                .expect(200);
        var nothing = new HashMap<String, Object>();
        nothing.put(gate, null);

        var unset = administrator
                .put(THRESHOLDS, set.etag(), Map.of("wbbm", nothing))
                .expect(200);

        assertThat(unset.json().path("wbbm").path(gate).isNull()).isTrue();
        assertThat(catalog.find(OLD, institutionId()).orElseThrow().gates(Award.WBBM))
                .extracting(Gate::required)
                .containsOnlyNulls();
    }

    @Test
    void whatTheRegulationSetsStays() {
        var lke = "/api/instruments/lke-90-2021/1/thresholds";
        var gate = catalog.find(new InstrumentKey("lke-90-2021", "1")).orElseThrow().gates(Award.WBK).stream()
                .filter(it -> it.required() != null)
                .findFirst()
                .orElseThrow();

        var answer = administrator.put(lke, administrator.get(lke).etag(), Map.of("wbk", Map.of(gate.id(), "1")));

        assertThat(answer.problem()).isEqualTo("invalid-request");
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo("wbk." + gate.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e3", "NaN", "", "7,5", "1000000000", "101", "<b>", "0.1234567"})
    void aThresholdIsADecimalInItsRange(String required) {
        var etag = administrator.get(THRESHOLDS).etag();

        assertThat(administrator
                        .put(THRESHOLDS, etag, Map.of("wbk", Map.of(firstGate(Award.WBK), required)))
                        .problem())
                .isEqualTo("invalid-request");
    }

    @Test
    void unknownGatesAndRevisionsAreRefused() {
        var etag = administrator.get(THRESHOLDS).etag();

        assertThat(administrator
                        .put(THRESHOLDS, etag, Map.of("wbk", Map.of("a.$b", "1")))
                        .problem())
                .isEqualTo("invalid-request");
        assertThat(administrator.put(THRESHOLDS, null, Map.of()).problem()).isEqualTo("if-match-required");
        assertThat(administrator.put(THRESHOLDS, "\"999\"", Map.of()).problem()).isEqualTo("changed-meanwhile");
        assertThat(administrator.put(THRESHOLDS, etag, "{\"wbk\":[]}").problem())
                .isEqualTo("invalid-request");
    }

    @Test
    void ofManyWhoSetThresholdsAtOnceOneSucceeds() {
        var etag = administrator.get(THRESHOLDS).etag();

        var statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(it -> administrator.put(THRESHOLDS, etag, Map.of()).status())
                .toList();

        assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    }

    @Test
    void aPublishedInstrumentCanBeReadAgainFromTheStoreAlone() {
        var copy = emptyDatabase();
        mongo.findAll(FrozenInstrument.class).forEach(copy::insert);

        var fromStore = new Catalog(copy, Clock.systemUTC());

        for (var published : catalog.published()) {
            assertThat(fromStore.find(published.key()).orElseThrow().hash()).isEqualTo(published.hash());
        }
    }

    @Test
    void severalReplicasMayStartOnOneStoreAtOnce() {
        var database = emptyDatabase();

        IntStream.range(0, 4)
                .parallel()
                .forEach(it -> new Catalog(database, Clock.systemUTC()).afterSingletonsInstantiated());

        assertThat(database.findAll(FrozenInstrument.class))
                .hasSize(catalog.published().size());
    }

    @Test
    void otherContentUnderAPublishedVersionStopsTheStart() {
        var database = emptyDatabase();
        var published = Objects.requireNonNull(mongo.findById(OLD.toString(), FrozenInstrument.class));
        new Catalog(database, Clock.systemUTC()).publish(published.files());

        assertThatThrownBy(() -> new Catalog(database, Clock.systemUTC()).publish(retitled(published)))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("indicators/zi-60-2012")
                .hasMessageContaining("new version");
        assertThat(database.findAll(FrozenInstrument.class))
                .extracting(FrozenInstrument::hash)
                .containsExactly(published.hash());
    }

    private static List<SourceFile> retitled(FrozenInstrument instrument) {
        return instrument.files().stream()
                .map(it -> new SourceFile(
                        it.name(), it.text().replace("Indikator Zona Integritas PermenPANRB", "Judul lain")))
                .toList();
    }

    private MongoTemplate emptyDatabase() {
        return new MongoTemplate(
                new SimpleMongoClientDatabaseFactory(client, "katalog-" + UUID.randomUUID()), converter);
    }

    private String firstGate(Award award) {
        return catalog.find(OLD).orElseThrow().gates(award).get(0).id();
    }

    private @Nullable BigDecimal requiredOf(String gateId, UUID institutionId) {
        return catalog.find(OLD, institutionId).orElseThrow().gates(Award.WBK).stream()
                .filter(it -> it.id().equals(gateId))
                .findFirst()
                .orElseThrow()
                .required();
    }

    private UUID institutionId() {
        return UUID.fromString(
                administrator.get("/api/institution").json().path("id").asString());
    }

    private String titleIn(String language) {
        return administrator
                .send(
                        "GET",
                        "/api/instruments/lke-90-2021/1",
                        BodyPublishers.noBody(),
                        Map.of("Accept-Language", language))
                .expect(200)
                .json()
                .path("title")
                .asString();
    }

    private static void collect(JsonNode node, List<JsonNode> questions) {
        if (node.has("type")) {
            questions.add(node);
        }
        node.path("children").forEach(it -> collect(it, questions));
    }
}
