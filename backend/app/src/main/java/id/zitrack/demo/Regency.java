package id.zitrack.demo;

import id.zitrack.demo.Documents.Document;
import id.zitrack.embedded.LocalAccounts;
import id.zitrack.identity.FirstAdministrator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Enters the regency of the demo: who works where, what they answered, proved and judged. */
final class Regency {
    private static final int AT_ONCE = 3;

    private final Entry regency = new Entry((Map<?, ?>) Entry.read("kabupaten.yaml"));
    private final List<Entry> papers = Entry.entries(Entry.read("bukti.yaml"));
    private final DemoApi api;
    private final FirstAdministrator administrator;
    private final LocalAccounts accounts;
    private final Clock clock;
    private final Map<String, String> units = new HashMap<>();
    private final Map<String, String> periods = new HashMap<>();
    private final Map<String, AnswerSheet> sheets = new HashMap<>();
    private final Map<String, String> coordinators = new HashMap<>();
    private final Map<String, Integer> years = new HashMap<>();
    private final Together together;
    private final AtomicInteger files = new AtomicInteger();

    Regency(DemoApi api, FirstAdministrator administrator, LocalAccounts accounts, Clock clock) {
        this.api = api;
        this.administrator = administrator;
        this.accounts = accounts;
        this.clock = clock;
        this.together = new Together(api, clock);
    }

    /** Enters everything and tells how many files of evidence there are. */
    int fill() {
        say("mengisi instansi, unit kerja, dan orang");
        institution();
        units();
        periods();
        people();
        preconditions();
        say("mengisi penilaian dan bukti");
        var done = new AtomicInteger();
        var busy = regency.entries("units").stream()
                .filter(it -> !it.entries("assessments").isEmpty())
                .toList();
        var workers = Executors.newFixedThreadPool(AT_ONCE, task -> {
            var worker = new Thread(task, "demo-unit");
            worker.setDaemon(true);
            return worker;
        });
        try {
            var tasks = new ArrayList<Future<?>>();
            for (var unit : busy) {
                tasks.add(workers.submit(() -> {
                    work(unit);
                    say(unit.text("name") + " (" + done.incrementAndGet() + " dari " + busy.size() + ")");
                }));
            }
            for (var task : tasks) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            workers.shutdownNow();
        }
        return files.get();
    }

    private static void say(String what) {
        System.out.println("Peragaan: " + what);
    }

    private String email(Entry person) {
        return person.text("username") + "@contohkab.go.id";
    }

    private void institution() {
        var first = regency.entries("people").get(0);
        var institution = regency.entry("institution");
        administrator.create(institution.text("name"), first.text("name"), email(first), first.text("username"));
        account(first, 0);
        var admin = api.as(first.text("username"));
        var known = admin.get("/api/institution");
        admin.put(
                "/api/institution",
                known.path("revision").asString(),
                Map.of(
                        "name", institution.text("name"),
                        "kind", institution.text("kind"),
                        "address", institution.text("address")));
    }

    private DemoApi.Caller admin() {
        return api.as(regency.entries("people").get(0).text("username"));
    }

    private void account(Entry person, int order) {
        if (person.has("says")) {
            accounts.openForDemo(
                    person.text("username"),
                    person.text("name"),
                    email(person),
                    regency.text("password"),
                    person.text("says"),
                    order);
        }
    }

    private void units() {
        for (var unit : regency.entries("units")) {
            var body = new LinkedHashMap<String, @Nullable Object>();
            body.put("parentId", unit.has("parent") ? units.get(unit.text("parent")) : null);
            body.put("name", unit.text("name"));
            body.put("shortName", unit.text("short"));
            body.put("kind", unit.text("kind"));
            body.put("active", true);
            units.put(
                    unit.text("id"), admin().post("/api/units", body).path("id").asString());
        }
    }

    private void periods() {
        var today = LocalDate.now(clock);
        for (var period : regency.entries("periods")) {
            var instrument = period.text("instrument");
            var body = new LinkedHashMap<String, @Nullable Object>();
            body.put("name", period.text("name"));
            body.put("year", period.number("year"));
            body.put("instrumentId", instrument);
            body.put("instrumentVersion", "1");
            var moved = period.entry("moved");
            body.put("opensOn", day(today, period, "opens"));
            body.put("unitDeadline", day(today, moved.has("unit") ? moved : period, "unit"));
            body.put("reviewDeadline", day(today, period, "review"));
            body.put("nominationDeadline", day(today, period, "nomination"));
            body.put("rounds", rounds(today, period));
            body.put("repairDays", period.has("repair") ? period.number("repair") : null);
            body.put("repairInWorkingDays", true);
            body.put("appealFrom", day(today, period.entry("appeal"), "from"));
            body.put("appealUntil", day(today, period.entry("appeal"), "until"));
            body.put("withController", period.is("controller"));
            var id = admin().post("/api/periods", body).path("id").asString();
            periods.put(period.text("id"), id);
            calendar(today, period, id);
            years.put(period.text("id"), period.number("year"));
            sheets.put(
                    period.text("id"), new AnswerSheet(regency, admin().get("/api/instruments/" + instrument + "/1")));
        }
    }

