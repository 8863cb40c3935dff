package id.zitrack.trail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.platform.Recording;
import id.zitrack.platform.Sha256;
import id.zitrack.platform.TrailEntry;
import id.zitrack.platform.TrailEntry.Change;
import id.zitrack.platform.TrailEntry.Deed;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ZiTrackTest
class TrailApiTest {
    private static final String QUESTION = "A.I.1.i.a";

    @Autowired
    private TestPeople people;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Relaying relaying;

    @Autowired
    private Chain chain;

    @Autowired
    private Verifying verifying;

    private UUID unit = UUID.randomUUID();
    private TestApi coordinator;
    private String assessment = "";

    @BeforeEach
    void anAssessment() {
        unit = people.unit();
        coordinator = people.person(unit, TestPeople.on(unit, Role.UNIT_COORDINATOR));
        assessment = coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", people.period("lke-90-2021")))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    @Test
    void anAnswerSaysWhoChangedWhatFromWhatAndFromWhere() {
        answer("Tidak", "\"0\"");
        answer("Ya", "\"1\"");

        var line = entries("subject={subject}&kind=assessment", assessment).path(0);

        assertThat(line.path("by").path("id").asString())
                .isEqualTo(coordinator.personId().toString());
        assertThat(line.path("by").path("name").asString()).startsWith("Orang ");
        assertThat(line.path("unit").path("id").asString()).isEqualTo(unit.toString());
        assertThat(line.path("address").asString()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(line.path("deed").asString()).isEqualTo("CHANGED");
        assertThat(line.path("changes"))
                .containsExactly(json(Map.of("field", "answer:" + QUESTION, "before", "Tidak", "after", "Ya")));
    }

    @Test
    void whatIsSavedWithoutAChangeLeavesNothing() {
        answer("Tidak", "\"0\"");
        answer("Tidak", "\"1\"");

        assertThat(entries("subject={subject}", assessment).size()).isEqualTo(2);
    }

    @Test
    void ofTwoLeadsWhoCloseAtTheSameMomentOneWinsAndTheOtherIsTold() throws Exception {
        var leads = List.of(
                people.person(TestPeople.on(unit, Role.TPI_LEAD)), people.person(TestPeople.on(unit, Role.TPI_LEAD)));
        coordinator
                .post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), assessment)
                .expect(200);
        accept(leads.get(0));
        var start = new CyclicBarrier(leads.size());
        var threads = Executors.newFixedThreadPool(leads.size());

        var answers = threads.invokeAll(leads.stream()
                .<Callable<TestApi.Answer>>map(lead -> () -> {
                    start.await();
                    return lead.post("/api/assessments/{id}/review/closing", Map.of(), assessment);
                })
                .toList());
        threads.shutdown();

        var statuses = new ArrayList<Integer>();
        for (var it : answers) {
            statuses.add(it.get().status());
        }
        assertThat(statuses).filteredOn(it -> it == 200 || it == 204).hasSize(1);
        assertThat(statuses).filteredOn(it -> it == 409).hasSize(1);
        var closings = new ArrayList<JsonNode>();
        entries("subject={subject}", assessment)
                .forEach(line -> line.path("changes").forEach(change -> {
                    if (change.path("after").asString("").equals("CLOSED")) {
                        closings.add(line);
                    }
                }));
        assertThat(closings).hasSize(1);
    }

