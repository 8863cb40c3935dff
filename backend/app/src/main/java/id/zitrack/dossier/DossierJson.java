package id.zitrack.dossier;

import id.zitrack.dossier.DossierContent.Proof;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.Gate;
import id.zitrack.scoring.GateResult;
import id.zitrack.scoring.Score;
import id.zitrack.scoring.ScoreSheet;
import id.zitrack.scoring.ScoreView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything a dossier says, for machines. */
final class DossierJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final DossierContent content;
    private final Map<Proof, String> paths;

    DossierJson(DossierContent content, Map<Proof, String> paths) {
        this.content = content;
        this.paths = paths;
    }

    byte[] write() {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("format", "zitrack-dossier/1");
        all.put("assessment", content.assessmentId().toString());
        all.put("asOf", content.asOf().toString());
        all.put("institution", content.institution());
        all.put("unit", object("name", content.unitName(), "shortName", content.unitShortName()));
        all.put("period", object("name", content.periodName(), "year", content.year()));
        all.put("stage", content.stage().name());
        all.put("instrument", instrument());
        all.put("answers", answers());
        all.put(
                "scores",
                object("unit", scores(content.unit()), "tpi", content.tpi() == null ? null : scores(content.tpi())));
        all.put(
                "gates",
                object("unit", gates(content.unit()), "tpi", content.tpi() == null ? null : gates(content.tpi())));
        all.put(
                "preconditions",
                object(
                        Award.WBK.key(), preconditions(Award.WBK),
                        Award.WBBM.key(), preconditions(Award.WBBM)));
        all.put("evidence", content.proofs().stream().map(this::evidence).toList());
        all.put("withheldSecretEvidence", content.withheld());
        all.put(
                "history",
                content.history().stream()
                        .map(it -> object(
                                "at",
                                it.at().toString(),
                                "by",
                                it.by(),
                                "from",
                                it.from() == null ? null : it.from().name(),
                                "to",
                                it.to().name(),
                                "reason",
                                it.reason()))
                        .toList());
        var trail = content.trail();
        all.put(
                "trail",
                trail == null
                        ? null
                        : object(
                                "seq",
                                trail.seq(),
                                "hash",
                                trail.hash(),
                                "recorded",
                                trail.recorded().toString()));
        return JSON.writeValueAsBytes(all);
    }

    private Map<String, @Nullable Object> instrument() {
        var instrument = content.instrument();
        var thresholds = new LinkedHashMap<String, @Nullable Object>();
        for (var award : Award.values()) {
            var of = new LinkedHashMap<String, @Nullable Object>();
            for (Gate gate : instrument.gates(award)) {
                of.put(
                        gate.id(),
                        gate.required() == null ? null : gate.required().toPlainString());
            }
            thresholds.put(award.key(), of);
        }
        return object(
                "id",
                instrument.key().id(),
                "version",
                instrument.key().version(),
                "title",
                instrument.title().id(),
                "regulation",
                instrument.regulation().name(),
                "sha256",
                instrument.hash(),
                "thresholds",
                thresholds);
    }

    private List<Map<String, @Nullable Object>> answers() {
        return content.instrument().questions().stream()
                .map(question -> {
                    var code = question.code();
                    var reply = content.replies().get(code);
                    return object(
                            "code",
                            code,
                            "question",
                            question.label().id(),
                            "unit",
                            reply == null
                                    ? null
                                    : object(
                                            "answer",
                                            reply.value(),
                                            "note",
                                            reply.note(),
                                            "by",
                                            reply.by(),
                                            "at",
                                            reply.at().toString()),
                            "tpi",
                            content.effective().get(code),
                            "voices",
                            content.verdicts().getOrDefault(code, List.of()).stream()
                                    .map(it -> object(
                                            "voice",
                                            it.layer().name(),
                                            "by",
                                            it.by(),
                                            "answer",
                                            it.value(),
                                            "remark",
                                            it.remark(),
                                            "zeroWorth",
                                            it.zeroWorth(),
                                            "at",
                                            it.at().toString()))
                                    .toList(),
                            "evidence",
                            content.proofsOf(code).stream()
                                    .map(it -> it.id().toString())
                                    .toList());
                })
                .toList();
    }

    private static Map<String, @Nullable Object> scores(ScoreSheet sheet) {
        return object(
                "official", points(sheet.official()), "strict", points(sheet.strict()), "best", points(sheet.best()));
    }

    private static Map<String, String> points(ScoreView view) {
        var points = new LinkedHashMap<String, String>();
        view.all().forEach((code, score) -> points.put(code, score.toDecimalString()));
        return points;
    }

    private static Map<String, @Nullable Object> gates(ScoreSheet sheet) {
        var gates = new LinkedHashMap<String, @Nullable Object>();
        for (var award : Award.values()) {
            gates.put(
                    award.key(),
                    sheet.gates(award).stream().map(DossierJson::gate).toList());
        }
        return gates;
    }

    private static Map<String, @Nullable Object> gate(GateResult gate) {
        var object = object(
                "id",
                gate.id(),
                "label",
                gate.label().id(),
                "unit",
                gate.unit(),
                "required",
                gate.required() == null ? null : gate.required().toPlainString(),
                "atLeast",
                gate.atLeast(),
                "actual",
                decimal(gate.actual()),
                "met",
                gate.met(),
                "missing",
                decimal(gate.missing()));
        if (!gate.parts().isEmpty()) {
            object.put("parts", gate.parts().stream().map(DossierJson::gate).toList());
        }
        return object;
    }

    private List<Map<String, @Nullable Object>> preconditions(Award award) {
        return content.preconditions().of(award).stream()
                .map(it -> object(
                        "id",
                        it.id(),
                        "label",
                        it.label(),
                        "scope",
                        it.scope(),
                        "required",
                        it.required(),
                        "recorded",
                        it.actual(),
                        "met",
                        it.met(),
                        "missing",
                        it.missing(),
                        "number",
                        it.number(),
                        "date",
                        it.date() == null ? null : it.date().toString(),
                        "note",
                        it.note(),
                        "evidence",
                        it.evidenceId() == null ? null : it.evidenceId().toString(),
                        "by",
                        it.by(),
                        "at",
                        it.at() == null ? null : it.at().toString()))
                .toList();
    }

    private static @Nullable String decimal(@Nullable Score score) {
        return score == null ? null : score.toDecimalString();
    }

    private Map<String, @Nullable Object> evidence(Proof proof) {
        var file = proof.file();
        return object(
                "id",
                proof.id().toString(),
                "title",
                proof.title(),
                "docType",
                proof.docType(),
                "number",
                proof.number(),
                "documentDate",
                proof.documentDate() == null ? null : proof.documentDate().toString(),
                "activityDate",
                proof.activityDate() == null ? null : proof.activityDate().toString(),
                "validFrom",
                proof.validFrom() == null ? null : proof.validFrom().toString(),
                "validUntil",
                proof.validUntil() == null ? null : proof.validUntil().toString(),
                "signer",
                proof.signer(),
                "note",
                proof.note(),
                "confidentiality",
                proof.confidentiality(),
                "questions",
                proof.codes(),
                "path",
                paths.get(proof),
                "version",
                file.version(),
                "fileName",
                file.fileName(),
                "mediaType",
                file.mediaType(),
                "size",
                file.size(),
                "sha256",
                file.sha256(),
                "uploadedBy",
                file.by(),
                "uploadedAt",
                file.at().toString());
    }

    private static Map<String, @Nullable Object> object(@Nullable Object... pairs) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return object;
    }
}
