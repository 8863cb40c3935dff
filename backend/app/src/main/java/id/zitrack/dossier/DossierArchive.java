package id.zitrack.dossier;

import id.zitrack.dossier.DossierContent.Proof;
import id.zitrack.dossier.DossierContent.ProofFile;
import id.zitrack.instrument.Group;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Node;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the documents and the evidence of one assessment into a bag under paths people know. */
final class DossierArchive {
    private final DossierContent content;
    private final Map<String, Folder> folders = new HashMap<>();
    private final Map<Proof, String> paths = new LinkedHashMap<>();

    /** Where the evidence of a question goes, and how its code starts there. */
    private record Folder(String name, String prefix) {}

    private DossierArchive(DossierContent content) {
        this.content = content;
        for (var root : content.instrument().roots()) {
            index(root, new Folder("BUKTI", ""), "");
        }
        var names = new SafeNames();
        for (var proof : content.proofs()) {
            var code = proof.codes().get(0);
            var folder = folders.getOrDefault(code, new Folder("BUKTI", ""));
            var extension = SafeNames.extension(proof.file().fileName());
            paths.put(
                    proof,
                    "data/"
                            + names.path(
                                    folder.name(),
                                    code.substring(folder.prefix().length()) + " " + proof.title(),
                                    extension));
        }
    }

    /**
     * Puts the bag together without reading the evidence.
     *
     * @param evidence opens the stored file of an evidence
     */
    static Bag of(DossierContent content, byte[] pdf, byte[] xlsx, Function<ProofFile, InputStream> evidence) {
        var archive = new DossierArchive(content);
        var payload = new ArrayList<BagFile>();
        payload.add(BagFile.of("data/LKE.pdf", pdf));
        payload.add(BagFile.of("data/LKE.xlsx", xlsx));
        payload.add(BagFile.of("data/data.json", new DossierJson(content, archive.paths).write()));
        payload.add(BagFile.of("data/DAFTAR BUKTI.csv", archive.list()));
        archive.paths.forEach((proof, path) -> payload.add(new BagFile(
                path,
                proof.file().size(),
                proof.file().crc32(),
                proof.file().sha256(),
                () -> evidence.apply(proof.file()))));
        LocalDate date = content.asOf().atZone(Numbers.ZONE).toLocalDate();
        return new Bag(archive.bagName(), date, payload, archive.info(), archive.readme(payload.size()));
    }

    /** The name of the ZIP without its extension. */
    static String name(DossierContent content) {
        return SafeNames.safe("LKE " + content.unitShortName() + " " + content.year() + " "
                + content.instrument().key().id());
    }

    private String bagName() {
        return name(content);
    }

    private void index(Node node, Folder folder, String parent) {
        if (node instanceof Group group) {
            var own = group.folder();
            var here = own == null ? folder : new Folder(own, parent.isEmpty() ? "" : parent + ".");
            for (var child : group.children()) {
                index(child, here, group.code());
            }
        } else {
            folders.put(node.code(), folder);
        }
    }

    private String list() {
        var csv = new StringBuilder("\uFEFF");
        csv.append("Kode;Pertanyaan;Judul bukti;Jenis;Nomor;Tanggal dokumen;Berkas;Ukuran (byte);SHA-256\r\n");
        Instrument instrument = content.instrument();
        for (var question : instrument.questions()) {
            for (var proof : content.proofsOf(question.code())) {
                csv.append(String.join(
                                ";",
                                List.of(
                                        Cells.csv(question.code()),
                                        Cells.csv(question.label().id()),
                                        Cells.csv(proof.title()),
                                        Cells.csv(orEmpty(proof.docType())),
                                        Cells.csv(orEmpty(proof.number())),
                                        Cells.csv(
                                                proof.documentDate() == null
                                                        ? ""
                                                        : proof.documentDate().toString()),
                                        Cells.csv(path(proof)),
                                        String.valueOf(proof.file().size()),
                                        Cells.csv(proof.file().sha256()))))
                        .append("\r\n");
            }
        }
        return csv.toString();
    }

    private String path(Proof proof) {
        return paths.getOrDefault(proof, "").substring("data/".length());
    }

    private Map<String, String> info() {
        var info = new LinkedHashMap<String, String>();
        info.put("Source-Organization", content.institution());
        info.put("External-Description", "LKE Zona Integritas, " + content.unitName() + ", " + content.periodName());
        info.put("External-Identifier", content.assessmentId().toString());
        info.put(
                "Instrument",
                content.instrument().key() + " sha256:" + content.instrument().hash());
        info.put("Stage", content.stage().name());
        info.put("As-Of", content.asOf().toString());
        info.put("Withheld-Secret-Evidence", String.valueOf(content.withheld()));
        var trail = content.trail();
        if (trail != null) {
            info.put("Trail-Head", trail.seq() + ":" + trail.hash());
            info.put("Trail-Recorded", trail.recorded().toString());
        }
        info.put("Bag-Software-Agent", "ZITrack");
        return info;
    }

    private String readme(int files) {
        var secret = content.withheld() == 0
                ? ""
                : "\nBukti rahasia\n  " + content.withheld()
                        + " bukti bersifat rahasia dan tidak disertakan karena pengekspor tidak berhak melihatnya.\n";
        return """
                BERKAS LKE ZONA INTEGRITAS
                %s
                %s
                %s

                Keadaan per %s, tahap: %s.

                Isi
                  data/LKE.pdf           lembar kerja terisi dan ringkasannya, untuk dibaca dan dicetak
                  data/LKE.xlsx          lembar yang sama dengan rumus yang tetap menghitung
                  data/data.json         semua isi dalam bentuk yang dapat dibaca mesin
                  data/DAFTAR BUKTI.csv  pertanyaan mana dibuktikan oleh berkas mana
                  data/...               %d berkas bukti dalam folder per area

                  Bukti yang dipakai untuk beberapa pertanyaan disimpan satu kali, di bawah pertanyaan
                  pertamanya. Pertanyaan lainnya tercantum dalam DAFTAR BUKTI.csv.
                %s
                Memeriksa keutuhan
                  Setiap berkas punya sidik SHA-256 dalam manifest-sha256.txt. Buka terminal di folder
                  ini lalu jalankan:

                    Linux    sha256sum -c manifest-sha256.txt
                    macOS    shasum -a 256 -c manifest-sha256.txt
                    Windows  (PowerShell) Get-FileHash "data\\LKE.pdf" lalu bandingkan dengan manifest

                  Semua baris harus berbunyi OK. tagmanifest-sha256.txt memeriksa manifest itu sendiri.

                  Yang dibuktikan: berkas sama dengan berkas saat diunggah ke ZITrack. Yang tidak
                  dibuktikan: isi dokumen benar, atau paket ini tidak dibuat ulang seluruhnya oleh
                  orang lain. Untuk itu bandingkan sidik manifest dengan yang diberikan pengirim.

                Susunan folder ini mengikuti BagIt 1.0 (RFC 8493).
                """.formatted(
                        content.institution(),
                        content.unitName(),
                        content.periodName(),
                        Numbers.time(content.asOf()),
                        DossierContent.words(content.stage()),
                        files - 4,
                        secret);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
