package id.zitrack.bench.evidence;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.mongodb.client.MongoDatabase;
import id.zitrack.bench.running.Application;
import io.minio.GetObjectArgs;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How fast evidence goes in and out, against the bare object store behind it in the same run, how much memory that takes,
 * and how fast a page of the list comes while records become many.
 */
public final class Main {
    private static final long LARGE = 1024L * 1024 * 1024;
    private static final long WARM_UP = 64L * 1024 * 1024;
    private static final long PART = 8L * 1024 * 1024;
    private static final int ROUNDS = 3;
    private static final int SMALL_FILES = 2_000;
    private static final int SMALL = 200 * 1024;
    private static final int CLIENTS = 4;
    private static final int MANY_RECORDS = 20_000;
    private static final int PAGES = 200;
    private static final String COORDINATOR = "koordinator@instansi.test";
    private static final String PATH = "/api/evidence?fileName=film.mp4&unit=";

    private final Application application;
    private String unit = "";
    private String assessment = "";
    private long seed = System.nanoTime();

    private Main(Application application) {
        this.application = application;
    }

    public static void main(String[] arguments) throws Exception {
        var data = Files.createTempDirectory("zitrack-ukur");
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        System.out.printf(
                "Bukti, Java %s, %d inti%n%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors());
        try (var application = new Application(data, "512m")) {
            var period = application.period();
            var unit = application.unit("Dinas");
            application.person(COORDINATOR, "UNIT_COORDINATOR", unit);
            var main = new Main(application.as(COORDINATOR));
            main.unit = unit;
            main.assessment = main.application
                    .post("/api/assessments", "{\"unitId\":\"%s\",\"periodId\":\"%s\"}".formatted(main.unit, period))
                    .path("id")
                    .asString();
            main.large();
            main.folder();
            main.list();
        } finally {
            delete(data);
        }
    }

    // ---- One large file

    private void large() throws Exception {
        put(WARM_UP);
        download(upload(WARM_UP), WARM_UP);
        resumable(WARM_UP);
        var puts = new double[ROUNDS];
        var gets = new double[ROUNDS];
        var uploads = new double[ROUNDS];
        var resumables = new double[ROUNDS];
        var downloads = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            puts[round] = seconds(() -> put(LARGE));
            gets[round] = seconds(this::get);
            application.files().removeObject(RemoveObjectArgs.builder()
                    .bucket(application.bucket())
                    .object("ukur")
                    .build());
            var id = new String[1];
            uploads[round] = seconds(() -> id[0] = upload(LARGE));
            resumables[round] = seconds(() -> resumable(LARGE));
            downloads[round] = seconds(() -> download(id[0], LARGE));
        }
        System.out.println("Berkas 1 GiB (MP4), median dari " + ROUNDS);
        ratio("unggah sekaligus, dengan sidik dan periksa jenis", uploads, "put multipart langsung", puts, 0.6);
        ratio("unggah tus, dengan sidik dan periksa jenis", resumables, "put multipart langsung", puts, 0.6);
        ratio("unduh, dengan sidik", downloads, "get langsung", gets, 0.8);
        long before = application.watchHeap();
        var id = upload(LARGE);
        heap("unggah sekaligus", application.peakHeap() - before);
        before = application.watchHeap();
        resumable(LARGE);
        heap("unggah tus", application.peakHeap() - before);
        before = application.watchHeap();
        download(id, LARGE);
        heap("unduh", application.peakHeap() - before);
        System.out.println();
    }

    private void put(long size) throws Exception {
        try (var film = new Film(size, seed++)) {
            application.files().putObject(PutObjectArgs.builder()
                    .bucket(application.bucket())
                    .object("ukur")
                    .stream(film, size, PART)
                    .build());
        }
    }

    private void get() throws Exception {
        try (var stream = application.files()
                .getObject(GetObjectArgs.builder()
                        .bucket(application.bucket())
                        .object("ukur")
                        .build())) {
            requireAll(stream, LARGE);
        }
    }

