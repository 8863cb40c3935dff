package id.zitrack.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.instrument.InstrumentKey;
import id.zitrack.instrument.InstrumentSource;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ZiTrackTest
class InstrumentDraftsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DRAFTS = "/api/instrument-drafts";
    private static final InstrumentKey LKE = new InstrumentKey("lke-90-2021", "1");
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    private TestPeople people;

    @Autowired
    private Catalog catalog;

    @Autowired
    private InstrumentDrafts drafts;

    @Autowired
    private MongoTemplate mongo;

    private TestApi administrator;

    @BeforeEach
    void signIn() {
        administrator = people.administrator();
    }

    @AfterEach
    void forgetDrafts() {
        drafts.deleteAll();
    }

    @Test
    void aCopyIsADraftUnderTheNextFreeVersion() {
        var first = copyOf(LKE);
        var second = copyOf(LKE);

        assertThat(first.json().path("basedOn").path("version").asString()).isEqualTo("1");
        assertThat(version(first)).matches("1\\.\\d+");
        assertThat(version(second)).isNotEqualTo(version(first));
        assertThat(first.json().path("problems")).isEmpty();
        assertThat(first.json().path("publishable").asBoolean()).isTrue();
        assertThat(first.json().path("examples"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.path("ok").asBoolean()).isTrue());
        assertThat(first.json().path("source").path("files")).isEmpty();
        assertThat(first.json().path("updatedBy").path("name").asString()).isEqualTo("Admin Uji");
    }

    @Test
    void whatIsNotPublishedCannotBeCopied() {
        var unknown = Map.of("basedOn", Map.of("id", "lke-1999", "version", "1"));

        assertThat(administrator.post(DRAFTS, unknown).problem()).isEqualTo("not-there");
        assertThat(administrator
                        .post(DRAFTS, Map.of("basedOn", Map.of("id", "")))
                        .problem())
                .isEqualTo("invalid-request");
    }

    @Test
    void anEmptyChecklistCanBePublishedAsItIs() {
        var draft = administrator.post(DRAFTS, Map.of()).expect(201);

        var published = publish(draft).expect(201).json();

        assertThat(published.path("own").asBoolean()).isTrue();
        assertThat(published.path("retired").asBoolean()).isFalse();
        assertThat(published.path("questions").asInt()).isEqualTo(1);
        assertThat(published.path("hash").asString()).hasSize(64);
        assertThat(administrator.get(DRAFTS + "/" + id(draft)).problem()).isEqualTo("not-there");
        assertThat(listed(published.path("id").asString())).hasSize(1);
    }

    @Test
    void newChecklistsDoNotShareAnId() {
        var first = administrator.post(DRAFTS, Map.of()).expect(201);
        var second = administrator.post(DRAFTS, Map.of()).expect(201);

        assertThat(second.json().path("source").path("id").asString())
                .isNotEqualTo(first.json().path("source").path("id").asString());
    }

    @Test
    void aDraftIsSavedWithItsMistakesAndTellsThem() {
        var draft = copyOf(LKE);

        var saved = save(draft, source(draft).replace("\"weight\":\"0.5\"", "\"weight\":\"0.75\""))
                .expect(200);

        assertThat(saved.etag()).isNotEqualTo(draft.etag());
        assertThat(saved.json().path("publishable").asBoolean()).isFalse();
        assertThat(saved.json().path("examples")).isEmpty();
        var lines = file(saved).lines().toList();
        assertThat(saved.json().path("problems")).isNotEmpty().allSatisfy(it -> {
            assertThat(it.path("code").asString()).isNotBlank();
            assertThat(it.path("message").asString()).contains("jumlah bobot isinya");
            assertThat(lines.get(it.path("line").asInt() - 1)).contains("weight:");
        });
        assertThat(saved.json().path("sums"))
                .anySatisfy(it -> assertThat(it.path("weight").asString())
                        .isNotEqualTo(it.path("children").asString()));
        assertThat(administrator.get(DRAFTS).expect(200).json())
                .singleElement()
                .satisfies(it -> assertThat(it.path("problems").asInt())
                        .isEqualTo(saved.json().path("problems").size()));
    }

    @Test
    void workedExamplesAreRunOnEachSave() {
        var draft = copyOf(LKE);

        var saved = save(draft, source(draft).replace("\"TOTAL\":\"100\"", "\"TOTAL\":\"99\""))
                .expect(200);

        assertThat(saved.json().path("problems")).isEmpty();
        assertThat(saved.json().path("publishable").asBoolean()).isFalse();
        assertThat(saved.json().path("examples")).anySatisfy(it -> {
            assertThat(it.path("ok").asBoolean()).isFalse();
            var failure = it.path("failures").path(0);
            assertThat(failure.path("what").asString()).isEqualTo("TOTAL");
            assertThat(failure.path("expected").asString()).isEqualTo("99");
            assertThat(failure.path("actual").asString()).isEqualTo("100.000000");
            assertThat(failure.path("difference").asString()).isEqualTo("1.000000");
        });
    }

    @Test
    void publishingIsRefusedWhileAnExampleFailsSayingWhichNodeAndByHowMuch() {
        var draft = copyOf(LKE);
        var saved = save(draft, source(draft).replace("\"TOTAL\":\"100\"", "\"TOTAL\":\"99\""));

        var refused = publish(saved);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("instrument-not-publishable");
        assertThat(refused.json().path("problems")).isEmpty();
        assertThat(refused.json().path("examples").toString())
                .contains("\"what\":\"TOTAL\"", "\"difference\":\"1.000000\"");
        assertThat(administrator.get(DRAFTS + "/" + id(draft)).status()).isEqualTo(200);
    }

    @Test
    void publishingIsRefusedWhileThereAreProblems() {
        var draft = copyOf(LKE);
        var saved = save(draft, source(draft).replace("\"rule\":\"mean\"", "\"rule\":\"median\""));

        var refused = publish(saved);

        assertThat(refused.problem()).isEqualTo("instrument-not-publishable");
        assertThat(refused.json().path("problems").path(0).path("message").asString())
                .contains("median");
    }

    @Test
    void aPublishedVersionIsTaken() {
        var published = publish(newChecklist()).expect(201).json();
        var key = published.path("id").asString();
        var again = copyOf(new InstrumentKey(key, "1"));
        var sameVersion = save(again, with(again, "version", "1"));

        var refused = publish(sameVersion);

        assertThat(version(again)).isEqualTo("2");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("instrument-version-taken");
        assertThat(publish(save(sameVersion, with(sameVersion, "version", "2"))).status())
                .isEqualTo(201);
    }

    @Test
    void wholeVersionsOfWhatShipsBelongToTheProgram() {
        var draft = copyOf(LKE);

        var saved = save(draft, with(draft, "version", "2")).expect(200);

        assertThat(saved.json().path("problems")).singleElement().satisfies(it -> {
            assertThat(it.path("code").asString()).isEqualTo("version");
            assertThat(file(saved).lines().toList().get(it.path("line").asInt() - 1))
                    .isEqualTo("version: \"2\"");
        });
        assertThat(publish(saved).problem()).isEqualTo("instrument-not-publishable");
    }

    @Test
    void ofTwoDraftsWithOneKeyOneIsPublishedAndTheOtherIsTold() {
        var id = "rebutan-" + COUNT.incrementAndGet();
        var rivals = Stream.of("Satu", "Dua", "Tiga", "Empat")
                .map(it -> {
                    var draft = administrator.post(DRAFTS, Map.of()).expect(201);
                    var source = values(draft);
                    source.put("id", id);
                    source.put("title", it);
                    return save(draft, JSON.writeValueAsString(source));
                })
                .toList();

        var answers = rivals.parallelStream().map(this::publish).toList();

        assertThat(answers)
                .extracting(TestApi.Answer::status)
                .containsOnly(201, 409)
                .containsOnlyOnce(201);
        assertThat(answers).extracting(TestApi.Answer::problem).contains("instrument-version-taken");
        assertThat(listed(id)).hasSize(1);
        assertThat(drafts.findAll()).hasSize(3);
    }

    @Test
    void aDraftPublishedTwiceAtOnceIsPublishedOnce() {
        var draft = newChecklist();

        var answers = Stream.generate(() -> draft)
                .limit(4)
                .parallel()
                .map(this::publish)
                .toList();

        // Who comes while it is being taken away finds it changed, and who comes later does not find it.
        assertThat(answers).extracting(TestApi.Answer::status).contains(201).isSubsetOf(201, 404, 412);
        assertThat(listed(draft.json().path("source").path("id").asString())).hasSize(1);
        assertThat(drafts.findAll()).isEmpty();
    }

    @Test
    void aPublicationThatBrokeOffIsFinishedByPublishingAgain() {
        var draft = newChecklist();
        var stored = drafts.findById(UUID.fromString(id(draft))).orElseThrow();
        var source = InstrumentSource.ofYaml(stored.yaml().getBytes(UTF_8));
        catalog.publish(stored.institutionId(), stored.id(), source, source.instrument());

        var published = publish(draft).expect(201).json();

        assertThat(drafts.findById(stored.id())).isEmpty();
        assertThat(listed(published.path("id").asString())).hasSize(1);
    }

    @Test
    void whatWasEditedAfterABrokenOffPublicationIsNotLost() {
        var draft = newChecklist();
        var stored = drafts.findById(UUID.fromString(id(draft))).orElseThrow();
        var source = InstrumentSource.ofYaml(stored.yaml().getBytes(UTF_8));
        catalog.publish(stored.institutionId(), stored.id(), source, source.instrument());

        var saved = save(draft, with(draft, "title", "Judul baru")).expect(200);

        assertThat(publish(saved).problem()).isEqualTo("instrument-version-taken");
        assertThat(drafts.findById(stored.id())).isPresent();
    }

    @Test
    void aPublishedInstrumentIsFrozen() {
        var published = publish(newChecklist()).expect(201).json();
        var id = published.path("id").asString();

        var frozen = Objects.requireNonNull(mongo.findById(id + "@1", FrozenInstrument.class));
        var fromStore = new Catalog(mongo, Clock.systemUTC()).find(frozen.instrumentKey());

        assertThat(fromStore.orElseThrow().hash())
                .isEqualTo(published.path("hash").asString())
                .isEqualTo(frozen.hash());
        assertThat(administrator
                        .get("/api/instruments/{id}/1", id)
                        .expect(200)
                        .json()
                        .path("title")
                        .asString())
                .isEqualTo("Checklist baru");
    }

    @Test
    void whoSavesOnAnOldRevisionGetsTheCurrentOne() {
        var draft = newChecklist();
        save(draft, with(draft, "title", "Pertama")).expect(200);

        var late = save(draft, with(draft, "title", "Kedua"));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.problem()).isEqualTo("changed-meanwhile");
        assertThat(late.json().path("current").path("source").path("title").asString())
                .isEqualTo("Pertama");
        assertThat(publish(draft).problem()).isEqualTo("changed-meanwhile");
        assertThat(administrator
                        .put(DRAFTS + "/" + id(draft), null, Map.of("source", Map.of()))
                        .problem())
                .isEqualTo("if-match-required");
    }

    @Test
    void ofManyWhoSaveAtOnceOneSucceeds() {
        var draft = newChecklist();

        var statuses = Stream.of("A", "B", "C", "D")
                .parallel()
                .map(it -> save(draft, with(draft, "title", it)).status())
                .toList();

        assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"weight\":0.5}",
                "{\"weight\":1e999}",
                "{\"weight\":99999999999999999999}",
                "{\"label\":\"a\\u0000b\"}",
                "{\"\":1}"
            })
    void whatTheFileCannotHoldIsNotSaved(String source) {
        var draft = newChecklist();

        var refused = save(draft, source);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("instrument-unreadable");
        assertThat(refused.json().path("problems").path(0).path("message").asString())
                .isNotBlank();
        assertThat(administrator.get(DRAFTS + "/" + id(draft)).etag()).isEqualTo(draft.etag());
    }

    @Test
    void nonsenseIsSavedAsADraftWithProblems() {
        var draft = newChecklist();

        var saved = save(draft, "{\"tree\":[[],null,{\"code\":{}}],\"title\":7,\"examples\":\"x\"}")
                .expect(200);

        assertThat(saved.json().path("problems").size()).isGreaterThan(3);
        assertThat(administrator.get(DRAFTS).expect(200).json()).hasSize(1);
        assertThat(file(saved)).contains("tree:");
    }

    @Test
    void aDeepOrHugeSourceIsRefused() {
        var draft = newChecklist();

        assertThat(save(draft, "{\"a\":" + "[".repeat(300) + "]".repeat(300) + "}")
                        .problem())
                .isEqualTo("instrument-unreadable");
        assertThat(save(draft, "{\"a\":\"" + "x".repeat(1_500_000) + "\"}").problem())
                .isEqualTo("instrument-unreadable");
        assertThat(save(draft, "{\"a\":\"" + "x".repeat(3_000_000) + "\"}").problem())
                .isEqualTo("too-large");
    }

    @Test
    void anExportedInstrumentIsImportedUnchanged() {
        var exported = administrator.get("/api/instruments/lke-90-2021/1/file").expect(200);

        var imported = importYaml(exported.bytes()).expect(201);

        assertThat(exported.headers().get("content-type")).startsWith("text/yaml");
        assertThat(exported.headers().get("content-disposition")).contains("lke-90-2021-1.yaml");
        assertThat(administrator
                        .get("/api/instrument-comparison?from=lke-90-2021@1&to=draft:" + id(renumbered(imported)))
                        .expect(200)
                        .json()
                        .path("changes"))
                .singleElement()
                .satisfies(it -> assertThat(it.path("after").asString()).isEqualTo("lke-90-2021@1.999"));
        assertThat(administrator
                        .get("/api/instruments/lke-90-2021/1/source")
                        .expect(200)
                        .json()
                        .path("source"))
                .isEqualTo(imported.json().path("source"));
    }

    @Test
    void aDraftIsExportedAsTheFileItsLinesSpeakOf() {
        var draft = newChecklist();

        var file = administrator.get(DRAFTS + "/" + id(draft) + "/file").expect(200);

        assertThat(importYaml(file.bytes()).expect(201).json().path("source"))
                .isEqualTo(draft.json().path("source"));
    }

    @Test
    void aFileWithMistakesBecomesADraftWithProblems() {
        var imported = importYaml("id: x\ntitle: Judul\n".getBytes(UTF_8)).expect(201);

        assertThat(imported.json().path("problems")).isNotEmpty();
        assertThat(imported.json().path("source").path("title").asString()).isEqualTo("Judul");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a: [1", "a: &x 1\nb: *x", "a: !!java.net.URL b", "a: 1\na: 2", "just text", "\u0000"})
    void aFileThatIsNoPlainYamlIsRefusedWithItsLine(String yaml) {
        var refused = importYaml(yaml.getBytes(UTF_8));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("instrument-unreadable");
        assertThat(refused.json().path("problems").path(0).path("line").isInt()).isTrue();
        assertThat(refused.json().path("problems").path(0).path("message").asString())
                .isNotBlank();
        assertThat(drafts.findAll()).isEmpty();
    }

    @Test
    void aHugeFileIsRefused() {
        assertThat(importYaml(new byte[10_000_000]).problem()).isEqualTo("instrument-unreadable");
        assertThat(importYaml(("a: " + "[".repeat(500_000)).getBytes(UTF_8)).problem())
                .isEqualTo("instrument-unreadable");
    }

    @Test
    void aChecklistIsImportedFromTheFilledTemplate() {
        var template = administrator.get(DRAFTS + "/checklist-template").expect(200);

        var imported = importChecklist(template.bytes()).expect(201);

        assertThat(template.headers().get("content-disposition")).contains("templat-checklist.xlsx");
        assertThat(imported.json().path("publishable").asBoolean()).isTrue();
        assertThat(imported.json().path("sums"))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.path("weight").asString())
                        .isEqualTo(it.path("children").asString()));
        assertThat(publish(imported).expect(201).json().path("questions").asInt())
                .isEqualTo(3);
    }

    @Test
    void aWorkbookThatIsNoneIsRefused() {
        var refused = importChecklist("bukan xlsx".getBytes(UTF_8));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("checklist-unreadable");
        assertThat(refused.json().path("problems").path(0).path("message").asString())
                .contains("bukan XLSX");
        assertThat(importChecklist(new byte[10_000_000]).problem()).isEqualTo("checklist-unreadable");
        assertThat(drafts.findAll()).isEmpty();
    }

    @Test
    void twoInstrumentsAreCompared() {
        var draft = copyOf(LKE);
        var label = "Judul Pengungkit Baru";
        var saved = save(draft, source(draft).replace("\"Pengungkit\"", "\"" + label + "\""))
                .expect(200);

        var comparison = administrator
                .get("/api/instrument-comparison?from=lke-90-2021@1&to=draft:" + id(saved))
                .expect(200)
                .json();

        assertThat(comparison.path("from").path("ref").asString()).isEqualTo("lke-90-2021@1");
        assertThat(comparison.path("to").path("title").asString()).isNotBlank();
        assertThat(comparison.path("changes")).anySatisfy(it -> {
            assertThat(it.path("field").asString()).isEqualTo("nama");
            assertThat(it.path("after").asString()).isEqualTo(label);
        });
    }

    @Test
    void whatCannotBeReadAsAnInstrumentIsNotCompared() {
        var broken = importYaml("id: x".getBytes(UTF_8)).expect(201);

        assertThat(compare("lke-90-2021@1", "draft:" + id(broken)).problem()).isEqualTo("instrument-not-publishable");
        assertThat(compare("lke-90-2021@9", "lke-90-2021@1").problem()).isEqualTo("not-there");
        assertThat(compare("draft:x", "lke-90-2021@1").problem()).isEqualTo("not-there");
        assertThat(compare("lke", "lke-90-2021@1").problem()).isEqualTo("invalid-request");
    }

    @Test
    void aRetiredInstrumentIsNotOfferedForANewPeriodButWhatRunsGoesOn() {
        var id = publish(newChecklist()).expect(201).json().path("id").asString();
        var retirement = "/api/instruments/" + id + "/1/retirement";
        var running = administrator.post("/api/periods", period(id)).expect(201);

        administrator
                .put(retirement, null, Map.of("reason", "Diganti ketentuan baru"))
                .expect(204);

        assertThat(listed(id)).singleElement().satisfies(it -> {
            assertThat(it.path("retired").asBoolean()).isTrue();
            assertThat(it.path("retirementReason").asString()).isEqualTo("Diganti ketentuan baru");
        });
        var refused = administrator.post("/api/periods", period(id));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("instrument-retired");
        assertThat(begin(running).status()).isEqualTo(201);
        var renamed = period(id);
        assertThat(administrator
                        .put("/api/periods/" + running.json().path("id").asString(), running.etag(), renamed)
                        .status())
                .isEqualTo(200);
        assertThat(administrator.get("/api/instruments/" + id + "/1").status()).isEqualTo(200);

        administrator.delete(retirement).expect(204);

        assertThat(listed(id).get(0).path("retired").asBoolean()).isFalse();
        assertThat(administrator.post("/api/periods", period(id)).status()).isEqualTo(201);
        assertThat(administrator.put(retirement, null, Map.of("reason", " ")).problem())
                .isEqualTo("invalid-request");
    }

    @Test
    void aScoreIsExplainedTheSameWayAfterItsInstrumentWasRetired() {
        var id = publish(newChecklist()).expect(201).json().path("id").asString();
        var sheet = begin(administrator.post("/api/periods", period(id)).expect(201))
                .expect(201)
                .json()
                .path("id")
                .asString();
        var explanation = "/api/assessments/" + sheet + "/explanation?node=TOTAL";
        var before = explained(explanation);
        assertThat(before.path("instrument").path("hash").asString()).hasSize(64);

        administrator
                .put("/api/instruments/" + id + "/1/retirement", null, Map.of("reason", "Diganti ketentuan baru"))
                .expect(204);

        assertThat(explained(explanation)).isEqualTo(before);
    }

    @Test
    void aPeriodCannotMoveToARetiredInstrument() {
        var id = publish(newChecklist()).expect(201).json().path("id").asString();
        var period = administrator.post("/api/periods", period(LKE.id())).expect(201);
        administrator
                .put("/api/instruments/" + id + "/1/retirement", null, Map.of("reason", "Tidak dipakai"))
                .expect(204);

        var moved = administrator.put("/api/periods/" + period.json().path("id").asString(), period.etag(), period(id));

        assertThat(moved.problem()).isEqualTo("instrument-retired");
    }

    @Test
    void whatAnotherInstitutionMadeIsNotThere() {
        var mine = newChecklist();
        var published = publish(mine).expect(201).json().path("id").asString();
        var frozen = Objects.requireNonNull(mongo.findById(published + "@1", FrozenInstrument.class));
        var elsewhere = new FrozenInstrument(
                "milik-lain@1",
                "milik-lain",
                "1",
                frozen.hash(),
                frozen.files().stream()
                        .map(it -> new FrozenInstrument.SourceFile(
                                it.name(), it.text().replace("id: " + published, "id: milik-lain")))
                        .toList(),
                Instant.EPOCH,
                UUID.randomUUID(),
                UUID.randomUUID());
        var reread = InstrumentSource.ofFiles(elsewhere.contents()).instrument();
        mongo.insert(new FrozenInstrument(
                elsewhere.key(),
                elsewhere.instrumentId(),
                elsewhere.version(),
                reread.hash(),
                elsewhere.files(),
                Instant.EPOCH,
                elsewhere.institutionId(),
                elsewhere.draftId()));
        var theirs = drafts.save(new InstrumentDraft(
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                "id: x",
                new InstrumentDraft.Head("x", "1", "X", 1),
                Instant.EPOCH,
                UUID.randomUUID()));

        try {
            assertThat(listed("milik-lain")).isEmpty();
            for (var path : List.of("", "/source", "/file", "/thresholds")) {
                assertThat(administrator
                                .get("/api/instruments/milik-lain/1" + path)
                                .problem())
                        .isEqualTo("not-there");
            }
            assertThat(administrator
                            .put("/api/instruments/milik-lain/1/retirement", null, Map.of("reason", "x"))
                            .problem())
                    .isEqualTo("not-there");
            assertThat(administrator
                            .delete("/api/instruments/milik-lain/1/retirement")
                            .problem())
                    .isEqualTo("not-there");
            assertThat(compare("lke-90-2021@1", "milik-lain@1").problem()).isEqualTo("not-there");
            assertThat(administrator.post("/api/periods", period("milik-lain")).problem())
                    .isEqualTo("instrument-not-published");
            assertThat(administrator.get(DRAFTS).text())
                    .doesNotContain(theirs.id().toString());
            var draft = DRAFTS + "/" + theirs.id();
            assertThat(administrator.get(draft).problem()).isEqualTo("not-there");
            assertThat(administrator.get(draft + "/file").problem()).isEqualTo("not-there");
            assertThat(administrator.delete(draft).problem()).isEqualTo("not-there");
            assertThat(administrator
                            .put(draft, "\"0\"", Map.of("source", Map.of()))
                            .problem())
                    .isEqualTo("not-there");
            assertThat(publication(theirs.id().toString(), "\"0\"").problem()).isEqualTo("not-there");
            assertThat(compare("draft:" + theirs.id(), "lke-90-2021@1").problem())
                    .isEqualTo("not-there");
        } finally {
            mongo.remove(elsewhere);
        }
    }

    @Test
    void onlyAdministratorsWorkOnInstruments() {
        var unit = people.unit();
        var coordinator = people.person(unit, TestPeople.on(unit, Role.UNIT_COORDINATOR));
        var draft = DRAFTS + "/" + id(newChecklist());

        assertThat(coordinator.get(DRAFTS).problem()).isEqualTo("not-allowed");
        assertThat(coordinator.get(draft).problem()).isEqualTo("not-allowed");
        assertThat(coordinator.get(DRAFTS + "/checklist-template").problem()).isEqualTo("not-allowed");
        assertThat(coordinator.post(DRAFTS, Map.of()).problem()).isEqualTo("not-allowed");
        assertThat(coordinator.delete(draft).problem()).isEqualTo("not-allowed");
        assertThat(coordinator.get("/api/instruments/lke-90-2021/1/file").status())
                .isEqualTo(200);
    }

    @Test
    void aDraftIsGivenUp() {
        var draft = DRAFTS + "/" + id(newChecklist());

        administrator.delete(draft).expect(204);

        assertThat(administrator.get(draft).problem()).isEqualTo("not-there");
        assertThat(administrator.delete(draft).problem()).isEqualTo("not-there");
        assertThat(administrator.get(DRAFTS + "/x").problem()).isEqualTo("not-there");
    }

    @Test
    void draftsAreBounded() {
        var institution = UUID.fromString(
                administrator.get("/api/institution").json().path("id").asString());
        for (int i = 0; i < EditingDrafts.MOST_DRAFTS; i++) {
            drafts.save(new InstrumentDraft(
                    UUID.randomUUID(),
                    institution,
                    null,
                    "id: x",
                    new InstrumentDraft.Head("x", "1", "X", 1),
                    Instant.EPOCH,
                    UUID.randomUUID()));
        }

        assertThat(administrator.post(DRAFTS, Map.of()).problem()).isEqualTo("too-many-drafts");
        assertThat(administrator.get(DRAFTS).json())
                .hasSize(EditingDrafts.MOST_DRAFTS)
                .allSatisfy(it -> assertThat(it.path("updatedBy").isNull()).isTrue());
    }

    private TestApi.Answer copyOf(InstrumentKey key) {
        return administrator
                .post(DRAFTS, Map.of("basedOn", Map.of("id", key.id(), "version", key.version())))
                .expect(201);
    }

    /** A draft with an id of its own that can be published as it is. */
    private TestApi.Answer newChecklist() {
        var draft = administrator.post(DRAFTS, Map.of()).expect(201);
        return save(draft, with(draft, "id", "uji-" + COUNT.incrementAndGet())).expect(200);
    }

    private TestApi.Answer renumbered(TestApi.Answer draft) {
        return save(draft, with(draft, "version", "1.999")).expect(200);
    }

    private TestApi.Answer save(TestApi.Answer draft, String source) {
        return administrator.put(DRAFTS + "/" + id(draft), draft.etag(), "{\"source\":" + source + "}");
    }

    private TestApi.Answer publish(TestApi.Answer draft) {
        return publication(id(draft), draft.etag());
    }

    private TestApi.Answer publication(String id, String etag) {
        return administrator.send(
                "POST", DRAFTS + "/" + id + "/publication", BodyPublishers.noBody(), Map.of("If-Match", etag));
    }

    private TestApi.Answer importYaml(byte[] yaml) {
        return administrator.send(
                "POST", DRAFTS + "/import", BodyPublishers.ofByteArray(yaml), Map.of("Content-Type", "text/yaml"));
    }

    private TestApi.Answer importChecklist(byte[] workbook) {
        return administrator.send(
                "POST",
                DRAFTS + "/checklist-import",
                BodyPublishers.ofByteArray(workbook),
                Map.of("Content-Type", InstrumentFile.XLSX));
    }

    private TestApi.Answer compare(String from, String to) {
        return administrator.get("/api/instrument-comparison?from=" + from + "&to=" + to);
    }

    /** An explanation apart from when it was worked out. */
    private JsonNode explained(String path) {
        var explanation = (ObjectNode) administrator.get(path).expect(200).json();
        explanation.remove("computedAt");
        return explanation;
    }

    private TestApi.Answer begin(TestApi.Answer period) {
        return administrator.post(
                "/api/assessments",
                Map.of(
                        "unitId",
                        people.unit(),
                        "periodId",
                        period.json().path("id").asString()));
    }

    private String file(TestApi.Answer draft) {
        return administrator.get(DRAFTS + "/" + id(draft) + "/file").expect(200).text();
    }

    private List<JsonNode> listed(String instrumentId) {
        var found = new ArrayList<JsonNode>();
        administrator.get("/api/instruments").expect(200).json().forEach(it -> {
            if (it.path("id").asString().equals(instrumentId)) {
                found.add(it);
            }
        });
        return found;
    }

    private static Map<String, Object> period(String instrumentId) {
        var body = new HashMap<String, Object>();
        body.put("name", "Periode Rancangan " + COUNT.incrementAndGet());
        body.put("year", 2026);
        body.put("instrumentId", instrumentId);
        body.put("instrumentVersion", "1");
        return body;
    }

    private static String id(TestApi.Answer draft) {
        return draft.json().path("id").asString();
    }

    private static String version(TestApi.Answer draft) {
        return draft.json().path("source").path("version").asString();
    }

    private static String source(TestApi.Answer draft) {
        return draft.json().path("source").toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> values(TestApi.Answer draft) {
        return JSON.convertValue(draft.json().path("source"), Map.class);
    }

    private static String with(TestApi.Answer draft, String key, String value) {
        var values = values(draft);
        values.put(key, value);
        return JSON.writeValueAsString(values);
    }
}
