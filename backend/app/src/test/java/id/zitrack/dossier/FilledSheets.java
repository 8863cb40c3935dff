package id.zitrack.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.zitrack.dossier.DossierContent.Layer;
import id.zitrack.dossier.DossierContent.Opinion;
import id.zitrack.dossier.DossierContent.Proof;
import id.zitrack.dossier.DossierContent.ProofFile;
import id.zitrack.dossier.DossierContent.Reply;
import id.zitrack.dossier.DossierContent.Step;
import id.zitrack.identity.Stage;
import id.zitrack.instrument.ChoiceType;
import id.zitrack.instrument.InstrumentReader;
import id.zitrack.instrument.NumberType;
import id.zitrack.instrument.Question;
import id.zitrack.instrument.RatioType;
import id.zitrack.precondition.JudgedPrecondition;
import id.zitrack.precondition.JudgedPreconditions;
import id.zitrack.scoring.Scoring;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Filled sheets of the bundled instruments, the same for the same seed, some questions left blank. */
final class FilledSheets {
    static final Instant AS_OF = Instant.parse("2026-06-14T03:32:00Z");
    static final String NOTE = "=HYPERLINK(\"x\") SK sudah ditetapkan – lihat lampiran \uD83D\uDE00";

    private FilledSheets() {}

    static DossierContent filled(String instrumentId, long seed) {
        var instrument = new InstrumentReader().readBundled(instrumentId);
        var random = new Random(seed);
        Map<String, String> answers = new HashMap<>();
        Map<String, String> verdicts = new HashMap<>();
        Map<String, Reply> replies = new HashMap<>();
        Map<String, List<Opinion>> opinions = new HashMap<>();
        List<Proof> proofs = new ArrayList<>();
        for (var question : instrument.questions()) {
            var code = question.code();
            if (random.nextInt(7) == 0) {
                continue;
            }
            var answer = anyAnswer(question, random);
            answers.put(code, answer);
            replies.put(code, new Reply(answer, random.nextInt(3) == 0 ? NOTE : null, "Siti Rahmawati", AS_OF));
            if (random.nextInt(5) > 0) {
                var verdict = anyAnswer(question, random);
                verdicts.put(code, verdict);
                opinions.put(
                        code,
                        List.of(
                                new Opinion(
                                        Layer.MEMBER, "Budi Santoso", answer, "Notulen belum ditandatangani.", AS_OF),
                                new Opinion(Layer.LEAD, "Dewi Lestari", verdict, null, AS_OF)));
            }
            proofs.add(
                    proof("SK Tim Kerja Pembangunan Zona Integritas", "sk.pdf", List.of(code), code.getBytes(UTF_8)));
        }
        return new DossierContent(
                new UUID(1, 2),
                "Pemerintah Kabupaten Contoh",
                "Dinas Kependudukan dan Pencatatan Sipil",
                "Disdukcapil",
                "Penilaian Zona Integritas 2026",
                2026,
                instrument,
                Stage.ACCEPTED,
                AS_OF,
                replies,
                Scoring.score(instrument, answers),
                Scoring.score(instrument, verdicts),
                opinions,
                verdicts,
                proofs,
                1,
                List.of(
                        new Step(AS_OF.minusSeconds(90_000), "Siti Rahmawati", null, Stage.DRAFT, null),
                        new Step(AS_OF, "Dewi Lestari", Stage.UNDER_REVIEW, Stage.ACCEPTED, "Semua butir dinilai")),
                preconditions());
    }

    private static JudgedPreconditions preconditions() {
        var opinion = new JudgedPrecondition(
                "opini",
                "Opini atas laporan keuangan instansi",
                "institution",
                "WTP",
                "WTP",
                true,
                null,
                null,
                true,
                "12/LHP/2026",
                LocalDate.of(2026, 5, 20),
                null,
                null,
                "Siti Rahmawati",
                AS_OF);
        var open = new JudgedPrecondition(
                "temuan",
                "Temuan hasil pemeriksaan sudah ditindaklanjuti",
                "unit",
                "Ya",
                null,
                null,
                "belum dicatat",
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null);
        return new JudgedPreconditions(List.of(opinion, open), List.of(opinion));
    }

    static Proof proof(String title, String fileName, List<String> codes, byte[] bytes) {
        var file = BagFile.of("x", bytes);
        return new Proof(
                UUID.nameUUIDFromBytes((title + codes).getBytes(UTF_8)),
                title,
                "SK",
                "800/12/2026",
                LocalDate.of(2026, 1, 14),
                null,
                "Kepala Dinas",
                null,
                "INTERNAL",
                codes,
                new ProofFile(
                        1,
                        fileName,
                        "application/pdf",
                        bytes.length,
                        file.sha256(),
                        file.crc32(),
                        "Siti Rahmawati",
                        AS_OF));
    }

    private static String anyAnswer(Question question, Random random) {
        if (question.type() instanceof ChoiceType choice) {
            return choice.choices().get(random.nextInt(choice.choices().size())).value();
        }
        if (question.type() instanceof RatioType ratio) {
            var counts = new ArrayList<String>();
            for (var name : ratio.counts().keySet()) {
                counts.add(name + "=" + random.nextInt(20));
            }
            return String.join(";", counts);
        }
        if (question.type() instanceof NumberType number) {
            return number.scale() == null ? "4.25" : "3." + (10 + random.nextInt(89));
        }
        throw new IllegalArgumentException("No answer for " + question.type());
    }
}