    private static @Nullable String day(LocalDate today, Entry entry, String key) {
        return entry.has(key) ? today.plusDays(entry.number(key)).toString() : null;
    }

    private static List<Map<String, @Nullable String>> rounds(LocalDate today, Entry period) {
        var rounds = new ArrayList<Map<String, @Nullable String>>();
        for (var round : period.entries("rounds")) {
            var body = new LinkedHashMap<String, @Nullable String>();
            body.put("name", round.text("name"));
            body.put("from", day(today, round, "from"));
            body.put("until", day(today, round, "until"));
            rounds.add(body);
        }
        return rounds;
    }

    /** What was moved by letter, and who got more time. */
    private void calendar(LocalDate today, Entry period, String id) {
        var moved = period.entry("moved");
        if (moved.has("unit")) {
            var body = letter(moved, today);
            body.put("entry", "UNIT_DEADLINE");
            body.put("until", day(today, period, "unit"));
            admin().post("/api/periods/" + id + "/moves", revision("/api/periods/" + id), body);
        }
        for (var extension : period.entries("extensions")) {
            var body = letter(extension, today);
            body.put("unitId", at(units, extension.text("unit")));
            body.put("until", day(today, extension, "until"));
            admin().post("/api/periods/" + id + "/extensions", revision("/api/periods/" + id), body);
        }
    }

