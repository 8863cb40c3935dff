package id.zitrack.discussion;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static id.zitrack.TestPeople.onAreas;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestApi.Answer;
import id.zitrack.TestPeople;
import id.zitrack.TestSheets;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.instrument.Confidentiality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ZiTrackTest
class ConversationApiTest {
    private static final String CODE = "A.I.1.i.a";

    @Autowired
    private TestPeople people;

    private UUID unit;
    private UUID assessment;
    private TestApi coordinator;
    private TestApi member;
    private TestApi lead;

    @BeforeEach
    void aSheetThatBothSidesSee() {
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
        member = people.person(on(unit, Role.TPI_MEMBER));
        lead = people.person(on(unit, Role.TPI_LEAD));
        assessment = UUID.fromString(coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", people.period(TestSheets.LKE)))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    @Test
    void aQuestionIsAskedAnsweredAndDone() {
        var asked = begin(member, "Di mana SK Tim Kerja?").expect(201);
        assertThat(asked.json().path("state").asString()).isEqualTo("OPEN");
        assertThat(waiting(coordinator)).isEqualTo(1);
        assertThat(waiting(member)).isZero();

        var answered = write(coordinator, idOf(asked), "Di folder 1.i.a").expect(200);

        assertThat(answered.json().path("state").asString()).isEqualTo("ANSWERED");
        assertThat(waiting(coordinator)).isZero();
        var done = move(member, answered, "DONE").expect(200);
        assertThat(done.json().path("state").asString()).isEqualTo("DONE");
        assertThat(write(member, idOf(asked), "Ternyata masih kurang tanda tangan")
                        .expect(200)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("OPEN");
    }

    @Test
    void whoIsMentionedIsAskedAndNobodyElse() {
        var other = people.person(onAreas(unit, "1"));
        var asked = begin(member, "Tolong dicek @", List.of(other.personId())).expect(201);

        assertThat(waiting(other)).isEqualTo(1);
        assertThat(waiting(coordinator)).isZero();
        assertThat(texts(list(other, "?mine=true").path("items"), "code")).containsExactly(CODE);
        assertThat(list(coordinator, "?mine=true").path("items")).isEmpty();
        var handed = begin(coordinator, "x", List.of(people.person().personId()));
        assertThat(handed.problem()).isEqualTo("invalid-request");
        assertThat(asked.json()
                        .path("messages")
                        .path(0)
                        .path("mentions")
                        .path(0)
                        .path("name")
                        .asString())
                .startsWith("Orang");
    }

    @Test
    void sentTwiceItIsSaidOnce() {
        var body = Map.of("id", UUID.randomUUID(), "code", CODE, "text", "Sekali saja");
        var path = "/api/assessments/{id}/conversations";
        var first = coordinator.post(path, body, assessment).expect(201);
        var again = coordinator.post(path, body, assessment).expect(201);
        var message = Map.of("id", UUID.randomUUID(), "text", "Jawaban");
        var messages = "/api/conversations/{id}/messages";
        member.post(messages, message, idOf(first)).expect(200);
        var last = member.post(messages, message, idOf(first)).expect(200);

        assertThat(idOf(again)).isEqualTo(idOf(first));
        assertThat(onQuestion(coordinator)).hasSize(1);
        assertThat(last.json().path("messages")).hasSize(2);
        assertThat(member.post(path, body, assessment).problem()).isEqualTo("invalid-request");
    }

    @Test
    void manyAnswerAtOnceAndNoneIsLost() throws Exception {
        var id = idOf(begin(member, "Siapa hadir?").expect(201));
        var tasks = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 8; i++) {
            var who = i % 2 == 0 ? coordinator : lead;
            var text = "Jawaban " + i;
            tasks.add(() -> write(who, id, text));
        }

        var workers = Executors.newFixedThreadPool(4);
        try {
            for (var done : workers.invokeAll(tasks)) {
                done.get().expect(200);
            }
        } finally {
            workers.shutdown();
        }

        assertThat(coordinator.get("/api/conversations/{id}", id).json().path("messages"))
                .hasSize(9);
    }

    @Test
    void onlyTheAuthorEditsOnTheNewestWordsAndTakesBack() {
        var begun = begin(coordinator, "Salah ktik").expect(201);
        var id = idOf(begun);
        var message = begun.json().path("messages").path(0).path("id").asString();
        var path = "/api/conversations/{id}/messages/{m}";

        var edited = coordinator
                .put(path, "\"1\"", Map.of("text", "Salah ketik"), id, message)
                .expect(200)
                .json()
                .path("messages")
                .path(0);

        assertThat(edited.path("text").asString()).isEqualTo("Salah ketik");
        assertThat(edited.path("editedAt").isNull()).isFalse();
        var late = coordinator.put(path, "\"1\"", Map.of("text", "Lain"), id, message);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json()
                        .path("current")
                        .path("messages")
                        .path(0)
                        .path("text")
                        .asString())
                .isEqualTo("Salah ketik");
        assertThat(coordinator
                        .put(path, null, Map.of("text", "Lain"), id, message)
                        .problem())
                .isEqualTo("if-match-required");
        assertThat(member.put(path, "\"2\"", Map.of("text", "Milik orang"), id, message)
                        .status())
                .isEqualTo(404);
        assertThat(member.delete(path, id, message).status()).isEqualTo(404);
        var removed = coordinator.delete(path, id, message).expect(200).json();
        assertThat(removed.path("messages").path(0).path("text").isNull()).isTrue();
        assertThat(removed.path("messages").path(0).path("removed").asBoolean()).isTrue();
        assertThat(removed.path("state").asString()).isEqualTo("DONE");
        coordinator.delete(path, id, message).expect(200);
    }

    @Test
    void onlyWhoAskedOrLeadsSaysThatItIsDone() {
        var other = people.person(onAreas(unit, "1"));
        var asked = begin(coordinator, "Boleh foto?").expect(201);
        var answered = write(member, idOf(asked), "Boleh").expect(200);

        assertThat(move(member, answered, "DONE").problem()).isEqualTo("not-yours-to-finish");
        assertThat(move(other, answered, "DONE").problem()).isEqualTo("not-yours-to-finish");
        assertThat(move(lead, asked, "DONE").problem()).isEqualTo("changed-meanwhile");
        move(lead, answered, "DONE").expect(200);
    }

    @Test
    void aClosedSheetIsReadAndNotWrittenOn() {
        var begun = begin(coordinator, "Masih terbuka?").expect(201);
        coordinator
                .post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), assessment)
                .expect(200);
        lead.post("/api/assessments/{id}/review/acceptance", Map.of(), assessment)
                .expect(200);
        write(coordinator, idOf(begun), "Setelah diterima").expect(200);
        lead.post("/api/assessments/{id}/review/closing", null, assessment).expect(200);

