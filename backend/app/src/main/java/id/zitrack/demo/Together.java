package id.zitrack.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Enters what unit and assessors do together: conversations, findings with plans, and the plan of the year. */
final class Together {
    private static final String LEAD = "dewi";

    private final Entry all = new Entry((Map<?, ?>) Entry.read("bersama.yaml"));
    private final DemoApi api;
    private final Clock clock;

    Together(DemoApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /**
     * A unit of the demo whose sheets are where they should be.
     *
     * @param assessments by name of the period
     */
    record Unit(String name, String id, String coordinator, Map<String, String> assessments) {
        String assessment(Entry about) {
            var id = assessments.get(about.text("period"));
            if (id == null) {
                throw new IllegalStateException(name + " has no sheet in " + about.text("period"));
            }
            return id;
        }
    }

    /**
     * Enters everything about a unit.
     *
     * @param periods ids by name
     * @param years by name of the period
     */
    void enter(Unit unit, Map<String, String> periods, Map<String, Integer> years) {
        of(unit, "conversations").forEach(it -> talk(unit, it));
        of(unit, "findings").forEach(it -> find(unit, it));
        for (var programme : of(unit, "programmes")) {
            var period = programme.text("period");
            programme.entries("works").forEach(it -> plan(unit, it, periods.get(period), years.get(period)));
        }
    }

    private List<Entry> of(Unit unit, String kind) {
        return all.entries(kind).stream()
                .filter(it -> it.text("unit").equals(unit.name()))
                .toList();
    }

    private void talk(Unit unit, Entry conversation) {
        var sheet = "/api/assessments/" + unit.assessment(conversation);
        var code = conversation.text("code");
        var first = conversation.entries("messages").get(0);
        var asker = api.as(first.text("by"));
        var people = asker.get(sheet + "/participants?code=" + code);
        var begun = asker.post(sheet + "/conversations", message(first, people, code));
        var path = "/api/conversations/" + begun.path("id").asString();
        var last = begun;
        for (var answer : conversation.entries("messages").stream().skip(1).toList()) {
            last = api.as(answer.text("by")).post(path + "/messages", message(answer, people, null));
        }
        if (conversation.is("done")) {
            asker.put(path + "/state", last.path("revision").asString(), Map.of("state", "DONE"));
        }
    }

    /** Names after an @ are mentioned, as on the screen. */
    private static Map<String, Object> message(Entry said, JsonNode people, @Nullable String code) {
        var text = said.text("text");
        var body = new LinkedHashMap<String, Object>();
        body.put("id", UUID.randomUUID().toString());
        body.put("text", text);
        body.put(
                "mentions",
                StreamSupport.stream(people.spliterator(), false)
                        .filter(it -> text.contains("@" + it.path("name").asString()))
                        .map(it -> it.path("id").asString())
                        .toList());
        if (code != null) {
            body.put("code", code);
        }
        return body;
    }

    private void find(Unit unit, Entry finding) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        for (var field : List.of("code", "text", "recommendation", "severity")) {
            body.put(field, finding.value(field));
        }
        var made = api.as(LEAD).post("/api/assessments/" + unit.assessment(finding) + "/findings", body);
        if (!finding.has("plan")) {
            return;
        }
        var plan = finding.entry("plan");
        var path = "/api/findings/" + made.path("id").asString();
        var planned = new LinkedHashMap<String, @Nullable Object>();
        planned.put("action", plan.text("action"));
        planned.put("owner", plan.text("owner"));
        planned.put("due", LocalDate.now(clock).plusDays(plan.number("due")).toString());
        planned.put("progress", plan.value("progress"));
        planned.put("done", plan.is("done"));
        var answered = api.as(unit.coordinator())
                .put(path + "/plan", made.path("revision").asString(), planned);
        if (finding.is("confirmed")) {
            api.as(LEAD).post(path + "/confirmation", answered.path("revision").asString(), Map.of());
        }
    }

    private void plan(Unit unit, Entry work, @Nullable String period, @Nullable Integer year) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        for (var field : List.of("title", "area", "quarters", "month", "person", "codes", "output")) {
            body.put(field, work.value(field));
        }
        body.put("periodId", period);
        var coordinator = api.as(unit.coordinator());
        var made = coordinator.post("/api/programmes/works?unit=" + unit.id() + "&year=" + year, body);
        var path = "/api/planned-work/" + made.path("id").asString() + "/quarters/";
        var last = made;
        for (var quarter : work.texts("done")) {
            last = coordinator.put(path + quarter, last.path("revision").asString(), Map.of("done", true));
        }
    }
}
