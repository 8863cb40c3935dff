package id.zitrack.organization;

import id.zitrack.platform.ChangedMeanwhile;
import id.zitrack.platform.NotThere;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Adds and changes periods; a period can only begin to use an instrument that is published and not retired. */
@Component
class ChangingPeriods {
    private final Calendars calendars;
    private final PublishedInstruments instruments;

    ChangingPeriods(Calendars calendars, PublishedInstruments instruments) {
        this.calendars = calendars;
        this.instruments = instruments;
    }

    Period add(UUID institutionId, Period.Details details) {
        requireOffered(institutionId, details);
        var id = UUID.randomUUID();
        return change(institutionId, calendar -> calendar.add(id, details));
    }

    Period change(UUID institutionId, UUID id, long revision, Period.Details details) {
        return change(institutionId, calendar -> {
            var before = calendar.find(id).orElseThrow(() -> new NotThere("period", id));
            if (before.revision() != revision) {
                throw new ChangedMeanwhile("The period", PeriodResponse.of(before, title(before.details())));
            }
            if (!before.details().usesSameInstrumentAs(details)) {
                requireOffered(institutionId, details);
            }
            return calendar.change(id, details);
        });
    }

    private String title(Period.Details details) {
        return instruments
                .title(details.instrumentId(), details.instrumentVersion(), Locale.forLanguageTag("id"))
                .orElse(details.instrumentId());
    }

    private void requireOffered(UUID institutionId, Period.Details details) {
        var id = details.instrumentId();
        var version = details.instrumentVersion();
        switch (instruments.offer(institutionId, id, version)) {
            case UNKNOWN -> throw new InstrumentNotPublished(id, version);
            case RETIRED -> throw new InstrumentRetired(id, version);
            case OFFERED -> {}
        }
    }

    private Period change(UUID institutionId, Function<Calendar, Period> change) {
        return Retrying.whileOthersSave(() -> {
            var calendar = calendars.findById(institutionId).orElseGet(() -> Calendar.emptyOf(institutionId));
            var period = change.apply(calendar);
            calendars.save(calendar);
            return period;
        });
    }
}
