package id.zitrack.organization;

import id.zitrack.platform.Facts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One round of assessments with one instrument.
 *
 * @param revision counts the changes of this period, from 0
 */
record Period(UUID id, Details details, long revision) {

    /** What an administrator says about a period; dates are null until a letter sets them. */
    record Details(
            String name,
            int year,
            String instrumentId,
            String instrumentVersion,
            @Nullable LocalDate opensOn,
            @Nullable LocalDate unitDeadline,
            @Nullable LocalDate reviewDeadline,
            @Nullable LocalDate nominationDeadline) {

        boolean usesSameInstrumentAs(Details other) {
            return instrumentId.equals(other.instrumentId) && instrumentVersion.equals(other.instrumentVersion);
        }

        void requireDatesInOrder() {
            var dates = new ArrayList<LocalDate>();
            for (var date : new @Nullable LocalDate[] {opensOn, unitDeadline, reviewDeadline, nominationDeadline}) {
                if (date != null) {
                    dates.add(date);
                }
            }
            if (!dates.equals(dates.stream().sorted().toList())) {
                throw new DatesOutOfOrder();
            }
        }
    }

    Facts facts() {
        return Facts.about("period", id)
                .say("name", details.name())
                .say("year", details.year())
                .say("instrument", details.instrumentId() + "@" + details.instrumentVersion())
                .say("opensOn", details.opensOn())
                .say("unitDeadline", details.unitDeadline())
                .say("reviewDeadline", details.reviewDeadline())
                .say("nominationDeadline", details.nominationDeadline());
    }

    PeriodView viewIn(UUID institutionId) {
        return new PeriodView(
                id,
                institutionId,
                details.name(),
                details.year(),
                details.instrumentId(),
                details.instrumentVersion(),
                details.opensOn(),
                details.unitDeadline(),
                details.reviewDeadline(),
                details.nominationDeadline());
    }
}
