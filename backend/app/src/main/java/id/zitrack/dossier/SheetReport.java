package id.zitrack.dossier;

import static java.util.stream.Collectors.joining;

import id.zitrack.dossier.DossierContent.Layer;
import id.zitrack.dossier.DossierContent.Opinion;
import id.zitrack.instrument.AnswerType;
import id.zitrack.instrument.Award;
import id.zitrack.instrument.ChecklistType;
import id.zitrack.instrument.ChoiceType;
import id.zitrack.instrument.Condition;
import id.zitrack.instrument.Group;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Node;
import id.zitrack.instrument.NumberType;
import id.zitrack.instrument.Question;
import id.zitrack.instrument.RatioType;
import id.zitrack.precondition.JudgedPrecondition;
import id.zitrack.scoring.GateResult;
import id.zitrack.scoring.Score;
import id.zitrack.scoring.ScoreSheet;
import id.zitrack.scoring.ScoreView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the content of a dossier into the order and the words of the printed sheet. */
final class SheetReport {
    private static final String DASH = "–";

    private final DossierContent content;
    private final Instrument instrument;
    private final SheetRows rows;

    /** Most points each node can bring to the whole sheet. */
    private final Map<String, BigDecimal> full = new HashMap<>();

    private SheetReport(DossierContent content) {
        this.content = content;
        this.instrument = content.instrument();
        this.rows = new SheetRows(
                Legible.text("LKE Zona Integritas – " + content.unitName() + " – " + content.periodName()),
                Legible.text(content.institution()));
        for (var root : instrument.roots()) {
            weigh(root, root.weight() == null ? BigDecimal.ONE : root.weight());
        }
    }

    /** Children of a mean share the weight of their parent; in a minimum each one can bring or spoil all of it. */
    private void weigh(Node node, BigDecimal most) {
        full.put(node.code(), most);
        if (node instanceof Group group) {
            var share = most.divide(BigDecimal.valueOf(group.children().size()), 12, RoundingMode.HALF_UP);
            for (var child : group.children()) {
                var weight = child.weight() == null ? BigDecimal.ZERO : child.weight();
                weigh(
                        child,
                        switch (group.rule()) {
                            case SUM -> weight;
                            case MEAN -> share;
                            case MINIMUM -> most;
                        });
            }
        }
    }

    static SheetRows of(DossierContent content) {
        var report = new SheetReport(content);
        report.cover();
        report.summary();
        report.gates();
        report.preconditions();
        report.sheet();
        report.history();
        report.signatures();
        return report.rows;
    }

    private void cover() {
        var regulation = instrument.regulation();
        rows.parameter("institution", Legible.text(content.institution()));
        rows.parameter("unit", Legible.text(content.unitName()));
        rows.parameter("period", Legible.text(content.periodName()));
        rows.parameter("brand", "ZITrack");
        rows.parameter("running", Legible.text(content.unitName() + " · " + content.periodName()));
        rows.parameter(
                "footer",
                Legible.text("Keadaan per " + Numbers.time(content.asOf()) + " · " + regulation.name() + " versi "
                        + instrument.key().version() + " · sidik "
                        + instrument.hash().substring(0, 12)));
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Tahap", DossierContent.words(content.stage()));
        facts.put("Nilai unit", totals(content.unit()));
        var tpi = content.tpi();
        facts.put("Nilai TPI", tpi == null ? "belum ada" : totals(tpi));
        facts.put(
                "Terjawab",
                content.unit().answered() + " dari " + content.unit().total() + " pertanyaan");
        facts.put("Bukti dukung", content.proofs().size() + " berkas" + withheld());
        facts.put(
                "Instrumen",
                instrument.title().id() + ", versi " + instrument.key().version());
        facts.put("Peraturan", regulation.name() + (regulation.part() == null ? "" : ", " + regulation.part()));
        facts.put(
                "Sidik instrumen",
                instrument.hash().substring(0, 32) + "\n" + instrument.hash().substring(32));
        facts.put("Keadaan per", Numbers.time(content.asOf()));
        var trail = content.trail();
        if (trail != null) {
            facts.put(
                    "Ujung jejak " + trail.seq(),
                    trail.hash().substring(0, 32) + "\n" + trail.hash().substring(32));
        }
        var labels = new StringBuilder();
        var values = new StringBuilder();
        facts.forEach((label, value) -> {
            labels.append(Legible.markup(label))
                    .append("\n"
                            .repeat(1
                                    + (int) value.chars()
                                            .filter(it -> it == '\n')
                                            .count()));
            values.append(Legible.markup(value)).append('\n');
        });
        rows.parameter("factLabels", labels.toString());
        rows.parameter("facts", values.toString());
    }

