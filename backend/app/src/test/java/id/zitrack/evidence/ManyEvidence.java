package id.zitrack.evidence;

import id.zitrack.instrument.Confidentiality;
import id.zitrack.storage.FileState;
import id.zitrack.storage.StoredFile;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Fills the store with records as an institution has them after some years, for measurements; files have no bytes. */
final class ManyEvidence {
    private static final int BATCH = 500;
    private static final String[] SUBJECTS = {
        "Keputusan tim kerja", "Undangan rapat", "Daftar hadir sosialisasi", "Notulen monitoring", "Laporan kegiatan"
    };

    private ManyEvidence() {}

    /** Adds so many records to a unit, each with so many words of text. */
    static void add(MongoTemplate mongo, UUID institutionId, UUID unitId, UUID by, int count, int words) {
        var shelf = mongo.findById(institutionId, Shelf.class);
        long total = shelf == null ? 0 : shelf.total();
        var units = new HashMap<>(shelf == null ? Map.<String, Long>of() : shelf.units());
        long ofUnit = units.getOrDefault(unitId.toString(), 0L);
        var start = Instant.parse("2024-01-01T00:00:00Z");
        for (int from = 0; from < count; from += BATCH) {
            List<Evidence> evidence = new ArrayList<>();
            List<StoredFile> files = new ArrayList<>();
            List<FileUse> uses = new ArrayList<>();
            List<EvidenceWords> copies = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + BATCH); i++) {
                total++;
                ofUnit++;
                var sha256 = sha256(unitId + "/" + ofUnit);
                var title = SUBJECTS[i % SUBJECTS.length] + " nomor " + i;
                var file = new StoredFile(
                        sha256, 20_000, "application/pdf", 1, start, FileState.AVAILABLE, null, true, null, null);
                var version = Evidence.version(1, file, title + ".pdf", null, by, start.plusSeconds(60L * total));
                var one = Evidence.of(
                        UUID.randomUUID(),
                        institutionId,
                        unitId,
                        Details.titled(title, Confidentiality.INTERNAL),
                        version);
                one.placeAt(Shelf.place(institutionId, total), Shelf.place(unitId, ofUnit));
                evidence.add(one);
                files.add(file);
                uses.add(new FileUse(sha256, List.of(one.id())));
                copies.add(copyOf(one, text(i, words)));
            }
            insert(mongo, files, StoredFile.class);
            insert(mongo, uses, FileUse.class);
            insert(mongo, evidence, Evidence.class);
            insert(mongo, copies, EvidenceWords.class);
        }
        units.put(unitId.toString(), ofUnit);
        mongo.save(new Shelf(institutionId, total, units));
    }

    /** Past the events of the application, which would look into every file. */
    private static <T> void insert(MongoTemplate mongo, List<T> records, Class<T> type) {
        var documents = records.stream()
                .map(it -> {
                    var document = new Document();
                    mongo.getConverter().write(it, document);
                    return document;
                })
                .toList();
        mongo.getCollection(mongo.getCollectionName(type)).insertMany(documents);
    }

    private static EvidenceWords copyOf(Evidence it, String text) {
        return new EvidenceWords(
                it.id(),
                0L,
                it.institutionId(),
                it.unitId(),
                it.createdAt(),
                null,
                List.of(),
                List.of(),
                Indexing.words(it, text),
                false);
    }

    private static String text(int seed, int words) {
        return String.join(
                " ",
                IntStream.range(0, words)
                        .mapToObj(it -> "kata"
                                + BigInteger.valueOf((seed * 31L + it * 17L) % 9_973)
                                        .toString(36))
                        .toList());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