    @Test
    void theTextsOfSecretEvidenceAreNotInTheTrailAndEveryLookIs() {
        var evidence = coordinator
                .upload("/api/evidence?unit=" + unit + "&fileName=rahasia-besar.txt", "isi".getBytes(UTF_8))
                .expect(201);
        var id = evidence.json().path("id").asString();
        coordinator
                .put(
                        "/api/evidence/{id}",
                        evidence.etag(),
                        Map.of("title", "Pengaduan Bapak X", "confidentiality", "secret"),
                        id)
                .expect(200);
        coordinator
                .put(
                        "/api/evidence/{id}",
                        coordinator.get("/api/evidence/{id}", id).etag(),
                        Map.of("title", "Pengaduan Ibu Y", "confidentiality", "secret"),
                        id)
                .expect(200);
        coordinator.get("/api/evidence/{id}/versions/1/content", id).expect(200);

        var lines = entries("subject={subject}", id);

        assertThat(lines.path(0).path("deed").asString()).isEqualTo("SEEN");
        assertThat(lines.path(0).path("by").path("id").asString())
                .isEqualTo(coordinator.personId().toString());
        assertThat(lines.toString()).contains(TrailEntry.HIDDEN).doesNotContain("Pengaduan");
    }

    @Test
    void whatIsRemovedIsGoneAndInTheTrail() {
        var draft = people.administrator()
                .post("/api/instrument-drafts", Map.of())
                .expect(201)
                .json()
                .path("id")
                .asString();

        people.administrator().delete("/api/instrument-drafts/{id}", draft).expect(204);

        people.administrator().get("/api/instrument-drafts/{id}", draft).expect(404);
        assertThat(entries("subject={subject}", draft).path(0).path("deed").asString())
                .isEqualTo("REMOVED");
        assertThat(mongo.findById(UUID.fromString(draft), Document.class, "instrumentDrafts"))
                .isNull();
    }

    @Test
    void nothingWaitsOnceItIsCarried() {
        answer("Tidak", "\"0\"");
        entries("subject={subject}", assessment);

        await().atMost(Duration.ofSeconds(10)).until(() -> {
            return stored().getList(Recording.OUTBOX, Document.class, List.of()).isEmpty();
        });
    }

    @Test
    void filtersAndPagesGoTogether() {
        for (int i = 0; i < 5; i++) {
            answer(i % 2 == 0 ? "Ya" : "Tidak", "\"" + i + "\"");
        }
        entries("subject={subject}", assessment);
        var admin = people.administrator();

        var first = admin.get("/api/trail?unit={unit}&kind=assessment&limit=4", unit)
                .expect(200)
                .json();
        var second = admin.get(
                        "/api/trail?unit={unit}&kind=assessment&limit=4&cursor={cursor}",
                        unit,
                        first.path("next").asString())
                .expect(200)
                .json();
        var none = admin.get(
                "/api/trail?person={person}&until={until}", coordinator.personId(), Instant.EPOCH.plusSeconds(1));
        var since = admin.get("/api/trail?person={person}&from={from}", coordinator.personId(), Instant.EPOCH);

        assertThat(first.path("items").size()).isEqualTo(4);
        assertThat(second.path("items").size()).isEqualTo(2);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(none.expect(200).json().path("items").size()).isZero();
        assertThat(since.expect(200).json().path("items").size()).isEqualTo(6);
    }

    @Test
    void theChainIsWholeAndDamageIsNamed() {
        answer("Tidak", "\"0\"");
        var seq = entries("subject={subject}", assessment).path(0).path("seq").asLong();
        var admin = people.administrator();
        assertThat(verification(admin, Map.of()).path("firstBreak").isNull()).isTrue();
        var link = where("institution").is(institution().toString()).and("seq").is(seq);
        var stored = Objects.requireNonNull(mongo.findOne(query(link), Document.class, "trail"));

        mongo.updateFirst(query(link), Update.update("address", "10.9.9.9"), "trail");
        var broken = verification(admin, Map.of());
        mongo.updateFirst(query(link), Update.update("address", stored.getString("address")), "trail");

        assertThat(broken.path("firstBreak").path("seq").asLong()).isEqualTo(seq);
        assertThat(broken.path("firstBreak").path("why").asString()).isEqualTo("CHANGED_CONTENT");
        var noted = verification(admin, Map.of("seq", seq, "hash", stored.getString("hash")));
        assertThat(noted.path("notedFits").asBoolean()).isTrue();
        assertThat(noted.path("count").asLong()).isGreaterThanOrEqualTo(seq);
    }

