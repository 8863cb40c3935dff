package id.zitrack.bench.workflow;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import id.zitrack.bench.running.Application;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.slf4j.LoggerFactory;

/**
 * Five hundred people at work at once on the embedded parts: 300 coordinators of 60 units that fill their sheets, 180
 * assessors of 20 submitted sheets, 20 leaders. Each does something every four seconds on average. Afterwards everything
 * that somebody was told is stored is looked for. The same shares of work go straight to the bare stores for comparison.
 *
 * <p>Coordinators: 45 % answer, 25 % read the sheet, 10 % read the list of evidence, 10 % upload 20 to 100 KB, 10 % read
 * their sheets. Assessors: 45 % judge, 35 % read the sheet in review, 20 % read the queue. Leaders: 60 % all units, 40 %
 * one unit.
 */
public final class Main {
    private static final int FILLING = 60;
    private static final int COORDINATORS = 5;
    private static final int SUBMITTED = 20;
    private static final int ASSESSORS = 9;
    private static final int LEADERS = 20;

    private final Application application;
    private final List<Map.Entry<String, String>> answers;
    private final List<Coordinator> coordinators = new ArrayList<>();
    private final List<Assessor> assessors = new ArrayList<>();
    private final List<Leader> leaders = new ArrayList<>();

    private Main(Application application, List<Map.Entry<String, String>> answers) {
        this.application = application;
        this.answers = answers;
    }

    public static void main(String[] arguments) throws Exception {
        var data = Files.createTempDirectory("zitrack-ukur");
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        System.out.printf(
                "Alur kerja, Java %s, %d inti%n%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        try (var application = new Application(data, "1g")) {
            var main = new Main(application, answers(Path.of(arguments[0])));
            main.prepare();
            var own = main.people();
            var bare = main.bare();
            main.compare(own, bare);
            if (!main.everythingIsThere() || !own.errors.isEmpty()) {
                System.exit(1);
            }
        } finally {
            delete(data);
        }
    }

    private static List<Map.Entry<String, String>> answers(Path home) throws IOException {
        try (var lines = Files.lines(home.resolve("docs/examples/lke-90-2021-lengkap.csv"))) {
            return lines.skip(1)
                    .map(it -> it.split(",", 2))
                    .map(it -> Map.entry(it[0], it[1].replace("\"", "")))
                    .toList();
        }
    }

    // ---- Before

    private void prepare() throws Exception {
        var period = application.period();
        for (int i = 0; i < FILLING; i++) {
            var unit = application.unit("Unit " + i);
            var names = people("koordinator" + i + "-", "UNIT_COORDINATOR", unit, COORDINATORS);
            var assessment = begin(application.as(names.get(0)), unit, period);
            for (int part = 0; part < COORDINATORS; part++) {
                coordinators.add(
                        new Coordinator(application.as(names.get(part)), unit, assessment, partOf(part, COORDINATORS)));
            }
        }
        for (int i = 0; i < SUBMITTED; i++) {
            var unit = application.unit("Unit terkirim " + i);
            var coordinator = application.as(people("pengirim" + i + "-", "UNIT_COORDINATOR", unit, 1).get(0));
            var assessment = begin(coordinator, unit, period);
            submit(coordinator, assessment);
            for (var name : people("penilai" + i + "-", "TPI_MEMBER", null, ASSESSORS)) {
                assessors.add(new Assessor(application.as(name), name, assessment, answers));
            }
        }
        for (var name : people("pimpinan", "LEADERSHIP", null, LEADERS)) {
            leaders.add(new Leader(application.as(name), coordinators.get(0).unit()));
        }
        System.out.printf(
                Locale.GERMANY,
                "%d koordinator, %d penilai, %d pimpinan; rata-rata satu tindakan setiap %.0f detik, %d detik%n",
                coordinators.size(),
                assessors.size(),
                leaders.size(),
                Crew.PAUSE_MS / 1000,
                Crew.seconds());
    }

