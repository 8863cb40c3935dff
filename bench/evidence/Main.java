package id.zitrack.bench.evidence;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.mongodb.client.MongoCollection;
import io.minio.GetObjectArgs;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.slf4j.LoggerFactory;

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
    private static final String PATH = "/api/evidence?fileName=film.mp4&unit=";

    private final Application application;
    private String unit = "";
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
        try (var application = new Application(data)) {
            var main = new Main(application);
            main.unit = application.unit();
            main.large();
            main.small();
            main.list();
        } finally {
            delete(data);
        }
    }

    // ---- One large file

    private void large() throws Exception {
        put(WARM_UP);
        upload(WARM_UP);
        var puts = new double[ROUNDS];
        var gets = new double[ROUNDS];
        var uploads = new double[ROUNDS];
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
            downloads[round] = seconds(() -> download(id[0]));
        }
        System.out.println("Berkas 1 GiB (MP4), median dari " + ROUNDS);
        ratio("unggah, dengan sidik dan pemeriksaan jenis", uploads, "put multipart langsung", puts, 0.6);
        ratio("unduh, dengan sidik", downloads, "get langsung", gets, 0.8);
        long before = application.watchHeap();
        var id = upload(LARGE);
        heap("unggah", application.peakHeap() - before);
        before = application.watchHeap();
        download(id);
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

    private void download(String id) throws Exception {
        try (var stream = application.get("/api/evidence/" + id + "/versions/1/content")) {
            requireAll(stream, LARGE);
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

    // ---- Many small files

    private void small() throws Exception {
        var next = new AtomicInteger();
        var clients = Executors.newFixedThreadPool(CLIENTS);
        long base = seed;
        seed += SMALL_FILES;
        long start = System.nanoTime();
        var work = new ArrayList<Callable<Void>>();
        for (int client = 0; client < CLIENTS; client++) {
            work.add(() -> {
                for (int i = next.getAndIncrement(); i < SMALL_FILES; i = next.getAndIncrement()) {
                    application.post(PATH + unit, bytes(base + i), "application/octet-stream");
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
                "%,d berkas 200 KiB, %d pengirim: %.0f per detik; batas 40: %s%n%n",
                SMALL_FILES,
                CLIENTS,
                perSecond,
                verdict(perSecond >= 40));
    }

    private static BodyPublisher bytes(long seed) throws IOException {
        try (var film = new Film(SMALL, seed)) {
            return BodyPublishers.ofByteArray(film.readAllBytes());
        }
    }

    // ---- The list

    private void list() throws Exception {
        double few = page();
        long records;
        try (var client = application.documents()) {
            var database = client.getDatabase("zitrack");
            records = multiply(database.getCollection("evidence"), database.getCollection("files"));
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

    /** Copies what is there under other ids, with files of their own, until there are many. */
    private static long multiply(MongoCollection<Document> evidence, MongoCollection<Document> files) {
        var templates = evidence.find().limit(1_000).into(new ArrayList<>());
        long records = evidence.countDocuments();
        for (int copy = 0; records < MANY_RECORDS; copy++) {
            var fresh = new ArrayList<Document>();
            var stored = new ArrayList<Document>();
            for (var template : templates) {
                if (records + fresh.size() == MANY_RECORDS) {
                    break;
                }
                var document = Document.parse(template.toJson());
                document.put("_id", UUID.randomUUID());
                document.put("createdAt", new Date(template.getDate("createdAt").getTime() + copy));
                for (var version : document.getList("versions", Document.class)) {
                    var sha256 = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
                    var file = files.find(new Document("_id", version.getString("sha256")))
                            .first();
                    version.put("sha256", sha256);
                    if (file != null) {
                        file.put("_id", sha256);
                        stored.add(file);
                    }
                }
                fresh.add(document);
            }
            files.insertMany(stored);
            evidence.insertMany(fresh);
            records += fresh.size();
        }
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
