package id.zitrack.organization;

import id.zitrack.platform.ChangedMeanwhile;
import id.zitrack.platform.NotThere;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Adds and changes periods; a period can only begin to use an instrument that is published and not retired. */
@Component
class ChangingPeriods {
    private final Calendars calendars;
    private final PublishedInstruments instruments;
    private final Organization organization;
    private final CurrentInstitution current;
    private final Clock clock;

    ChangingPeriods(
            Calendars calendars,
            PublishedInstruments instruments,
            Organization organization,
            CurrentInstitution current,
            Clock clock) {
        this.calendars = calendars;
        this.instruments = instruments;
        this.organization = organization;
        this.current = current;
        this.clock = clock;
    }

    Period add(UUID institutionId, Period.Details details) {
        requireOffered(institutionId, details);
        var id = UUID.randomUUID();
        return change(institutionId, calendar -> calendar.add(id, details));
    }

    Period change(UUID institutionId, UUID id, long revision, Period.Details details) {
        return change(institutionId, calendar -> {
            var before = seen(calendar, id, revision);
            if (!before.details().usesSameInstrumentAs(details)) {
                requireOffered(institutionId, details);
            }
            return calendar.change(id, details);
        });
    }

    /** Moves one entry of the calendar; what it was before stays on record. */
    Period move(UUID institutionId, UUID id, long revision, MoveRequest request) {
        return change(institutionId, calendar -> {
            var before = seen(calendar, id, revision);
            var move = new MovedEntry(
                    now(),
                    current.personName(),
                    request.entry(),
                    request.round(),
                    before.details().value(request.entry(), request.round()),
                    request.value(),
                    request.letter(),
                    request.reason().strip());
            return calendar.move(id, move);
        });
    }

    /** Gives one unit more time, or ends that. */
    Period extend(UUID institutionId, UUID id, long revision, ExtensionRequest request) {
        var unit = organization
                .unit(request.unitId())
                .filter(it -> it.institutionId().equals(institutionId))
                .orElseThrow(() -> new NotThere("unit", request.unitId()));
        var extension = new Extension(
                now(),
                current.personName(),
                unit.id(),
                request.until(),
                request.reason().strip(),
                request.letter());
        return change(institutionId, calendar -> {
            seen(calendar, id, revision);
            return calendar.extend(id, extension);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The period, if it still is what the caller has seen. */
    private Period seen(Calendar calendar, UUID id, long revision) {
        var before = calendar.find(id).orElseThrow(() -> new NotThere("period", id));
        if (before.revision() != revision) {
            throw new ChangedMeanwhile("The period", PeriodResponse.of(before, title(before.details())));
        }
        return before;
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
