package id.zitrack.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Enters what happens around the evidence of one unit: activities, requests of assessors, a document that soon ends, one
 * that few may read, and one that was removed.
 */
final class Happenings {
    private static final List<String> SLOTS = List.of("INVITATION", "ATTENDANCE", "MINUTES", "PHOTOS", "REPORT");
    private static final List<String> DETAILS = List.of(
            "title",
            "docType",
            "number",
            "documentDate",
            "activityDate",
            "periodFrom",
            "periodUntil",
            "signer",
            "confidentiality",
            "note",
            "validFrom",
            "validUntil");

    private final List<Entry> all;
    private final String unitId;
    private final DemoApi.Caller coordinator;
    private final LocalDate today;
    private final Map<String, JsonNode> evidence = new HashMap<>();

    /**
     * What the demo tells of one unit.
     *
     * @param all as {@code kabupaten.yaml} lists them
     */
    Happenings(List<Entry> all, String unitId, DemoApi.Caller coordinator, LocalDate today) {
        this.all = all;
        this.unitId = unitId;
        this.coordinator = coordinator;
        this.today = today;
        if (!all.isEmpty()) {
            coordinator
                    .get("/api/evidence?unit=" + unitId + "&limit=100")
                    .path("items")
                    .forEach(it -> evidence.put(it.path("title").asString(), it));
        }
    }

    /** What happens before the sheet is handed in. */
    void beforeSubmission(String assessmentId) {
        of("activity").forEach(it -> activity(it, assessmentId));
        of("ending")
                .forEach(it -> describe(
                        it,
                        Map.of(
                                "validFrom",
                                today.minusYears(1).toString(),
                                "validUntil",
                                today.plusDays(it.number("days")).toString())));
        of("readers").forEach(it -> describe(it, Map.of("readers", List.of(personId(it.text("person"))))));
        of("removed").forEach(this::remove);
    }

    /** What happens while assessors have the sheet. */
    void duringReview(String assessmentId, DemoApi api) {
        for (var it : of("inquiry")) {
            var asked = api.as(it.text("by"))
                    .post(
                            "/api/assessments/" + assessmentId + "/inquiries",
                            Map.of(
                                    "code",
                                    it.text("code"),
                                    "text",
                                    it.text("text"),
                                    "due",
                                    today.plusDays(it.number("due")).toString()));
            if (it.has("answer")) {
                coordinator.put(
                        "/api/inquiries/" + asked.path("id").asString() + "/answer",
                        null,
                        Map.of("evidenceId", idOf(it.text("answer"))));
            }
        }
    }

    private List<Entry> of(String kind) {
        return all.stream().filter(it -> it.text("what").equals(kind)).toList();
    }

    private void activity(Entry about, String assessmentId) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("title", about.text("title"));
        body.put("date", "2026-" + about.text("date"));
        body.put("until", about.has("until") ? "2026-" + about.text("until") : null);
        body.put("place", about.text("place"));
        var made = coordinator.post("/api/activities?unit=" + unitId, body);
        var path = "/api/activities/" + made.path("id").asString();
        for (var slot : SLOTS) {
            if (about.has(slot)) {
                coordinator.put(path + "/slots/" + slot + "/" + idOf(about.text(slot)), null, Map.of());
            }
        }
        for (var code : about.texts("codes")) {
            coordinator.put(path + "/questions/" + assessmentId + "/" + code, null, Map.of());
        }
    }

    private void describe(Entry which, Map<String, Object> changes) {
        // What lies in an activity has been described since it was listed.
        var known = coordinator.get("/api/evidence/" + idOf(which.text("title")));
        var body = new LinkedHashMap<String, @Nullable Object>();
        for (var it : DETAILS) {
            body.put(it, known.path(it).isNull() ? null : known.path(it).asString());
        }
        body.putAll(changes);
        coordinator.put(
                "/api/evidence/" + known.path("id").asString(),
                known.path("revision").asString(),
                body);
    }

    private void remove(Entry which) {
        var kept = coordinator.upload(
                "/api/evidence?unit=" + unitId + "&fileName=" + DemoApi.encoded(which.text("title") + ".txt"),
                which.text("text").getBytes(StandardCharsets.UTF_8));
        coordinator.post(
                "/api/evidence/" + kept.path("id").asString() + "/removal",
                kept.path("revision").asString(),
                Map.of("reason", which.text("reason")));
    }

    private String idOf(String title) {
        var found = evidence.get(title);
        if (found == null) {
            throw new IllegalStateException("There is no evidence " + title);
        }
        return found.path("id").asString();
    }

    private String personId(String name) {
        for (var it : coordinator.get("/api/evidence/readers?unit=" + unitId)) {
            if (it.path("name").asString().equals(name)) {
                return it.path("id").asString();
            }
        }
        throw new IllegalStateException(name + " has no role on the unit");
    }
}
