package id.zitrack.dossier;

import id.zitrack.identity.Stage;
import id.zitrack.instrument.Instrument;
import id.zitrack.precondition.JudgedPreconditions;
import id.zitrack.scoring.ScoreSheet;
import id.zitrack.trail.TrailLookup.TrailHead;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything one dossier says, gathered once: the three documents of a dossier are written from it and cannot
 * contradict each other.
 *
 * @param asOf the last change of anything in here; stands for "now" so that the same content gives the same bytes
 * @param unit scores of the unit's own answers
 * @param tpi scores of the assessors' verdicts; null where there are none or the exporter may not see them yet
 * @param verdicts of each assessor by question, in the order member, lead, controller
 * @param effective the verdict that counts by question
 * @param preconditions how those that are asked stand for the unit
 * @param trail where the trail of the institution ended; null before its first entry
 * @param withheld how many secret evidences were left out because the exporter may not see them
 */
record DossierContent(
        UUID assessmentId,
        String institution,
        String unitName,
        String unitShortName,
        String periodName,
        int year,
        Instrument instrument,
        Stage stage,
        Instant asOf,
        Map<String, Reply> replies,
        ScoreSheet unit,
        @Nullable ScoreSheet tpi,
        Map<String, List<Opinion>> verdicts,
        Map<String, String> effective,
        List<Proof> proofs,
        int withheld,
        List<Step> history,
        JudgedPreconditions preconditions,
        @Nullable TrailHead trail) {

    /** An answer of the unit; the value is null where only a note was left. */
    record Reply(@Nullable String value, @Nullable String note, String by, Instant at) {}

    /**
     * What one assessor says about one answer.
     *
     * @param zeroWorth what it is worth because it divides by zero; null for what the instrument says
     */
    record Opinion(
            Layer layer,
            String by,
            @Nullable String value,
            @Nullable String remark,
            @Nullable String zeroWorth,
            Instant at) {

        private String words() {
            var worth = zeroWorth == null
                    ? ""
                    : "Pembagi 0 dinilai " + Numbers.plain(new BigDecimal(zeroWorth)) + " dari 1. ";
            return (worth + (remark == null ? "" : remark)).strip();
        }
    }

    /** The layers of the internal assessors, in the order in which they judge. */
    enum Layer {
        MEMBER("Anggota"),
        LEAD("Ketua"),
        CONTROLLER("Dalnis");

        private final String label;

        Layer(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * One evidence with the version that counts.
     *
     * @param validFrom from when what the document says holds; null if nothing is known
     * @param validUntil the last day on which it holds; null if it has no end
     * @param codes the questions it proves, in the order of the sheet
     */
    record Proof(
            UUID id,
            String title,
            @Nullable String docType,
            @Nullable String number,
            @Nullable LocalDate documentDate,
            @Nullable LocalDate activityDate,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable String signer,
            @Nullable String note,
            String confidentiality,
            List<String> codes,
            ProofFile file) {

        private String words() {
            return title
                    + (number == null ? "" : ", Nomor " + number)
                    + (documentDate == null ? "" : ", " + Numbers.date(documentDate))
                    + (validUntil == null ? "" : ", berlaku sampai " + Numbers.date(validUntil));
        }
    }

    /** The stored file of an evidence; size, SHA-256 and CRC-32 are those taken when it was uploaded. */
    record ProofFile(
            int version,
            String fileName,
            String mediaType,
            long size,
            String sha256,
            long crc32,
            String by,
            Instant at) {}

    /** One step in the life of the assessment. */
    record Step(
            Instant at,
            String by,
            @Nullable Stage from,
            Stage to,
            @Nullable String reason) {}

    /** The evidences of a question as printed, one on each line; those that changed after the last verdict say so. */
    String proofLines(String code) {
        var judged =
                verdicts.getOrDefault(code, List.of()).stream().map(Opinion::at).max(Comparator.naturalOrder());
        return proofsOf(code).stream()
                .map(it -> it.words()
                        + (judged.filter(at -> at.isBefore(it.file().at())).isPresent()
                                ? " (versi " + it.file().version() + ", diunggah setelah dinilai)"
                                : ""))
                .collect(Collectors.joining("\n"));
    }

    /** The evidences of a question, in the order in which the dossier names them. */
    List<Proof> proofsOf(String code) {
        return proofs.stream().filter(it -> it.codes().contains(code)).toList();
    }

    /** The remarks of the assessors on a question, each with its layer in front. */
    String remarksOf(String code) {
        var all = new StringBuilder();
        for (var opinion : verdicts.getOrDefault(code, List.of())) {
            var words = opinion.words();
            if (!words.isEmpty()) {
                all.append(all.isEmpty() ? "" : "\n")
                        .append(opinion.layer().label())
                        .append(" (")
                        .append(opinion.by())
                        .append("): ")
                        .append(words);
            }
        }
        return all.toString();
    }

    /** A stage in the words of the screens. */
    static String words(Stage stage) {
        return switch (stage) {
            case DRAFT -> "Draf";
            case SUBMITTED -> "Diajukan ke TPI";
            case UNDER_REVIEW -> "Dinilai TPI";
            case WITH_LEAD -> "Diperiksa ketua tim TPI";
            case WITH_CONTROLLER -> "Diperiksa pengendali teknis TPI";
            case RETURNED -> "Dikembalikan untuk diperbaiki";
            case ACCEPTED -> "Diterima TPI";
            case CLOSED -> "Ditutup";
            case NOMINATED -> "Diusulkan ke TPN";
            case SELECTION_PASSED -> "Lolos seleksi administrasi";
            case SELECTION_NOTED -> "Lolos seleksi administrasi dengan catatan";
            case SELECTION_FAILED -> "Tidak lolos seleksi administrasi";
            case APPEALED -> "Menyanggah hasil seleksi administrasi";
            case DESK_EVALUATION -> "Desk evaluasi TPN";
            case FIELD_EVALUATION -> "Evaluasi lapangan TPN";
            case AWARDED -> "Memperoleh predikat";
            case NOT_AWARDED -> "Tidak memperoleh predikat";
            case MONITORED -> "Predikat dipantau";
            case EXTENDED -> "Predikat diperpanjang";
            case REVOKED -> "Predikat dicabut";
        };
    }
}