    @Test
    void anExportComputesFromOutside() {
        answer("Tidak", "\"0\"");
        entries("subject={subject}", assessment);

        var lines = export(Map.of("format", "jsonl")).lines().toList();

        var previous = "0".repeat(64);
        for (var line : lines) {
            var entry = line.substring("{\"entry\":".length(), line.lastIndexOf(",\"previous\":"));
            previous = Sha256.of(previous + entry);
            assertThat(line).endsWith("\"hash\":\"" + previous + "\"}");
        }
        assertThat(lines).hasSizeGreaterThan(3);
    }

    @Test
    void noSpreadsheetTakesAnythingForAFormula() {
        coordinator
                .send(
                        "PUT",
                        "/api/assessments/%s/answers/%s".formatted(assessment, QUESTION),
                        BodyPublishers.ofString("{\"value\":null,\"note\":\"=1+1\"}"),
                        Map.of("Content-Type", "application/json", "If-Match", "\"0\""))
                .expect(200);
        entries("subject={subject}", assessment);

        var csv = export(Map.of("format", "csv", "subject", assessment));

        assertThat(csv).startsWith("\uFEFF\"nomor\"").contains("note:" + QUESTION + ": – → =1+1");
        assertThat(csv.lines().toList()).hasSize(3).noneMatch(it -> it.contains(",\"=") || it.contains(",\"+"));
    }

    @Test
    void twoReplicasThatAppendAtOnceNeitherForkNorRepeat() throws Exception {
        var institution = UUID.randomUUID();
        var entries = new ArrayList<TrailEntry>();
        for (int i = 0; i < 200; i++) {
            entries.add(new TrailEntry(
                    UUID.randomUUID(),
                    Instant.EPOCH.plusSeconds(i),
                    null,
                    null,
                    institution,
                    null,
                    "test",
                    "t",
                    Deed.CHANGED,
                    List.of(new Change("n", null, String.valueOf(i)))));
        }
        var replicas = List.of(new Chain(mongo, Clock.systemUTC()), new Chain(mongo, Clock.systemUTC()));
        var start = new CyclicBarrier(replicas.size());
        var threads = Executors.newFixedThreadPool(replicas.size());

        var work = threads.invokeAll(replicas.stream()
                .<Callable<Boolean>>map(replica -> () -> {
                    start.await();
                    for (int i = 0; i < entries.size(); i += 7) {
                        replica.append(institution, entries.subList(i, Math.min(entries.size(), i + 7)));
                    }
                    return true;
                })
                .toList());
        threads.shutdown();
        for (var it : work) {
            it.get();
        }

        var result = verifying.verify(institution, null);
        assertThat(result.firstBreak()).isNull();
        assertThat(result.count()).isEqualTo(entries.size());
        var inChain = mongo.find(
                query(where("institution").is(institution.toString()))
                        .with(org.springframework.data.domain.Sort.by("seq")),
                Link.class);
        assertThat(inChain)
                .extracting(Link::id)
                .containsExactlyElementsOf(
                        entries.stream().map(it -> it.id().toString()).toList());
    }

    @Test
    void anEntryThatComesBackAfterItWasCarriedIsKnown() {
        answer("Tidak", "\"0\"");
        var seq = entries("subject={subject}", assessment).path(0).path("seq").asLong();
        var link = Objects.requireNonNull(mongo.findOne(
                query(where("institution")
                        .is(institution().toString())
                        .and("seq")
                        .is(seq)),
                Link.class));
        var entry = new TrailEntry(
                UUID.fromString(link.id()),
                Instant.parse(link.at()),
                null,
                null,
                institution(),
                unit,
                link.kind(),
                link.subject(),
                link.deed(),
                link.whatChanged());
        var document = new Document();
        mongo.getConverter().write(entry, document);

        mongo.updateFirst(
                query(where("_id").is(UUID.fromString(assessment))),
                new Update().push(Recording.OUTBOX, document),
                "assessments");
        relaying.carryLeftOver();

        assertThat(entries("subject={subject}", assessment).size()).isEqualTo(2);
        assertThat(chain.head(institution()).seq()).isGreaterThanOrEqualTo(seq);
        assertThat(stored().getList(Recording.OUTBOX, Document.class, List.of()))
                .isEmpty();
    }