    private String withheld() {
        return content.withheld() == 0 ? "" : ", " + content.withheld() + " bukti rahasia tidak disertakan";
    }

    private void summary() {
        rows.add("h1", "summary", "Ringkasan");
        var sheet = content.unit();
        paragraph("Unit menjawab <b>" + sheet.answered() + " dari " + sheet.total()
                + " pertanyaan</b>. Nilai selalu ditulis sebagai rentang: nilai ketat menghitung jawaban kosong sebagai"
                + " 0, nilai resmi tidak mengikutkan jawaban kosong ke dalam rata-rata seperti lembar resmi, dan nilai"
                + " terbaik mengandaikan semua yang kosong terisi penuh.");
        rows.add("gap", "summary");
        rows.add(
                "scores",
                "summary",
                two(sheet.strict().total()),
                two(sheet.official().total()),
                two(sheet.best().total()));
        rows.add("drawing", "summary").put("drawing", range(sheet));
        var tpi = content.tpi();
        if (tpi != null) {
            paragraph("Nilai menurut TPI atas <b>" + content.effective().size() + " pertanyaan</b> yang sudah dinilai: "
                    + totals(tpi) + ".");
        }
        rows.add("h2", "summary", "Komponen dan area");
        for (var root : instrument.roots()) {
            part(root, 0);
        }
        if (instrument.areas().stream().anyMatch(it -> it.combined())) {
            rows.add("h2", "summary", "Area perubahan");
            for (var area : instrument.areas()) {
                part("area", "parts ", area.label().id(), area.nodes());
            }
        }
    }

    private void part(Group group, int depth) {
        part(
                depth == 0 ? "component" : "area",
                "parts",
                "    ".repeat(Math.max(0, depth - 1)) + group.code() + "  "
                        + group.label().id(),
                List.of(group.code()));
        if (depth < 1) {
            for (var child : group.children()) {
                if (child instanceof Group inner) {
                    part(inner, depth + 1);
                }
            }
        }
    }

    private void part(String kind, String section, String label, List<String> nodes) {
        var tpi = content.tpi();
        rows.add(
                kind,
                section.strip(),
                Legible.text(label),
                weight(nodes),
                two(sum(content.unit().official(), nodes)),
                percent(content.unit().official(), nodes),
                tpi == null ? DASH : two(sum(tpi.official(), nodes)),
                tpi == null ? DASH : percent(tpi.official(), nodes));
    }

    private RangeDrawing range(ScoreSheet sheet) {
        var whole = fullOf(instrument.roots().stream().map(Group::code).toList());
        var marks = new ArrayList<RangeDrawing.Mark>();
        for (var award : Award.values()) {
            for (var gate : instrument.gates(award)) {
                var required = gate.required();
                if (gate.nodes().contains(Instrument.TOTAL) && required != null) {
                    marks.add(new RangeDrawing.Mark(award + " " + Numbers.plain(required), required));
                }
            }
        }
        return new RangeDrawing(
                sheet.strict().total().rounded(6),
                sheet.official().total().rounded(6),
                sheet.best().total().rounded(6),
                whole,
                marks);
    }