    private List<String> people(String prefix, String role, String unit, int count) throws Exception {
        var names = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var name = prefix + i + "@instansi.test";
            application.person(name, role, unit);
            names.add(name);
        }
        return names;
    }

    private static String begin(Application caller, String unit, String period) throws Exception {
        return caller.post("/api/assessments", "{\"unitId\":\"%s\",\"periodId\":\"%s\"}".formatted(unit, period))
                .path("id")
                .asString();
    }

    private void submit(Application caller, String assessment) throws Exception {
        var all = answers.stream()
                .map(it -> "{\"code\":\"%s\",\"value\":\"%s\"}".formatted(it.getKey(), it.getValue()))
                .toList();
        caller.send(
                "PATCH",
                "/api/assessments/" + assessment + "/answers",
                BodyPublishers.ofString("{\"answers\":[" + String.join(",", all) + "]}"),
                "Content-Type",
                "application/json");
        caller.post("/api/assessments/" + assessment + "/submission", "{\"acceptGaps\":true}");
    }

    private List<Map.Entry<String, String>> partOf(int part, int parts) {
        var mine = new ArrayList<Map.Entry<String, String>>();
        for (int i = part; i < answers.size(); i += parts) {
            mine.add(answers.get(i));
        }
        return mine;
    }

    // ---- The work

    private Crew people() throws InterruptedException {
        var crew = new Crew();
        var all = new ArrayList<Crew.Worker>(coordinators);
        all.addAll(assessors);
        all.addAll(leaders);
        crew.work(all);
        return crew;
    }

    private Crew bare() throws InterruptedException {
        var crew = new Crew();
        try (var client = application.documents()) {
            var database = client.getDatabase("zitrack");
            var sheets = ids(database.getCollection("assessments").find().into(new ArrayList<>()));
            var all = new ArrayList<Crew.Worker>();
            for (int i = 0; i < coordinators.size() + assessors.size() + leaders.size(); i++) {
                boolean fills = i < coordinators.size();
                boolean leads = i >= coordinators.size() + assessors.size();
                all.add(new BareWorker(
                        database,
                        application.files(),
                        application.bucket(),
                        "assessments",
                        sheets.get(i % sheets.size()),
                        sheets.subList(0, Math.min(50, sheets.size())),
                        leads ? 0 : 45,
                        fills ? 10 : 0,
                        leads ? 40 : fills ? 25 : 35,
                        leads ? 60 : 20));
            }
            crew.work(all);
        }
        return crew;
    }

    private static List<Object> ids(List<Document> documents) {
        return documents.stream().map(it -> it.get("_id")).toList();
    }

    // ---- Afterwards

    private boolean everythingIsThere() throws Exception {
        int acknowledged = 0;
        var lost = new ArrayList<String>();
        for (var it : coordinators) {
            acknowledged += it.acknowledged();
            lost.addAll(it.lost());
        }
        for (var it : assessors) {
            acknowledged += it.acknowledged();
            lost.addAll(it.lost());
        }
        System.out.printf(
                Locale.GERMANY,
                "%,d jawaban, penilaian, dan berkas yang dinyatakan tersimpan diperiksa: %d hilang; batas 0: %s%n",
                acknowledged,
                lost.size(),
                verdict(lost.isEmpty()));
        lost.stream().limit(10).forEach(it -> System.out.println("  " + it));
        return lost.isEmpty();
    }

    private void compare(Crew own, Crew bare) {
        System.out.printf(
                Locale.GERMANY,
                "%,d tindakan, %.0f per detik; galat: %d; batas 0: %s%n",
                own.reads.count() + own.writes.count(),
                (own.reads.count() + own.writes.count()) / (double) Crew.seconds(),
                own.errors.size(),
                verdict(own.errors.isEmpty()));
        own.errors.stream().limit(10).forEach(it -> System.out.println("  " + it));
        line("baca", own.reads, bare.reads);
        line("tulis", own.writes, bare.writes);
    }

    private static void line(String what, Times own, Times bare) {
        System.out.printf(
                Locale.GERMANY,
                "  %-5s p50 %5.0f ms, p95 %5.0f ms (%,d); langsung ke penyimpanan p50 %5.1f ms, p95 %5.1f ms (%,d);"
                        + " rasio p95 %.1f%n",
                what,
                own.quantile(0.5),
                own.quantile(0.95),
                own.count(),
                bare.quantile(0.5),
                bare.quantile(0.95),
                bare.count(),
                own.quantile(0.95) / Math.max(0.01, bare.quantile(0.95)));
    }

    private static String verdict(boolean reached) {
        return reached ? "tercapai" : "TIDAK tercapai";
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (var paths = Files.walk(folder)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (var path : all) {
            Files.delete(path);
        }
    }
}
