package id.zitrack.evidence;

import id.zitrack.assessment.AssessmentLookup;
import id.zitrack.assessment.AssessmentView;
import id.zitrack.catalog.InstrumentCatalog;
import id.zitrack.identity.Stage;
import id.zitrack.instrument.Instrument;
import id.zitrack.instrument.Question;
import id.zitrack.organization.OrganizationLookup;
import id.zitrack.organization.PeriodView;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Reads the sheets that evidence is tied to, with what people call them. */
@Component
public class Sheets {
    private final AssessmentLookup assessments;
    private final InstrumentCatalog instruments;
    private final OrganizationLookup organization;

    Sheets(AssessmentLookup assessments, InstrumentCatalog instruments, OrganizationLookup organization) {
        this.assessments = assessments;
        this.instruments = instruments;
        this.organization = organization;
    }

    /** A sheet with its instrument and period. */
    public record Sheet(
            AssessmentView assessment,
            Instrument instrument,
            @Nullable PeriodView period) {
        public Optional<Question> question(String code) {
            return instrument.find(code).filter(Question.class::isInstance).map(Question.class::cast);
        }

        /** The words of a question; its code if it is not on the sheet any more. */
        public String label(String code) {
            return question(code)
                    .map(it -> it.label().in(LocaleContextHolder.getLocale().getLanguage()))
                    .orElse(code);
        }

        public SheetName name() {
            return new SheetName(
                    assessment.id(),
                    instrument.title().in(LocaleContextHolder.getLocale().getLanguage()),
                    period == null ? "–" : period.name(),
                    year(),
                    assessment.stage());
        }

        /** The year of the period; 0 if the period is gone. */
        int year() {
            return period == null ? 0 : period.year();
        }
    }

    /** A sheet by name. */
    public record SheetName(UUID assessmentId, String instrument, String period, int year, Stage stage) {}

    public Optional<Sheet> find(UUID assessmentId) {
        return assessments
                .find(assessmentId)
                .flatMap(assessment -> instruments
                        .find(assessment.instrument(), assessment.institutionId())
                        .map(it -> new Sheet(
                                assessment,
                                it,
                                organization.period(assessment.periodId()).orElse(null))));
    }

    /** The sheets with these ids; those that are not there are left out. */
    public Map<UUID, Sheet> find(Collection<UUID> assessmentIds) {
        var found = new LinkedHashMap<UUID, Sheet>();
        assessmentIds.stream().distinct().forEach(id -> find(id).ifPresent(it -> found.put(id, it)));
        return found;
    }
}