    private static Map<String, @Nullable Object> letter(Entry entry, LocalDate date) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("letterNumber", entry.text("number").replace("{year}", String.valueOf(date.getYear())));
        body.put("letterDate", date.toString());
        body.put("reason", entry.has("reason") ? entry.text("reason") : null);
        return body;
    }

    private String revision(String path) {
        return admin().get(path).path("revision").asString();
    }

    private void people() {
        int order = 0;
        for (var person : regency.entries("people")) {
            var body = new LinkedHashMap<String, @Nullable Object>();
            body.put("name", person.text("name"));
            body.put("email", email(person));
            body.put("username", person.text("username"));
            body.put("active", true);
            body.put("homeUnitId", person.has("home") ? units.get(person.text("home")) : null);
            var roles = new ArrayList<Map<String, @Nullable Object>>();
            for (var role : person.entries("roles")) {
                roles.add(role(role.text("role"), role.has("unit") ? role.text("unit") : null, role.texts("areas")));
                if (role.text("role").equals("UNIT_COORDINATOR")) {
                    coordinators.put(role.text("unit"), person.text("username"));
                }
            }
            if (roles.isEmpty()) {
                roles.add(role("UNIT_COORDINATOR", person.text("home"), List.of()));
                coordinators.put(person.text("home"), person.text("username"));
            }
            body.put("roles", roles);
            if (order == 0) {
                var id = admin().get("/api/me").path("id").asString();
                var known = admin().get("/api/people/" + id);
                admin().put("/api/people/" + id, known.path("revision").asString(), body);
            } else {
                admin().post("/api/people", body);
                if (person.has("says")) {
                    account(person, order);
                } else {
                    accounts.invite(person.text("username"), person.text("name"), email(person));
                }
            }
            order++;
        }
    }

    private void preconditions() {
        var all = regency.entry("preconditions");
        var period = all.text("period");
        var path = "/api/periods/" + at(periods, period) + "/preconditions/";
        for (var it : all.entries("institution")) {
            record(path + "institution/", it, it.text("value"));
        }
        for (var unit : regency.entries("units")) {
            var name = unit.text("id");
            if (unit.entries("assessments").stream()
                    .noneMatch(it -> it.text("period").equals(period))) {
                continue;
            }
            for (var it : all.entries("units")) {
                if (!it.texts("blank").contains(name)) {
                    record(
                            path + "units/" + at(units, name) + "/",
                            it,
                            it.entry("others").text(name, it.text("value")));
                }
            }
        }
    }

    private void record(String path, Entry precondition, String value) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("value", value);
        body.put("number", precondition.has("number") ? precondition.text("number") : null);
        body.put("note", precondition.has("note") ? precondition.text("note") : null);
        admin().put(path + precondition.text("id"), "0", body);
    }

    private Map<String, @Nullable Object> role(String role, @Nullable String unit, List<String> areas) {
        var held = new LinkedHashMap<String, @Nullable Object>();
        held.put("role", role);
        held.put("unitId", unit == null ? null : units.get(unit));
        held.put("areas", areas);
        return held;
    }

    private static String at(Map<String, String> ids, String key) {
        var id = ids.get(key);
        if (id == null) {
            throw new IllegalStateException("There is no " + key);
        }
        return id;
    }

    private void work(Entry unit) {
        var name = unit.text("id");
        var coordinator = api.as(at(coordinators, name));
        var random = new Random(name.hashCode());
        Map<String, String> assessments = new LinkedHashMap<>();
        Map<String, Map<String, String>> answered = new HashMap<>();
        for (var wanted : unit.entries("assessments")) {
            var period = wanted.text("period");
            var id = coordinator
                    .post("/api/assessments", Map.of("unitId", at(units, name), "periodId", at(periods, period)))
                    .path("id")
                    .asString();
            assessments.put(period, id);
            var sheet = sheet(period);
            var answers = sheet.filled(wanted.text("level"), wanted.share("filled"), random);
            coordinator.patch("/api/assessments/" + id + "/answers", Map.of("answers", answers));
            var values = new LinkedHashMap<String, String>();
            answers.forEach(it -> values.put(String.valueOf(it.get("code")), String.valueOf(it.get("value"))));
            answered.put(period, values);
        }
        evidence(unit, coordinator, assessments);
        var happenings = new Happenings(unit.entries("happenings"), at(units, name), coordinator, LocalDate.now(clock));
        var main = unit.entries("assessments").get(0).text("period");
        happenings.beforeSubmission(at(assessments, main));
        for (var wanted : unit.entries("assessments")) {
            var period = wanted.text("period");
            move(
                    wanted,
                    coordinator,
                    at(assessments, period),
                    sheet(period),
                    answered.getOrDefault(period, Map.of()),
                    random);
        }
        happenings.duringReview(at(assessments, main), api);
        together.enter(new Together.Unit(name, at(units, name), at(coordinators, name), assessments), periods, years);
    }

    private AnswerSheet sheet(String period) {
        var sheet = sheets.get(period);
        if (sheet == null) {
            throw new IllegalStateException("There is no period " + period);
        }
        return sheet;
    }

    private void evidence(Entry unit, DemoApi.Caller coordinator, Map<String, String> assessments) {
        var documents = new Documents(
                regency.entry("institution").text("name"),
                unit,
                regency.entries("units").indexOf(unit));
        for (int i = 0; i < papers.size(); i++) {
            var paper = papers.get(i);
            Map<String, List<String>> links = new LinkedHashMap<>();
            for (var wanted : unit.entries("assessments")) {
                var codes = paper.texts(wanted.text("period").equals("zi") ? "zi" : "codes");
                if (!codes.isEmpty() && isWanted(wanted, codes)) {
                    links.put(wanted.text("period"), codes);
                }
            }
            if (!links.isEmpty()) {
                keep(documents.write(paper, i), unit, coordinator, assessments, links);
            }
        }
    }

    /** Whether an assessment is proved with a paper: all, those for the checklist, or those of some branches. */
    private static boolean isWanted(Entry assessment, List<String> codes) {
        var wanted = assessment.value("evidence");
        if (wanted instanceof List<?> branches) {
            return branches.stream().anyMatch(it -> codes.stream().anyMatch(code -> code.startsWith(it + ".")));
        }
        return wanted != null;
    }

    private void keep(
            Document document,
            Entry unit,
            DemoApi.Caller coordinator,
            Map<String, String> assessments,
            Map<String, List<String>> links) {
        var kept = coordinator.upload(
                "/api/evidence?unit=" + at(units, unit.text("id")) + "&fileName="
                        + DemoApi.encoded(document.fileName()),
                document.bytes());
        var id = kept.path("id").asString();
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("title", document.spec().text("title"));
        body.put("docType", document.docType());
        body.put("number", document.number().isEmpty() ? null : document.number());
        body.put("documentDate", document.date().toString());
        body.put("activityDate", isActivity(document) ? document.date().toString() : null);
        var about = isInForce(document) ? "valid" : "period";
        body.put(about + "From", document.date().getYear() + "-01-01");
        body.put(about + "Until", document.date().getYear() + "-12-31");
        body.put("signer", unit.text("leader"));
        body.put("confidentiality", document.spec().is("secret") ? "secret" : "internal");
        body.put("note", null);
        coordinator.put("/api/evidence/" + id, kept.path("revision").asString(), body);
        links.forEach((period, codes) -> {
            for (var code : codes) {
                coordinator.put(
                        "/api/evidence/" + id + "/links/" + at(assessments, period) + "/" + code, null, Map.of());
            }
        });
        files.incrementAndGet();
    }

    /** A decree holds for a time; a report tells about one. */
    private static boolean isInForce(Document document) {
        return List.of("decree", "sop").contains(document.docType());
    }

    private static boolean isActivity(Document document) {
        return List.of("minutes", "attendance", "photo", "invitation").contains(document.docType());
    }

    private void move(
            Entry wanted,
            DemoApi.Caller coordinator,
            String id,
            AnswerSheet sheet,
            Map<String, String> answers,
            Random random) {
        var stage = wanted.text("stage");
        if (stage.equals("draft")) {
            return;
        }
        coordinator.post("/api/assessments/" + id + "/submission", Map.of("acceptGaps", true));
        if (stage.equals("submitted")) {
            return;
        }
        var review = "/api/assessments/" + id + "/review";
        boolean whole = !stage.equals("review");
        var member = api.as(random.nextBoolean() ? "budi" : "rina");
        var lead = api.as("dewi");
        int disputes = wanted.text("level").equals("ready") ? 3 : 8;
        var codes = new ArrayList<>(answers.keySet());
        var doubted = new ArrayList<String>();
        for (int i = 0; i < codes.size() && doubted.size() < disputes; i += 1 + random.nextInt(9)) {
            var code = codes.get(i);
            var lower = sheet.lower(code, answers.getOrDefault(code, ""));
            if (lower != null) {
                doubted.add(code);
                judge(member, review, code, lower, any("remarks", random));
            }
        }
        for (int i = 0; i < 4; i++) {
            var code = codes.get(random.nextInt(codes.size()));
            if (!doubted.contains(code)) {
                doubted.add(code);
                judge(member, review, code, answers.getOrDefault(code, ""), any("agreement", random));
            }
        }
        member.post(
                review + "/agreement",
                whole
                        ? Map.of()
                        : Map.of(
                                "codes",
                                codes.subList(0, codes.size() * 3 / 5).stream()
                                        .filter(it -> !doubted.contains(it))
                                        .toList()));
        var first = doubted.get(0);
        judge(
                lead,
                review,
                first,
                answers.getOrDefault(first, ""),
                "Setelah klarifikasi dengan unit, bukti dinilai cukup.");
        switch (stage) {
            case "returned" -> {
                for (int i = 1; i < 4; i++) {
                    lead.put(review + "/marks/" + doubted.get(i), null, Map.of("reason", any("reasons", random)));
                }
                lead.post(
                        review + "/return",
                        Map.of(
                                "message",
                                "Mohon lengkapi bukti pada butir yang ditandai.",
                                "due",
                                LocalDate.now(clock).plusDays(10).toString()));
            }
            case "lead" -> step(member, id, "HAND_TO_LEAD", Map.of());
            case "controller" -> step(lead, id, "HAND_TO_CONTROLLER", Map.of());
            case "accepted" -> lead.post(review + "/acceptance", Map.of());
            case "closed" -> {
                close(wanted, lead, id, review);
                record(wanted, id);
            }
            default -> {}
        }
    }

    private void close(Entry wanted, DemoApi.Caller lead, String id, String review) {
        var controller = api.as("hasan");
        boolean withController = regency.entries("periods").stream()
                .anyMatch(it -> it.text("id").equals(wanted.text("period")) && it.is("controller"));
        if (withController) {
            step(lead, id, "HAND_TO_CONTROLLER", Map.of());
            controller.post(review + "/acceptance", Map.of());
        } else {
            lead.post(review + "/acceptance", Map.of());
        }
        controller.post(review + "/closing", Map.of());
    }

    /** What came after closing, each step by its letter. */
    private void record(Entry wanted, String id) {
        var today = LocalDate.now(clock);
        for (var name : wanted.texts("steps")) {
            var words = regency.entry("letters").entry(name);
            var body = letter(words, today);
            if (name.equals("NOMINATE")) {
                body.put("award", "wbk");
            }
            if (words.has("result")) {
                body.put("year", today.getYear());
                body.put("result", words.text("result"));
            }
            step(admin(), id, name, body);
        }
    }

    private static void step(DemoApi.Caller person, String id, String name, Map<String, ?> body) {
        var path = "/api/assessments/" + id + "/steps";
        person.post(path + "/" + name, person.get(path).path("revision").asString(), body);
    }

    private String any(String key, Random random) {
        var texts = regency.texts(key);
        return texts.get(random.nextInt(texts.size()));
    }

    private static JsonNode judge(DemoApi.Caller person, String review, String code, String value, String remark) {
        return person.put(review + "/verdicts/" + code, "0", Map.of("value", value, "remark", remark));
    }
}
