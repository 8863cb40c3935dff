package id.zitrack.evidence;

import id.zitrack.assessment.AssessmentView;
import id.zitrack.assessment.LeftBehind;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Question;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Counts links to questions that the other instrument does not have. */
@Component
class LinksLeftBehind implements LeftBehind {
    private final EvidenceRecords records;

    LinksLeftBehind(EvidenceRecords records) {
        this.records = records;
    }

    @Override
    public Kind kind() {
        return Kind.EVIDENCE;
    }

    @Override
    public Map<String, Integer> byQuestion(AssessmentView assessment, Instrument to) {
        var counts = new TreeMap<String, Integer>();
        records.linkedTo(assessment.id()).stream()
                .flatMap(it -> it.links().stream())
                .filter(it -> it.assessmentId().equals(assessment.id()))
                .filter(it ->
                        to.find(it.code()).filter(Question.class::isInstance).isEmpty())
                .forEach(it -> counts.merge(it.code(), 1, Integer::sum));
        return counts;
    }
}
