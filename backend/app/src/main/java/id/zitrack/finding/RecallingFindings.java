package id.zitrack.finding;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.zitrack.assessment.SheetQuestions;
import id.zitrack.assessment.SheetQuestions.Sheet;
import id.zitrack.catalog.CrosswalkCatalog;
import id.zitrack.finding.FindingBody.EarlierFinding;
import id.zitrack.instrument.Crosswalk;
import id.zitrack.instrument.Question;
import id.zitrack.platform.NotThere;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Recalls on this year's sheet what was found on the same unit in earlier years: all of last year, and of the years
 * before what is not confirmed yet.
 */
@Component
class RecallingFindings {
    private final RecordedFindings findings;
    private final SheetQuestions sheets;
    private final CrosswalkCatalog crosswalks;
    private final ShowingFindings showing;

    RecallingFindings(
            RecordedFindings findings, SheetQuestions sheets, CrosswalkCatalog crosswalks, ShowingFindings showing) {
        this.findings = findings;
        this.sheets = sheets;
        this.crosswalks = crosswalks;
        this.showing = showing;
    }

    List<EarlierFinding> earlierThan(UUID assessmentId) {
        var sheet = sheets.find(assessmentId).orElseThrow(() -> new NotThere("assessment", assessmentId));
        int year = yearOf(sheet);
        var all = findings.of(sheet.line().unitId());
        var found = sheets.find(all.stream().map(Finding::assessmentId).collect(toSet()));
        var recalled = all.stream()
                .filter(it -> found.containsKey(it.assessmentId()))
                .filter(it -> bearsOn(year, it, Objects.requireNonNull(found.get(it.assessmentId()))))
                .sorted(Comparator.comparing(Finding::recordedAt).reversed())
                .toList();
        Map<UUID, FindingBody> bodies = showing.of(recalled).stream().collect(toMap(FindingBody::id, it -> it));
        return recalled.stream()
                .map(it -> new EarlierFinding(
                        Objects.requireNonNull(bodies.get(it.id())),
                        codes(it, Objects.requireNonNull(found.get(it.assessmentId())), sheet)))
                .toList();
    }

    private static boolean bearsOn(int year, Finding finding, Sheet on) {
        int found = yearOf(on);
        return found < year && (found == year - 1 || !finding.state().isOver());
    }

    private static int yearOf(Sheet sheet) {
        return sheet.heading().period().year();
    }

    /** The same question; on another instrument the questions that a crosswalk pairs with it. */
    private List<String> codes(Finding finding, Sheet on, Sheet now) {
        var code = finding.found().code();
        if (code == null) {
            return List.of();
        }
        var instrument = now.instrument();
        if (instrument.key().id().equals(on.instrument().key().id())) {
            return now.question(code).map(Question::code).stream().toList();
        }
        var partners = crosswalks.partners(on.instrument(), code).stream()
                .filter(it -> it.instrument().equals(instrument.key().id()))
                .toList();
        return instrument.questions().stream()
                .map(Question::code)
                .filter(it -> partners.stream().anyMatch(node -> Crosswalk.holds(instrument, node.code(), it)))
                .toList();
    }
}