    @Test
    void aDocumentOfAnEarlierVersionHasAnEmptyOutbox() {
        entries("subject={subject}", assessment);
        mongo.updateFirst(
                query(where("_id").is(UUID.fromString(assessment))),
                new Update().unset(Recording.OUTBOX),
                "assessments");

        answer("Ya", "\"0\"");

        assertThat(entries("subject={subject}", assessment).size()).isEqualTo(2);
    }

    @Test
    void whatWasRemovedButNotCarriedCannotBeChangedAndGoesAway() {
        var administrator = people.administrator();
        var draft = administrator.post("/api/instrument-drafts", Map.of()).expect(201);
        var id = draft.json().path("id").asString();
        var left = where("_id").is(UUID.fromString(id));
        // As a process leaves it that is killed between the two steps.
        mongo.updateFirst(query(left), new Update().set(Recording.ENDS, true).inc("version", 1), "instrumentDrafts");

        var source = administrator.get("/api/instrument-drafts/{id}", id).expect(200);
        var saved = administrator.put(
                "/api/instrument-drafts/{id}",
                source.etag(),
                Map.of("source", source.json().path("source")),
                id);
        relaying.carry("instrumentDrafts", UUID.fromString(id));

        assertThat(saved.status()).isEqualTo(412);
        administrator.get("/api/instrument-drafts/{id}", id).expect(404);
    }

    @Test
    void onlyAdministratorsReadIt() {
        for (var role : List.of(Role.LEADERSHIP, Role.TPI_LEAD, Role.TPI_CONTROLLER)) {
            people.person(TestPeople.everywhere(role)).get("/api/trail").expect(403);
        }
        coordinator.get("/api/trail").expect(403);
        coordinator.post("/api/trail/verification", Map.of()).expect(403);
        coordinator.post("/api/trail/exports", Map.of("format", "csv")).expect(403);
    }

    private void answer(String value, String etag) {
        var body = new java.util.HashMap<String, Object>();
        body.put("value", value);
        body.put("note", null);
        coordinator
                .put("/api/assessments/{id}/answers/{code}", etag, body, assessment, QUESTION)
                .expect(200);
    }

    private Document stored() {
        return Objects.requireNonNull(mongo.findById(UUID.fromString(assessment), Document.class, "assessments"));
    }

    private void accept(TestApi lead) {
        var answer = lead.post("/api/assessments/{id}/review/acceptance", Map.of("acceptGaps", true), assessment);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
    }

    /** The entries, once all that waits is carried. */
    private JsonNode entries(String filter, String... variables) {
        relaying.carryLeftOver();
        return people.administrator()
                .get("/api/trail?limit=200&" + filter, (Object[]) variables)
                .expect(200)
                .json()
                .path("items");
    }

    private JsonNode verification(TestApi admin, Map<String, Object> noted) {
        return admin.post("/api/trail/verification", noted).expect(200).json();
    }

    private String export(Map<String, Object> wanted) {
        var url = people.administrator()
                .post("/api/trail/exports", wanted)
                .expect(200)
                .json()
                .path("url")
                .asString();
        return people.nobody().get(url).expect(200).text();
    }

    private UUID institution() {
        return UUID.fromString(people.administrator()
                .get("/api/institution")
                .expect(200)
                .json()
                .path("id")
                .asString());
    }

    private static JsonNode json(Object value) {
        var json = JsonMapper.builder().build();
        return json.readTree(json.writeValueAsString(value));
    }
}