    private void gates() {
        rows.add("page", "gates");
        rows.add("h1", "gates ", "Syarat predikat");
        paragraph(
                "Setiap syarat dinilai dari nilai ketat. Syarat yang batasnya belum ditetapkan tidak dapat dinilai dan"
                        + " tidak pernah dianggap terpenuhi.");
        for (var award : Award.values()) {
            if (!instrument.gates(award).isEmpty()) {
                gates(award);
            }
        }
    }

    private void gates(Award award) {
        rows.add(
                "h2",
                "between",
                award == Award.WBK
                        ? "Wilayah Bebas dari Korupsi (WBK)"
                        : "Wilayah Birokrasi Bersih dan Melayani (WBBM)");
        var tpi = content.tpi() == null ? List.<GateResult>of() : content.tpi().gates(award);
        int index = 0;
        for (var gate : content.unit().gates(award)) {
            gate(award, gate, index < tpi.size() ? tpi.get(index) : null, 0);
            index++;
        }
        rows.add("gap", "between");
    }

    private void preconditions() {
        if (Stream.of(Award.values())
                .allMatch(it -> content.preconditions().of(it).isEmpty())) {
            return;
        }
        rows.add("h1", "between", "Prasyarat");
        paragraph(
                "Prasyarat dicatat oleh admin instansi dan tidak dinilai dengan poin. Prasyarat yang belum dicatat tidak"
                        + " pernah dianggap terpenuhi.");
        for (var award : Award.values()) {
            if (content.preconditions().of(award).isEmpty()) {
                continue;
            }
            rows.add("h2", "between", award == Award.WBK ? "Prasyarat WBK" : "Prasyarat WBBM");
            for (var it : content.preconditions().of(award)) {
                var actual = it.actual();
                var recorded = actual == null ? DASH : actual + document(it);
                rows.add(
                                "precondition",
                                "preconditions-" + award,
                                Legible.text(it.label() + (it.scope().equals("unit") ? "" : " (instansi)")),
                                Legible.text(it.required()),
                                Legible.text(recorded),
                                it.met() == null ? "○ belum dicatat" : it.met() ? "✓ terpenuhi" : "✗ belum terpenuhi")
                        .put("tone", it.met() == null ? "unknown" : it.met() ? "ok" : "bad");
            }
            rows.add("gap", "between");
        }
    }

    private static String document(JudgedPrecondition precondition) {
        var number = precondition.number();
        var date = precondition.date();
        return (number == null ? "" : ", Nomor " + number) + (date == null ? "" : ", " + Numbers.date(date));
    }

    /** One gate, and its parts below. */
    private void gate(Award award, GateResult gate, @Nullable GateResult other, int depth) {
        var required = gate.required();
        var row = rows.add(
                "gate",
                "gates-" + award,
                Legible.text("    ".repeat(depth) + gate.label().id()),
                required == null ? DASH : (gate.atLeast() ? "≥ " : "≤ ") + Numbers.plain(required) + unit(gate),
                actual(gate),
                verdict(gate),
                other == null ? DASH : actual(other),
                other == null ? "belum dinilai" : verdict(other));
        row.put("tone", tone(gate));
        row.put("tone2", other == null ? "unknown" : tone(other));
        for (int i = 0; i < gate.parts().size(); i++) {
            gate(
                    award,
                    gate.parts().get(i),
                    other == null ? null : other.parts().get(i),
                    depth + 1);
        }
    }

    private static String actual(GateResult gate) {
        var actual = gate.actual();
        if (actual == null) {
            return DASH;
        }
        return gate.parts().isEmpty() ? two(actual) + unit(gate) : Numbers.plain(actual.rounded(0)) + unit(gate);
    }

    private static String tone(GateResult gate) {
        return gate.met() == null ? "unknown" : gate.met() ? "ok" : "bad";
    }

