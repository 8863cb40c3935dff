package id.zitrack.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final Letter LETTER = new Letter("B/12/2026", LocalDate.of(2026, 3, 1));

    private final Calendar calendar = Calendar.emptyOf(UUID.randomUUID());

    @Test
    void datesComeInTheirOrder() {
        assertThat(add("2026", "2026-01-05", "2026-04-30", "2026-05-31", "2026-06-30")
                        .revision())
                .isZero();

        assertThatThrownBy(() -> add("a", "2026-05-01", "2026-04-30", null, null))
                .isInstanceOf(DatesOutOfOrder.class);
        assertThatThrownBy(() -> add("b", null, "2026-04-30", "2026-04-29", null))
                .isInstanceOf(DatesOutOfOrder.class);
        assertThatThrownBy(() -> add("c", "2026-07-01", null, null, "2026-06-30"))
                .isInstanceOf(DatesOutOfOrder.class);
    }

    @Test
    void datesMayBeUnsetOrFallOnOneDay() {
        add("belum ada surat", null, null, null, null);
        add("satu hari", "2026-04-30", "2026-04-30", null, "2026-04-30");

        assertThat(calendar.newestFirst()).hasSize(2);
    }

    @Test
    void periodsHaveNamesOfTheirOwn() {
        add("Penilaian 2026", null, null, null, null);

        assertThatThrownBy(() -> add("PENILAIAN 2026", null, null, null, null)).isInstanceOf(PeriodNameTaken.class);
    }

    @Test
    void aDateThatIsSetMovesByLetterOnly() {
        var period = add("Penilaian 2026", null, "2026-04-30", null, null);

        assertThatThrownBy(
                        () -> calendar.change(period.id(), details("Penilaian 2026", null, "2026-03-01", null, null)))
                .isInstanceOf(DatesMoveByLetter.class);
        var completed = calendar.change(period.id(), details("Lain", "2026-01-05", null, null, "2026-06-30"));

        assertThat(completed.details().unitDeadline()).isEqualTo("2026-04-30");
        assertThat(completed.details().nominationDeadline()).isEqualTo("2026-06-30");
        assertThat(completed.revision()).isEqualTo(1);
    }

    @Test
    void everyEntryMovesAndWhatItWasStays() {
        var day = LocalDate.of(2026, 5, 1);
        var span = new EntryValue(day, day.plusDays(5), null, null);
        var period = calendar.add(
                UUID.randomUUID(),
                new Period.Details(
                        "Penilaian 2026",
                        2026,
                        "lke-90-2021",
                        "1",
                        day,
                        day,
                        day,
                        day,
                        List.of(new ReviewRound("Putaran 1", day, day), new ReviewRound("Putaran 2", day, day)),
                        new RepairWindow(3, false),
                        day,
                        day,
                        null,
                        null));
        var wanted = Map.of(
                CalendarEntry.OPENING, EntryValue.from(day.minusDays(1)),
                CalendarEntry.UNIT_DEADLINE, EntryValue.until(day.plusDays(1)),
                CalendarEntry.REVIEW_ROUND, span,
                CalendarEntry.REVIEW_DEADLINE, EntryValue.until(day.plusDays(2)),
                CalendarEntry.NOMINATION_DEADLINE, EntryValue.until(day.plusDays(3)),
                CalendarEntry.REPAIR_WINDOW, new EntryValue(null, null, 2, true),
                CalendarEntry.APPEAL_WINDOW, span);

        for (var entry : List.of(
                CalendarEntry.NOMINATION_DEADLINE,
                CalendarEntry.REVIEW_DEADLINE,
                CalendarEntry.UNIT_DEADLINE,
                CalendarEntry.OPENING,
                CalendarEntry.REVIEW_ROUND,
                CalendarEntry.REPAIR_WINDOW,
                CalendarEntry.APPEAL_WINDOW)) {
            var round = entry == CalendarEntry.REVIEW_ROUND ? "Putaran 2" : null;
            var before = calendar.find(period.id()).orElseThrow().details().value(entry, round);
            var after = move(period.id(), entry, round, Objects.requireNonNull(wanted.get(entry)));

            assertThat(after.details().value(entry, round)).as(entry.name()).isEqualTo(wanted.get(entry));
            assertThat(after.moves().get(after.moves().size() - 1).before())
                    .as(entry.name())
                    .isEqualTo(before)
                    .isNotEqualTo(wanted.get(entry));
        }
        var moved = calendar.find(period.id()).orElseThrow();
        assertThat(moved.moves()).hasSize(CalendarEntry.values().length);
        assertThat(moved.details().allRounds().get(0)).isEqualTo(new ReviewRound("Putaran 1", day, day));
    }

    @Test
    void aMoveMayNotTurnTheOrderAndMayTakeADateAway() {
        var period = add("Penilaian 2026", "2026-01-05", "2026-04-30", null, null);

        assertThatThrownBy(() -> move(
                        period.id(), CalendarEntry.UNIT_DEADLINE, null, EntryValue.until(LocalDate.of(2026, 1, 4))))
                .isInstanceOf(DatesOutOfOrder.class);
        var without = move(period.id(), CalendarEntry.UNIT_DEADLINE, null, EntryValue.NONE);

        assertThat(without.details().unitDeadline()).isNull();
        assertThat(without.moves()).hasSize(1);
    }

    @Test
    void anExtensionHoldsForOneUnitAndNeverShortens() {
        var unit = UUID.randomUUID();
        var period = add("Penilaian 2026", null, "2026-04-30", null, null);

        extend(period.id(), unit, LocalDate.of(2026, 5, 14));
        assertThat(deadline(period.id(), unit)).isEqualTo("2026-05-14");
        assertThat(deadline(period.id(), UUID.randomUUID())).isEqualTo("2026-04-30");

        move(period.id(), CalendarEntry.UNIT_DEADLINE, null, EntryValue.until(LocalDate.of(2026, 6, 1)));
        assertThat(deadline(period.id(), unit)).isEqualTo("2026-06-01");

        extend(period.id(), unit, LocalDate.of(2026, 6, 9));
        extend(period.id(), unit, null);
        assertThat(deadline(period.id(), unit)).isEqualTo("2026-06-01");
        assertThat(calendar.find(period.id()).orElseThrow().extensions()).hasSize(3);
    }

    @Test
    void theReviewIsDueWithTheRoundASheetCameInto() {
        var first = new ReviewRound("Putaran 1", LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 10));
        var second = new ReviewRound("Putaran 2", LocalDate.of(2026, 5, 20), LocalDate.of(2026, 5, 30));
        var view = calendar.add(
                        UUID.randomUUID(),
                        new Period.Details(
                                "Penilaian 2026",
                                2026,
                                "lke-90-2021",
                                "1",
                                null,
                                null,
                                LocalDate.of(2026, 6, 15),
                                null,
                                List.of(first, second),
                                null,
                                null,
                                null,
                                null,
                                null))
                .viewIn(UUID.randomUUID());

        assertThat(view.reviewDeadlineFor(LocalDate.of(2026, 4, 1))).isEqualTo(first.until());
        assertThat(view.reviewDeadlineFor(LocalDate.of(2026, 5, 10))).isEqualTo(first.until());
        assertThat(view.reviewDeadlineFor(LocalDate.of(2026, 5, 11))).isEqualTo(second.until());
        assertThat(view.reviewDeadlineFor(LocalDate.of(2026, 6, 1))).isEqualTo("2026-06-15");
    }

    @Test
    void aRepairWindowCountsWorkingOrCalendarDays() {
        var friday = LocalDate.of(2026, 5, 8);

        assertThat(new RepairWindow(3, false).endAfter(friday)).isEqualTo("2026-05-11");
        assertThat(new RepairWindow(3, true).endAfter(friday)).isEqualTo("2026-05-13");
        assertThat(new RepairWindow(1, true).endAfter(friday.plusDays(1))).isEqualTo("2026-05-11");
    }

    private Period move(UUID id, CalendarEntry entry, @Nullable String round, EntryValue after) {
        var before = calendar.find(id).orElseThrow().details().value(entry, round);
        return calendar.move(
                id, new MovedEntry(NOW, "Dian", entry, round, before, after, LETTER, "Menunggu hasil survei"));
    }

    private void extend(UUID id, UUID unit, @Nullable LocalDate until) {
        calendar.extend(id, new Extension(NOW, "Dian", unit, until, "Banjir", null));
    }

    private @Nullable LocalDate deadline(UUID id, UUID unit) {
        return calendar.find(id).orElseThrow().viewIn(UUID.randomUUID()).unitDeadlineOf(unit);
    }

    private Period add(
            String name,
            @Nullable String opens,
            @Nullable String unit,
            @Nullable String review,
            @Nullable String nomination) {
        return calendar.add(UUID.randomUUID(), details(name, opens, unit, review, nomination));
    }

    private static Period.Details details(
            String name,
            @Nullable String opens,
            @Nullable String unit,
            @Nullable String review,
            @Nullable String nomination) {
        return new Period.Details(
                name,
                2026,
                "lke-90-2021",
                "1",
                date(opens),
                date(unit),
                date(review),
                date(nomination),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