        assertThat(write(coordinator, idOf(begun), "Setelah ditutup").problem()).isEqualTo("not-in-this-stage");
        assertThat(coordinator
                        .get("/api/conversations/{id}", idOf(begun))
                        .expect(200)
                        .json()
                        .path("may"))
                .isEmpty();
    }

    @Test
    void leadershipAdministratorsAndOthersTakeNoPart() {
        var id = idOf(begin(coordinator, "Antara kita").expect(201));
        var leader = people.person(everywhere(Role.LEADERSHIP));
        var stranger = people.person(on(people.unit(), Role.UNIT_COORDINATOR));

        assertThat(leader.get("/api/conversations/{id}", id).status()).isEqualTo(403);
        assertThat(leader.get("/api/conversations").status()).isEqualTo(403);
        assertThat(people.administrator().get("/api/conversations/{id}", id).status())
                .isEqualTo(403);
        assertThat(stranger.get("/api/conversations/{id}", id).status()).isEqualTo(404);
        assertThat(write(stranger, id, "Numpang").status()).isEqualTo(404);
        assertThat(list(stranger, "").path("items")).isEmpty();
        assertThat(list(stranger, "?unit=" + unit).path("items")).isEmpty();
        var names = texts(
                coordinator
                        .get("/api/assessments/{id}/participants?code={c}", assessment, CODE)
                        .expect(200)
                        .json(),
                "id");
        assertThat(names)
                .contains(coordinator.personId().toString(), member.personId().toString())
                .doesNotContain(leader.personId().toString());
    }

    @Test
    void aboutASecretQuestionCoordinatorsOfAreasKnowNothing() {
        var secret = TestSheets.instrument(TestSheets.LKE).questions().stream()
                .filter(it -> it.confidentiality() == Confidentiality.SECRET)
                .findFirst()
                .orElseThrow()
                .code();
        var other = people.person(onAreas(unit));
        var id = idOf(member.post(
                        "/api/assessments/{id}/conversations",
                        Map.of("id", UUID.randomUUID(), "code", secret, "text", "Register WBS?"),
                        assessment)
                .expect(201));

        assertThat(other.get("/api/conversations/{id}", id).status()).isEqualTo(404);
        assertThat(other.get("/api/assessments/{id}/conversations?code={c}", assessment, secret)
                        .expect(200)
                        .json())
                .isEmpty();
        assertThat(list(other, "").path("items")).isEmpty();
        assertThat(waiting(other)).isZero();
        assertThat(waiting(coordinator)).isEqualTo(1);
        assertThat(member.post(
                                "/api/conversations/{id}/messages",
                                Map.of("id", UUID.randomUUID(), "text", "x", "mentions", List.of(other.personId())),
                                id)
                        .problem())
                .isEqualTo("invalid-request");
    }

    @Test
    void theListIsPagedAndNarrowed() {
        for (int i = 0; i < 3; i++) {
            begin(coordinator, "Pertanyaan " + i).expect(201);
        }
        write(
                        member,
                        list(member, "?unit=" + unit)
                                .path("items")
                                .path(2)
                                .path("id")
                                .asString(),
                        "Jawab")
                .expect(200);

        var first = list(member, "?limit=2&unit=" + unit);
        var second = list(
                member,
                "?limit=2&unit=" + unit + "&cursor=" + first.path("next").asString());

        assertThat(texts(first.path("items"), "first")).containsExactly("Pertanyaan 0", "Pertanyaan 2");
        assertThat(texts(second.path("items"), "first")).containsExactly("Pertanyaan 1");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(list(member, "?state=OPEN&unit=" + unit).path("items")).hasSize(2);
        assertThat(member.get("/api/conversations?cursor=x").problem()).isEqualTo("invalid-request");
        assertThat(member.get("/api/conversations?limit=0").problem()).isEqualTo("invalid-request");
    }

    @Test
    void whatIsNoMessageIsRefusedAndTextStaysText() {
        for (var text : List.of("", "  \n ", "x".repeat(4001), "a\u0000b", "naik\u202Enurut")) {
            assertThat(begin(coordinator, text).status()).as(text).isEqualTo(400);
        }
        var broken = "{\"id\": \"" + UUID.randomUUID() + "\", \"code\": \"" + CODE + "\", \"text\": \"\\ud800\"}";
        assertThat(coordinator
                        .post("/api/assessments/{id}/conversations", broken, assessment)
                        .problem())
                .isEqualTo("invalid-request");
        var nasty = "<script>alert(1)</script>\n{$where: 1} 👩‍💼";

        var said = begin(coordinator, nasty).expect(201).json();

        assertThat(said.path("messages").path(0).path("text").asString()).isEqualTo(nasty);
        assertThat(coordinator
                        .post(
                                "/api/assessments/{id}/conversations",
                                Map.of("id", UUID.randomUUID(), "code", "X.9", "text", "Tidak ada"),
                                assessment)
                        .status())
                .isEqualTo(404);
    }

    private Answer begin(TestApi who, String text) {
        return begin(who, text, List.of());
    }

    private Answer begin(TestApi who, String text, List<UUID> mentions) {
        return who.post(
                "/api/assessments/{id}/conversations",
                Map.of("id", UUID.randomUUID(), "code", CODE, "text", text, "mentions", mentions),
                assessment);
    }

    private static Answer write(TestApi who, String id, String text) {
        return who.post("/api/conversations/{id}/messages", Map.of("id", UUID.randomUUID(), "text", text), id);
    }

    private static Answer move(TestApi who, Answer seen, String state) {
        return who.put("/api/conversations/{id}/state", seen.etag(), Map.of("state", state), idOf(seen));
    }

    private JsonNode onQuestion(TestApi who) {
        return who.get("/api/assessments/{id}/conversations?code={c}", assessment, CODE)
                .expect(200)
                .json();
    }

    private static JsonNode list(TestApi who, String query) {
        return who.get("/api/conversations" + query).expect(200).json();
    }

    private static int waiting(TestApi who) {
        return who.get("/api/conversations/waiting")
                .expect(200)
                .json()
                .path("waiting")
                .asInt();
    }

    private static String idOf(Answer answer) {
        return answer.json().path("id").asString();
    }

    private static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(it -> it.path(field).asString())
                .toList();
    }
}
