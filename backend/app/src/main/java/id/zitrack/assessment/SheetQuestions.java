package id.zitrack.assessment;

import static java.util.stream.Collectors.toMap;

import id.zitrack.instrument.Confidentiality;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Question;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Names sheets and their questions for other rooms, without reading the answers. */
@Component
public class SheetQuestions {
    private final AssessmentLookup assessments;
    private final Headings headings;
    private final Instruments instruments;

    SheetQuestions(AssessmentLookup assessments, Headings headings, Instruments instruments) {
        this.assessments = assessments;
        this.headings = headings;
        this.instruments = instruments;
    }

    /** A sheet with what stands above it and its questions. */
    public record Sheet(AssessmentLine line, Headings.Heading heading, Instrument instrument) {

        public Optional<Question> question(String code) {
            return instrument.find(code).filter(Question.class::isInstance).map(Question.class::cast);
        }

        /** The words of a question in the language of the request; its code if it is not on the sheet any more. */
        public String label(String code) {
            return question(code)
                    .map(it -> it.label().in(RequestLanguage.get()))
                    .orElse(code);
        }

        /** Whether what is said about a question tells of evidence that only few may know of. */
        public boolean isSecret(String code) {
            return question(code)
                    .filter(it -> it.confidentiality() == Confidentiality.SECRET)
                    .isPresent();
        }
    }

    public Optional<Sheet> find(UUID assessmentId) {
        return Optional.ofNullable(find(List.of(assessmentId)).get(assessmentId));
    }

    /** The sheets with these ids; those that are not there are left out. */
    public Map<UUID, Sheet> find(Collection<UUID> assessmentIds) {
        var lines = assessments.lines(assessmentIds.stream().distinct().toList());
        var above = headings.of(lines);
        return lines.stream()
                .collect(toMap(
                        AssessmentLine::id,
                        it -> new Sheet(
                                it,
                                Objects.requireNonNull(above.get(it.id())),
                                instruments.get(it.instrument(), it.institutionId()))));
    }
}