    private static String verdict(GateResult gate) {
        var missing = gate.missing();
        if (gate.required() == null) {
            return "○ batas kosong";
        }
        if (gate.actual() == null) {
            return "○ belum dijawab";
        }
        if (Boolean.TRUE.equals(gate.met())) {
            return "✓ terpenuhi";
        }
        return missing == null
                ? "✗ belum terpenuhi"
                : gate.atLeast() ? "✗ kurang " + shortfall(missing, gate) : "✗ lebih " + shortfall(missing, gate);
    }

    /** A missing amount that would round to nothing is still missing. */
    private static String shortfall(Score missing, GateResult gate) {
        var shown = missing.rounded(2).signum() == 0 ? missing.rounded(6) : missing.rounded(2);
        return Numbers.plain(shown) + unit(gate);
    }

    private static String unit(GateResult gate) {
        return switch (gate.unit()) {
            case "percent", "%" -> "%";
            case Condition.Combined.UNIT -> " syarat";
            default -> "";
        };
    }

    private void sheet() {
        rows.add("page", "between");
        rows.add("h1", "sheet ", "Lembar kerja terisi");
        for (var root : instrument.roots()) {
            node(root, null);
        }
    }

    private void node(Node node, @Nullable Group parent) {
        if (node instanceof Group group) {
            var tpi = content.tpi();
            boolean leaf = group.children().stream().allMatch(Question.class::isInstance) && parent != null;
            if (leaf) {
                rows.add(
                                "sub",
                                "sheet",
                                group.code(),
                                Legible.text(group.label().id()),
                                "bobot " + weight(List.of(group.code())),
                                null,
                                null,
                                null,
                                two(content.unit().official().of(group.code())),
                                tpi == null ? DASH : two(tpi.official().of(group.code())))
                        .putAll(keptWith(group));
            } else {
                rows.add(
                                "group",
                                "sheet",
                                Legible.text(group.code() + "  " + group.label().id()),
                                Legible.text("bobot " + weight(List.of(group.code())) + " · unit resmi "
                                        + two(content.unit().official().of(group.code()))
                                        + (tpi == null
                                                ? ""
                                                : " · TPI resmi "
                                                        + two(tpi.official().of(group.code())))))
                        .putAll(keptWith(group));
            }
            for (var child : group.children()) {
                node(child, group);
            }
        } else if (node instanceof Question question) {
            question(question, parent);
        }
    }

    /** A heading stays on the page of the first question below it. */
    private static Map<String, String> keptWith(Group group) {
        var first = group.children().get(0);
        return first instanceof Group inner ? keptWith(inner) : Map.of("sub", group.code(), "question", first.code());
    }

    private void question(Question question, @Nullable Group parent) {
        var code = question.code();
        var sub = parent == null ? code : parent.code();
        var reply = content.replies().get(code);
        var tpi = content.tpi();
        boolean scored = question.type().scored();
        rows.add(
                        "question",
                        "sheet",
                        code,
                        Legible.text(question.label().id()),
                        brief(question.type(), reply == null ? null : reply.value()),
                        verdict(question, Layer.MEMBER),
                        verdict(question, Layer.LEAD),
                        verdict(question, Layer.CONTROLLER),
                        scored ? points(content.unit(), code) : "",
                        scored && tpi != null ? points(tpi, code) : scored ? DASH : "")
                .putAll(Map.of("sub", sub, "question", code));
        if (reply != null && reply.value() != null) {
            detail(sub, code, "Arti jawaban", meaning(question, reply.value()), "plain");
        }
        if (reply != null && reply.note() != null && !reply.note().isBlank()) {
            detail(sub, code, "Catatan unit", reply.note().strip(), "plain");
        }
        var remarks = content.remarksOf(code);
        if (!remarks.isEmpty()) {
            detail(sub, code, "Catatan TPI", remarks, "plain");
        }
        var proofs = content.proofLines(code);
        if (!proofs.isEmpty()) {
            detail(sub, code, "Bukti", proofs, "plain");
        } else if (reply != null && reply.value() != null) {
            detail(sub, code, "Bukti", "belum ada bukti yang tersedia", "near");
        }
        rows.add("space", "sheet").putAll(Map.of("sub", sub, "question", code));
    }

