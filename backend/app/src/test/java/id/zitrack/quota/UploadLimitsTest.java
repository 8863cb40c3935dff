package id.zitrack.quota;

import static id.zitrack.TestPeople.everywhere;
import static id.zitrack.TestPeople.on;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.TestApi;
import id.zitrack.TestApi.Answer;
import id.zitrack.TestPeople;
import id.zitrack.ZiTrackTest;
import id.zitrack.identity.Role;
import id.zitrack.inspection.FileType;
import id.zitrack.inspection.SampleFiles;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ZiTrackTest
class UploadLimitsTest {
    @Autowired
    private TestPeople people;

    @Autowired
    private LimitingUploads limiting;

    private UUID unit;
    private TestApi coordinator;

    @BeforeEach
    void aUnit() {
        unit = people.unit();
        coordinator = people.person(on(unit, Role.UNIT_COORDINATOR));
    }

    /** All tests share the institution. */
    @AfterEach
    void noLimits() {
        limit(null, null, limits().path("allTypes")).expect(200);
    }

    @Test
    void withoutLimitsThoseOfTheInstallationHold() {
        var limits = limits();

        assertThat(limits.path("maxFileBytes").isNull()).isTrue();
        assertThat(limits.path("largestFileBytes").asLong()).isEqualTo(100_000_000L);
        assertThat(limits.path("maxTotalBytes").isNull()).isTrue();
        assertThat(limits.path("types")).isEqualTo(limits.path("allTypes"));
        assertThat(limits.path("types").size()).isEqualTo(FileType.values().length);
    }

    @Test
    void aFileAboveTheInstitutionsLimitIsRefusedBeforeItsFirstByte() throws IOException {
        limit(1_000L, null, List.of("txt", "pdf")).expect(200);

        var declared = announce(1_001);
        var allowed = upload("a.txt", "x".repeat(1_000));

        assertThat(declared).startsWith("HTTP/1.1 413").contains("too-large").contains("\"limit\":1000");
        allowed.expect(201);
    }

    @Test
    void aTypeTheInstitutionDoesNotTakeIsRefused() {
        limit(null, null, List.of("pdf")).expect(200);

        var refused = upload("a.txt", "catatan " + unit);

        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.problem()).isEqualTo("type-refused");
        assertThat(refused.json().path("reason").asString()).isEqualTo("not-accepted-here");
        coordinator
                .upload("/api/evidence?unit={unit}&fileName=a.pdf", SampleFiles.pdf("ya " + unit), unit)
                .expect(201);
    }

    @Test
    void aFullInstitutionTakesNothingMoreAndSaysSoBeforeTheFirstByte() throws IOException {
        upload("a.txt", "isi " + unit).expect(201);
        long used = limits().path("usedBytes").asLong();
        limit(null, used + 100, limits().path("allTypes")).expect(200);

        upload("b.txt", "y".repeat(60) + unit.toString().substring(0, 4)).expect(201);
        var declared = announce(37);
        var chunked = coordinator.send(
                "POST",
                "/api/evidence?unit=" + unit + "&fileName=c.txt",
                java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(("z".repeat(60) + unit).getBytes(UTF_8))),
                Map.of());

        assertThat(declared).startsWith("HTTP/1.1 413").contains("no-room-left").contains("\"limit\":" + (used + 100));
        assertThat(chunked.problem()).isEqualTo("no-room-left");
    }

    @Test
    void whatIsUsedIsCountedAndCountedAnewAtEachStart() {
        long before = limits().path("usedBytes").asLong();
        var id = upload("a.txt", "0123456789 " + unit)
                .expect(201)
                .json()
                .path("id")
                .asString();
        upload("a.txt", "0123456789 " + unit).expect(200);
        coordinator
                .upload("/api/evidence/{id}/versions?fileName=b.txt", ("0123456789012345 " + unit).getBytes(UTF_8), id)
                .expect(201);
        long counted = limits().path("usedBytes").asLong();

        limiting.countAnew();

        assertThat(counted - before).isEqualTo(11 + 17 + 2 * 36);
        assertThat(limits().path("usedBytes").asLong()).isEqualTo(counted);
    }

    @Test
    void onlyAdministratorsSetLimitsAndNobodyOverwritesAnother() {
        var seen = people.administrator().get("/api/upload-limits").expect(200);
        var leader = people.person(everywhere(Role.LEADERSHIP));

        for (var other : List.of(coordinator, leader)) {
            other.get("/api/upload-limits").expect(200);
            assertThat(other.put("/api/upload-limits", seen.etag(), body(1_000L, null, List.of("pdf")))
                            .status())
                    .isEqualTo(403);
        }
        var administrator = people.administrator();
        administrator
                .put("/api/upload-limits", seen.etag(), body(5_000L, null, List.of("pdf")))
                .expect(200);
        var late = administrator.put("/api/upload-limits", seen.etag(), body(6_000L, null, List.of("pdf")));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().path("current").path("maxFileBytes").asLong()).isEqualTo(5_000);
        assertThat(administrator
                        .put("/api/upload-limits", null, body(1L, null, List.of("pdf")))
                        .problem())
                .isEqualTo("if-match-required");
    }

    @Test
    void limitsThatMakeNoSenseAreRefused() {
        for (var wrong : List.of(
                body(0L, null, List.of("pdf")),
                body(100_000_000L + 1, null, List.of("pdf")),
                body(null, -1L, List.of("pdf")),
                body(null, null, List.of()),
                body(null, null, List.of("exe")))) {
            var etag = people.administrator().get("/api/upload-limits").etag();
            assertThat(people.administrator()
                            .put("/api/upload-limits", etag, wrong)
                            .problem())
                    .as(wrong.toString())
                    .isEqualTo("invalid-request");
        }
    }

    @Test
    void withoutAScannerNothingWaitsAndNothingIsJudgedAgain() {
        var administrator = people.administrator();

        var checks = administrator.get("/api/file-checks").expect(200).json();

        assertThat(checks.path("scanner").asString()).isEqualTo("OFF");
        assertThat(checks.path("waiting").asInt()).isZero();
        administrator.post("/api/file-checks/release", null).expect(200);
        assertThat(coordinator.get("/api/file-checks").status()).isEqualTo(403);
    }

    private JsonNode limits() {
        return people.administrator().get("/api/upload-limits").expect(200).json();
    }

    private Answer limit(@Nullable Long file, @Nullable Long total, Object types) {
        var etag = people.administrator().get("/api/upload-limits").etag();
        return people.administrator().put("/api/upload-limits", etag, body(file, total, types));
    }

    private static Map<String, Object> body(@Nullable Long file, @Nullable Long total, Object types) {
        var body = new LinkedHashMap<String, Object>();
        body.put("maxFileBytes", file);
        body.put("maxTotalBytes", total);
        body.put("types", types);
        return body;
    }

    private Answer upload(String name, String text) {
        return coordinator.upload("/api/evidence?unit={unit}&fileName={name}", text.getBytes(UTF_8), unit, name);
    }

    /** What the server answers to somebody who only says how large the file is. */
    private String announce(long size) throws IOException {
        var origin = URI.create(people.origin());
        try (var socket = new Socket(origin.getHost(), origin.getPort())) {
            var head = "POST /api/evidence?unit=" + unit + "&fileName=a.txt HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: Bearer " + coordinator.token() + "\r\nContent-Length: " + size
                    + "\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
