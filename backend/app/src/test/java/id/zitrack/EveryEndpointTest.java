package id.zitrack;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.identity.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls every operation of the OpenAPI document without a token, as a stranger, for another unit, and with the wrong
 * role. A new endpoint is called the same way the moment it exists.
 */
@ZiTrackTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryEndpointTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Set<String> PUBLIC = Set.of("GET /api/configuration", "GET /api/downloads/{ticket}");

    /** What everybody with a role may read: themselves, the organization, and lists of what is theirs. */
    private static final Set<String> OPEN_TO_ALL_WITH_A_ROLE = Set.of(
            "GET /api/me",
            "GET /api/institution",
            "GET /api/upload-limits",
            "GET /api/units",
            "GET /api/units/{id}",
            "GET /api/periods",
            "GET /api/periods/{id}",
            "GET /api/periods/{id}/moves",
            "GET /api/periods/{periodId}/preconditions",
            "GET /api/instruments",
            "GET /api/instruments/{instrumentId}/{version}",
            "GET /api/instruments/{instrumentId}/{version}/source",
            "GET /api/instruments/{instrumentId}/{version}/file",
            "GET /api/instruments/{instrumentId}/{version}/thresholds",
            "GET /api/crosswalks",
            "GET /api/assessments",
            "GET /api/evidence",
            "GET /api/evidence/search",
            "GET /api/inquiries",
            "GET /api/conversations",
            "GET /api/conversations/waiting",
            "GET /api/findings",
            "GET /api/programmes/progress");

    /** The writes that leadership may do on a unit: they change nothing and only show what leadership may read. */
    private static final Set<String> SHOWING = Set.of(
            "POST /api/evidence/{id}/versions/{number}/ticket",
            "POST /api/assessments/{id}/dossier/tickets",
            "POST /api/assessments/{id}/what-if");

    @Autowired
    private TestPeople people;

    private List<ApiDescription.Operation> operations = List.of();
    private final Map<String, String> ids = new HashMap<>();

    @BeforeAll
    void makeSomethingOfAUnit() throws IOException {
        operations = new ApiDescription(
                        people.nobody().get("/api/openapi").expect(200).json())
                .operations();
        var unit = people.unit();
        var coordinator = people.person(unit, TestPeople.on(unit, Role.UNIT_COORDINATOR));
        var period = people.period("lke-90-2021");
        var assessment = coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", period))
                .expect(201)
                .json()
                .path("id")
                .asString();
        var evidence = coordinator
                .upload("/api/evidence?unit=" + unit + "&fileName=bukti.pdf", pdf())
                .expect(201)
                .json()
                .path("id")
                .asString();
        var activity = coordinator
                .post("/api/activities?unit={unit}", Map.of("title", "Rapat", "date", "2026-03-10"), unit)
                .expect(201)
                .json()
                .path("id")
                .asString();
        var draft = people.administrator()
                .post("/api/instrument-drafts", Map.of())
                .expect(201)
                .json()
                .path("id")
                .asString();
        var uploadFor = Map.of(
                "Tus-Resumable", "1.0.0",
                "Upload-Length", "1",
                "Upload-Metadata", metadata(unit.toString()));
        var upload = coordinator
                .send("POST", "/api/uploads", BodyPublishers.noBody(), uploadFor)
                .expect(201)
                .headers()
                .getOrDefault("location", "")
                .replaceAll(".*/", "");
        ids.put("/api/units/{id}", unit.toString());
        ids.put("/api/periods/{id}", period.toString());
        ids.put("/api/people/{id}", coordinator.personId().toString());
        ids.put("/api/assessments/{id}", assessment);
        ids.put("/api/evidence/{id}", evidence);
        ids.put("/api/uploads/{id}", upload);
        ids.put("/api/activities/{id}", activity);
        ids.put("/api/inquiries/{id}", inquiryOn(unit, coordinator));
        ids.put("/api/instrument-drafts/{id}", draft);
        var said = coordinator
                .post(
                        "/api/assessments/{id}/conversations",
                        Map.of("id", UUID.randomUUID(), "code", "A.I.1.i.a", "text", "SK?"),
                        assessment)
                .expect(201)
                .json();
        ids.put("/api/conversations/{id}", said.path("id").asString());
        ids.put("{messageId}", said.path("messages").path(0).path("id").asString());
        ids.put("/api/findings/{id}", findingOn(unit, coordinator));
        ids.put("/api/planned-work/{id}", workOf(unit, coordinator));
        ids.put("{quarter}", "1");
        ids.put("year", "2026");
        ids.put("{unitId}", unit.toString());
        ids.put("{periodId}", period.toString());
        ids.put("{preconditionId}", "bpk-opinion");
        ids.put("{assessmentId}", assessment);
        ids.put("{code}", "A.I.1.i.a");
        ids.put("{evidenceId}", evidence);
        ids.put("{slot}", "MINUTES");
        ids.put("{number}", "1");
        ids.put("{step}", "MONITOR");
        ids.put("{instrumentId}", "lke-90-2021");
        ids.put("{version}", "1");
        ids.put("{sha256}", "0".repeat(64));
        ids.put("{ticket}", "x".repeat(43));
        ids.put("unit", unit.toString());
        ids.put("period", period.toString());
        ids.put("fileName", "bukti.pdf");
        ids.put("reason", "diperbarui");
        ids.put("from", "lke-90-2021@1");
        ids.put("to", "zi-60-2012@1");
        ids.put("node", "TOTAL");
        ids.put("award", "wbk");
        ids.put("assessmentId", assessment);
        ids.put("code", "A.I.1.i.a");
    }

    /** What an assessor asks for on another sheet of the unit, one that was submitted. */
    private String inquiryOn(UUID unit, TestApi coordinator) {
        var submitted = coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", people.period("lke-90-2021")))
                .expect(201)
                .json()
                .path("id")
                .asString();
        coordinator
                .post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), submitted)
                .expect(200);
        return people.person(TestPeople.on(unit, Role.TPI_MEMBER))
                .post(
                        "/api/assessments/{id}/inquiries",
                        Map.of("code", "A.I.1.i.a", "text", "SK", "due", "2099-01-01"),
                        submitted)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    /** A finding on another sheet of the unit, one that was submitted. */
    private String findingOn(UUID unit, TestApi coordinator) {
        var submitted = coordinator
                .post("/api/assessments", Map.of("unitId", unit, "periodId", people.period("lke-90-2021")))
                .expect(201)
                .json()
                .path("id")
                .asString();
        coordinator
                .post("/api/assessments/{id}/submission", Map.of("acceptGaps", true), submitted)
                .expect(200);
        return people.person(TestPeople.on(unit, Role.TPI_LEAD))
                .post("/api/assessments/{id}/findings", Map.of("text", "Monev tidak ditindaklanjuti"), submitted)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private String workOf(UUID unit, TestApi coordinator) {
        return coordinator
                .post(
                        "/api/programmes/works?unit={unit}&year=2026",
                        Map.of("title", "Monev", "quarters", List.of(1), "person", "Kasubag"),
                        unit)
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    @Test
    void theDocumentListsTheEndpoints() {
        assertThat(operations).hasSizeGreaterThan(30);
        assertThat(operations.stream()
                        .filter(ApiDescription.Operation::isPublic)
                        .map(Object::toString))
                .containsExactlyInAnyOrderElementsOf(PUBLIC);
    }

    @Test
    void withoutATokenNothingOpens() {
        var nobody = people.nobody();

        var wrong = findings(operations, it -> {
            var status = call(nobody, it).status();
            return PUBLIC.contains(it.toString()) ? status == 200 || status == 404 : status == 401;
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void aValidTokenOfAStrangerOpensNothing() {
        var stranger = people.stranger();

        var wrong = findings(notPublic(), it -> isRefusal(it, call(stranger, it).status()));

        assertThat(wrong).isEmpty();
    }

    @Test
    void anotherUnitsThingsStayClosed() {
        var elsewhere = people.unit();
        var coordinator = people.person(
                elsewhere, TestPeople.on(elsewhere, Role.UNIT_COORDINATOR), TestPeople.on(elsewhere, Role.LEADERSHIP));

        var wrong = findings(notPublic(), it -> {
            var status = call(coordinator, it).status();
            return OPEN_TO_ALL_WITH_A_ROLE.contains(it.toString()) || isRefusal(it, status) || isOwnList(it, status);
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void leadershipOfTheUnitChangesNothing() {
        var leader = people.person(TestPeople.on(UUID.fromString(ids.get("{unitId}")), Role.LEADERSHIP));

        var wrong = findings(
                notPublic().stream().filter(ApiDescription.Operation::isWrite).toList(),
                it -> SHOWING.contains(it.toString())
                        || isRefusal(it, call(leader, it).status()));

        assertThat(wrong).isEmpty();
    }

    @Test
    void coordinatorOfTheUnitDoesNotAdministerOrJudge() {
        var coordinator = people.person(TestPeople.on(UUID.fromString(ids.get("{unitId}")), Role.UNIT_COORDINATOR));
        var others = notPublic().stream()
                .filter(ApiDescription.Operation::isWrite)
                .filter(it -> it.path().contains("/review")
                        || it.path().startsWith("/api/people")
                        || it.path().startsWith("/api/units")
                        || it.path().startsWith("/api/periods")
                        || it.path().startsWith("/api/institution")
                        || it.path().startsWith("/api/instrument"))
                .toList();

        assertThat(others).hasSizeGreaterThan(10);
        assertThat(findings(others, it -> isRefusal(it, call(coordinator, it).status())))
                .isEmpty();
    }

    private interface Check {
        boolean holds(ApiDescription.Operation operation);
    }

    private static List<String> findings(List<ApiDescription.Operation> operations, Check check) {
        return operations.stream()
                .filter(it -> !check.holds(it))
                .map(Object::toString)
                .toList();
    }

    private List<ApiDescription.Operation> notPublic() {
        return operations.stream().filter(it -> !PUBLIC.contains(it.toString())).toList();
    }

    /**
     * A body that the test made up may be refused before the caller is: what counts is that nothing is done. Without a
     * body, the refusal is about the caller.
     */
    private static boolean isRefusal(ApiDescription.Operation operation, int status) {
        return status == 403 || status == 404 || operation.body() != null && (status == 400 || status == 409);
    }

    /** Lists answer with what is the caller's; for somebody of another unit that is nothing of this one. */
    private static boolean isOwnList(ApiDescription.Operation operation, int status) {
        return Set.of("GET /api/reviews", "GET /api/readiness", "GET /api/readiness/late", "GET /api/kept-evidence")
                        .contains(operation.toString())
                && status == 200;
    }

    private TestApi.Answer call(TestApi caller, ApiDescription.Operation operation) {
        var headers = new HashMap<String, String>();
        headers.put("If-Match", "\"0\"");
        if (operation.path().equals("/api/uploads")) {
            headers.put("Upload-Metadata", metadata(String.valueOf(ids.get("{unitId}"))));
        }
        var isUpload = operation.body() == null
                && operation.isWrite()
                && operation.path().startsWith("/api/evidence");
        headers.put("Content-Type", isUpload ? "application/octet-stream" : "application/json");
        return caller.send(
                operation.method(),
                filled(operation),
                operation.body() == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(JSON.writeValueAsString(operation.body())),
                headers);
    }

    private String filled(ApiDescription.Operation operation) {
        var path = operation.path();
        for (var known : ids.entrySet()) {
            if (known.getKey().startsWith("/") && path.startsWith(known.getKey())) {
                path = known.getKey().replace("{id}", known.getValue())
                        + path.substring(known.getKey().length());
            }
        }
        for (var known : ids.entrySet()) {
            path = path.replace(known.getKey().startsWith("{") ? known.getKey() : "\0", known.getValue());
        }
        assertThat(path)
                .as("this test knows an id for every variable of %s", operation)
                .doesNotContain("{");
        var query = new ArrayList<String>();
        for (var parameter : operation.queryParameters()) {
            assertThat(ids)
                    .as("this test knows a value for %s of %s", parameter, operation)
                    .containsKey(parameter);
            query.add(parameter + "=" + ids.get(parameter));
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    /** The unit of a resumable upload stands in a header. */
    private static String metadata(String unit) {
        return "filename YQ==,unit " + Base64.getEncoder().encodeToString(unit.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] pdf() throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