    private void detail(String sub, String question, String label, String text, String tone) {
        if (text.isEmpty()) {
            return;
        }
        var row = rows.add("detail", "sheet", label, Legible.markup(text));
        row.put("sub", sub);
        row.put("question", question);
        row.put("tone", tone);
    }

    private String verdict(Question question, Layer layer) {
        var given = content.verdicts().getOrDefault(question.code(), List.of()).stream()
                .filter(it -> it.layer() == layer)
                .map(Opinion::value)
                .toList();
        if (given.isEmpty()) {
            return DASH;
        }
        return given.stream().map(it -> brief(question.type(), it)).distinct().collect(joining("\n"));
    }

    private static String brief(AnswerType type, @Nullable String answer) {
        if (answer == null || answer.isBlank()) {
            return DASH;
        }
        if (type instanceof RatioType ratio) {
            var value = ratio.parse(answer);
            return two(Score.of(value.numerator(), value.denominator()).times(Score.of(100, 1))) + "%";
        }
        if (type instanceof NumberType number) {
            return Numbers.plain(new BigDecimal(answer)) + (number.unit().equals("%") ? "%" : "");
        }
        if (type instanceof ChecklistType checklist) {
            return checklist.parse(answer).numerator() + "/" + checklist.items().size();
        }
        return Legible.text(answer);
    }

    private static String meaning(Question question, String answer) {
        if (question.type() instanceof ChoiceType) {
            var label = question.choiceLabels().get(answer);
            return label == null ? "" : label.id();
        }
        if (question.type() instanceof RatioType ratio) {
            var given = ratio.parse(answer).counts();
            return ratio.counts().entrySet().stream()
                    .map(it -> it.getValue().id() + ": " + given.get(it.getKey()))
                    .collect(joining(" · "));
        }
        return "";
    }

    private void history() {
        if (content.history().isEmpty()) {
            return;
        }
        rows.add("group", "history", "Perjalanan penilaian", "");
        for (var step : content.history()) {
            var reason = step.reason();
            rows.add(
                    "event",
                    "history",
                    Numbers.time(step.at()),
                    DossierContent.words(step.to()),
                    Legible.text(step.by() + (reason == null || reason.isBlank() ? "" : ": " + reason.strip())));
        }
    }

    private void signatures() {
        rows.add(
                "signature",
                "signature",
                "",
                "Tempat dan tanggal: ……………………………………",
                "Kepala unit kerja,",
                "Ketua Tim Penilai Internal,",
                "Nama: ………………………………………………",
                "Nama: ………………………………………………",
                "NIP: …………………………………………………",
                "NIP: …………………………………………………");
    }

    private void paragraph(String markup) {
        rows.add("p", "text", markup);
    }

    private BigDecimal fullOf(List<String> nodes) {
        return nodes.stream()
                .map(it -> full.getOrDefault(it, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String weight(List<String> nodes) {
        return Numbers.plain(fullOf(nodes).setScale(2, RoundingMode.HALF_UP));
    }

    /** All three totals: a single one would say either too much or too little. */
    private static String totals(ScoreSheet sheet) {
        return "ketat " + two(sheet.strict().total()) + ", resmi "
                + two(sheet.official().total()) + ", terbaik "
                + two(sheet.best().total());
    }

    private static Score sum(ScoreView view, List<String> nodes) {
        return nodes.stream().map(view::of).reduce(Score.ZERO, Score::plus);
    }

    private String percent(ScoreView view, List<String> nodes) {
        boolean weighted = fullOf(nodes).signum() > 0;
        return weighted ? two(view.percentOf(nodes)) + "%" : DASH;
    }

    private static String points(ScoreSheet sheet, String code) {
        return sheet.value(code).isPresent() ? two(sheet.official().of(code)) : DASH;
    }

    private static String two(Score score) {
        return Numbers.two(score.rounded(2));
    }
}