    private String upload(long size) throws Exception {
        long mine = seed++;
        var body = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Film(size, mine)), size);
        return application
                .post(PATH + unit, body, "application/octet-stream")
                .path("id")
                .asString();
    }

    /** By the tus protocol, in one request as any client sends it that was not told otherwise. */
    private void resumable(long size) throws Exception {
        long mine = seed++;
        var at = begin("film.mp4", size, "unit", unit);
        send(at, BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Film(size, mine)), size));
        result(at);
    }

    private String begin(String fileName, long size, String... purpose) throws Exception {
        var metadata = new StringBuilder("filename ").append(base64(fileName));
        for (int i = 0; i < purpose.length; i += 2) {
            metadata.append(',').append(purpose[i]).append(' ').append(base64(purpose[i + 1]));
        }
        return application
                .send(
                        "POST",
                        "/api/uploads",
                        BodyPublishers.noBody(),
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        Long.toString(size),
                        "Upload-Metadata",
                        metadata.toString())
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private void send(String at, BodyPublisher body) throws Exception {
        application.send(
                "PATCH",
                at,
                body,
                "Tus-Resumable",
                "1.0.0",
                "Upload-Offset",
                "0",
                "Content-Type",
                "application/offset+octet-stream");
    }

    private JsonNode result(String at) throws Exception {
        return application.json(
                application.send("GET", at + "/result", BodyPublishers.noBody()).body());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void download(String id, long size) throws Exception {
        try (var stream = application.get("/api/evidence/" + id + "/versions/1/content")) {
            requireAll(stream, size);
        }
    }

    private static void requireAll(InputStream stream, long size) throws IOException {
        long read = stream.transferTo(OutputStream.nullOutputStream());
        if (read != size) {
            throw new IOException("Hanya " + read + " dari " + size + " byte");
        }
    }

    private static void ratio(String what, double[] own, String bare, double[] others, double limit) {
        double mine = LARGE / 1048576.0 / median(own);
        double theirs = LARGE / 1048576.0 / median(others);
        System.out.printf(
                Locale.GERMANY,
                "  %-45s %6.0f MiB/s; %s %.0f MiB/s; rasio %.2f, batas %.1f: %s%n",
                what,
                mine,
                bare,
                theirs,
                mine / theirs,
                limit,
                verdict(mine / theirs >= limit));
    }

    private static void heap(String what, long bytes) {
        double grown = Math.max(0, bytes) / 1048576.0;
        System.out.printf(
                Locale.GERMANY,
                "  heap bertambah saat %-25s %6.1f MiB; batas 64: %s%n",
                what,
                grown,
                verdict(grown < 64));
    }

    // ---- A folder of small files

    /** What the import page does once a person has confirmed: proposals, then four files at a time. */
    private void folder() throws Exception {
        long start = System.nanoTime();
        var proposals = proposals();
        double proposing = (System.nanoTime() - start) / 1e9;
        var next = new AtomicInteger();
        var clients = Executors.newFixedThreadPool(CLIENTS);
        long base = seed;
        seed += SMALL_FILES;
        var work = new ArrayList<Callable<Void>>();
        for (int client = 0; client < CLIENTS; client++) {
            work.add(() -> {
                for (int i = next.getAndIncrement(); i < SMALL_FILES; i = next.getAndIncrement()) {
                    bring(proposals.path(i), base + i);
                }
                return null;
            });
        }
        for (var it : clients.invokeAll(work)) {
            it.get();
        }
        clients.shutdown();
        double perSecond = SMALL_FILES / ((System.nanoTime() - start) / 1e9);
        System.out.printf(
                Locale.GERMANY,
                "Impor folder, %,d berkas 200 KiB (usulan %.1f detik): %.0f per detik; batas 40: %s%n%n",
                SMALL_FILES,
                proposing,
                perSecond,
                verdict(perSecond >= 40));
    }

    private JsonNode proposals() throws Exception {
        var files = new StringJoiner(",");
        for (int i = 0; i < SMALL_FILES; i++) {
            files.add("{\"path\":\"AREA 1/1.i.a Rapat tim kerja %d.mp4\",\"size\":%d}".formatted(i, SMALL));
        }
        return application.post(
                "/api/evidence/proposals",
                "{\"unitId\":\"%s\",\"assessmentId\":\"%s\",\"files\":[%s]}".formatted(unit, assessment, files));
    }

    private void bring(JsonNode proposal, long seed) throws Exception {
        var at = begin(
                "film.mp4",
                SMALL,
                "unit",
                unit,
                "assessment",
                assessment,
                "question",
                proposal.path("code").asString());
        try (var film = new Film(SMALL, seed)) {
            send(at, BodyPublishers.ofByteArray(film.readAllBytes()));
        }
        var evidence = (ObjectNode) result(at);
        evidence.set("title", proposal.path("title"));
        application.send(
                "PUT",
                "/api/evidence/" + evidence.path("id").asString(),
                BodyPublishers.ofString(evidence.toString()),
                "Content-Type",
                "application/json",
                "If-Match",
                "\"" + evidence.path("revision").asLong() + "\"");
    }

    // ---- The list

    private void list() throws Exception {
        double few = page();
        long records;
        try (var client = application.documents()) {
            var database = client.getDatabase("zitrack");
            records = multiply(database);
        }
        double many = page();
        System.out.printf(
                Locale.GERMANY,
                "Halaman daftar bukti (50 butir), p95 dari %d: %.0f ms dengan 2.000 catatan, %.0f ms dengan %,d%n",
                PAGES,
                few,
                many,
                records);
        System.out.printf(
                Locale.GERMANY,
                "  batas 150 ms: %s; %.1f kali, batas 2: %s%n",
                verdict(many < 150),
                many / few,
                verdict(many <= 2 * few));
    }

    private double page() throws Exception {
        var millis = new double[PAGES];
        for (int i = -PAGES / 4; i < PAGES; i++) {
            long start = System.nanoTime();
            try (var page = application.get("/api/evidence?limit=50&unit=" + unit)) {
                page.transferTo(OutputStream.nullOutputStream());
            }
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis[PAGES * 95 / 100];
    }

    /** Copies what is there under other ids, with files, uses and places of their own, until there are many. */
    private static long multiply(MongoDatabase database) {
        var evidence = database.getCollection("evidence");
        var files = database.getCollection("files");
        var templates = evidence.find().limit(1_000).into(new ArrayList<>());
        var shelf = database.getCollection("evidence-shelves").find().first();
        var unit = templates.get(0).get("unitId", UUID.class);
        long total = shelf.getLong("total");
        long ofUnit = shelf.get("units", Document.class).getLong(unit.toString());
        long records = evidence.countDocuments();
        while (records < MANY_RECORDS) {
            var fresh = new ArrayList<Document>();
            var stored = new ArrayList<Document>();
            var uses = new ArrayList<Document>();
            for (var template : templates) {
                if (records + fresh.size() == MANY_RECORDS) {
                    break;
                }
                var id = UUID.randomUUID();
                var document = new Document(template);
                document.put("_id", id);
                document.put("place", template.get("institutionId") + "/" + ++total);
                document.put("unitPlace", unit + "/" + ++ofUnit);
                var version = new Document(template.getList("versions", Document.class).get(0));
                var file = new Document(
                        files.find(new Document("_id", version.getString("sha256"))).first());
                var sha256 = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
                version.put("sha256", sha256);
                document.put("versions", List.of(version));
                file.put("_id", sha256);
                stored.add(file);
                uses.add(new Document("_id", sha256).append("evidence", List.of(id)));
                fresh.add(document);
            }
            files.insertMany(stored);
            database.getCollection("file-uses").insertMany(uses);
            evidence.insertMany(fresh);
            records += fresh.size();
        }
        database.getCollection("evidence-shelves")
                .updateOne(
                        new Document("_id", shelf.get("_id")),
                        new Document("$set", new Document("total", total).append("units." + unit, ofUnit)));
        return records;
    }

    // ---- Measuring

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
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
