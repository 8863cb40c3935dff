package id.zitrack.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.zitrack.dossier.DossierContent.Layer;
import id.zitrack.dossier.DossierContent.Opinion;
import id.zitrack.dossier.DossierContent.Proof;
import id.zitrack.dossier.DossierContent.ProofFile;
import id.zitrack.dossier.DossierContent.Reply;
import id.zitrack.dossier.DossierContent.Step;
import id.zitrack.identity.Stage;
import id.zitrack.instrument.ChecklistType;
import id.zitrack.instrument.ChoiceType;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.InstrumentReader;
import id.zitrack.instrument.NumberType;
import id.zitrack.instrument.Question;
import id.zitrack.instrument.RatioType;
import id.zitrack.precondition.JudgedPrecondition;
import id.zitrack.precondition.JudgedPreconditions;
import id.zitrack.scoring.ParsedAnswers;
import id.zitrack.scoring.Scoring;
import id.zitrack.trail.TrailLookup.TrailHead;
import java.math.BigDecimal;
import java.nio.file.Path;
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
        return filled(new InstrumentReader().readBundled(instrumentId), seed);
    }

    /** An instrument that is there for tests only. */
    static Instrument testInstrument(String id) {
        return new InstrumentReader().read(Path.of("../core/src/test/resources/instruments/" + id));
    }

    static DossierContent filled(Instrument instrument, long seed) {
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
                                        Layer.MEMBER,
                                        "Budi Santoso",
                                        answer,
                                        "Notulen belum ditandatangani.",
                                        null,
                                        AS_OF),
                                new Opinion(Layer.LEAD, "Dewi Lestari", verdict, null, null, AS_OF)));
            }
            proofs.add(
                    proof("SK Tim Kerja Pembangunan Zona Integritas", "sk.pdf", List.of(code), code.getBytes(UTF_8)));
        }
        return content(
                instrument,
                answers,
                replies,
                ParsedAnswers.parse(instrument, verdicts, zeroWorths(instrument, verdicts)),
                opinions,
                verdicts,
                proofs);
    }

    /** A sheet on which nobody has answered anything yet. */
    static DossierContent empty(Instrument instrument) {
        return content(
                instrument,
                Map.of(),
                Map.of(),
                ParsedAnswers.parse(instrument, Map.of()),
                Map.of(),
                Map.of(),
                List.of());
    }

    /**
     * A sheet on which a lead agrees with every answer but says what some zero denominators are worth; the evidence came
     * an hour later.
     */
    static DossierContent judged(Instrument instrument, Map<String, String> answers, Map<String, BigDecimal> worths) {
        Map<String, Reply> replies = new HashMap<>();
        Map<String, List<Opinion>> opinions = new HashMap<>();
        List<Proof> proofs = new ArrayList<>();
        answers.forEach((code, answer) -> {
            var worth = worths.containsKey(code) ? worths.get(code).toPlainString() : null;
            replies.put(code, new Reply(answer, null, "Siti Rahmawati", AS_OF));
            opinions.put(
                    code,
                    List.of(new Opinion(Layer.LEAD, "Dewi Lestari", answer, "Belum ada kewajiban.", worth, AS_OF)));
            proofs.add(
                    proof("Surat Keterangan", "sk.pdf", List.of(code), code.getBytes(UTF_8), AS_OF.plusSeconds(3_600)));
        });
        return content(
                instrument,
                answers,
                replies,
                ParsedAnswers.parse(instrument, answers, worths),
                opinions,
                answers,
                proofs);
    }

    private static DossierContent content(
            Instrument instrument,
            Map<String, String> answers,
            Map<String, Reply> replies,
            ParsedAnswers judged,
            Map<String, List<Opinion>> opinions,
            Map<String, String> verdicts,
            List<Proof> proofs) {
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
                Scoring.score(judged),
                opinions,
                verdicts,
                proofs,
                1,
                List.of(
                        new Step(AS_OF.minusSeconds(90_000), "Siti Rahmawati", null, Stage.DRAFT, null),
                        new Step(AS_OF, "Dewi Lestari", Stage.UNDER_REVIEW, Stage.ACCEPTED, "Semua butir dinilai")),
                preconditions(),
                new TrailHead(1_234, "ab".repeat(32), AS_OF));
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

    /** Every second answer that divides by zero is worth something else. */
    private static Map<String, BigDecimal> zeroWorths(Instrument instrument, Map<String, String> verdicts) {
        Map<String, BigDecimal> worths = new HashMap<>();
        verdicts.forEach((code, verdict) -> {
            var type = instrument.question(code).type();
            if (type.dividesByZero(type.parse(verdict)) && code.hashCode() % 2 == 0) {
                worths.put(code, new BigDecimal("0.375"));
            }
        });
        return worths;
    }

    static Proof proof(String title, String fileName, List<String> codes, byte[] bytes) {
        return proof(title, fileName, codes, bytes, AS_OF);
    }

    private static Proof proof(String title, String fileName, List<String> codes, byte[] bytes, Instant at) {
        var file = BagFile.of("x", bytes);
        return new Proof(
                UUID.nameUUIDFromBytes((title + codes).getBytes(UTF_8)),
                title,
                "SK",
                "800/12/2026",
                LocalDate.of(2026, 1, 14),
                null,
                null,
                LocalDate.of(2026, 12, 31),
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
                        at));
    }

    static String anyAnswer(Question question, Random random) {
        if (question.type() instanceof ChoiceType choice) {
            return choice.choices().get(random.nextInt(choice.choices().size())).value();
        }
        if (question.type() instanceof RatioType ratio) {
            var counts = new ArrayList<String>();
            for (var name : ratio.counts().keySet()) {
                counts.add(name + "=" + (random.nextInt(6) == 0 ? 0 : random.nextInt(20)));
            }
            return String.join(";", counts);
        }
        if (question.type() instanceof NumberType number) {
            return number.scale() == null ? "4.2" : "3." + (10 + random.nextInt(89));
        }
        if (question.type() instanceof ChecklistType checklist) {
            var ticked = checklist.items().keySet().stream()
                    .filter(it -> random.nextBoolean())
                    .toList();
            return ticked.isEmpty() ? "-" : String.join(";", ticked);
        }
        return "2026-05-31";
    }
}
