package id.zitrack.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalendarTest {
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
    void aDeadlineMayMoveAtAnyTime() {
        var period = add("Penilaian 2026", null, "2026-04-30", null, null);

        var moved = calendar.change(period.id(), details("Penilaian 2026", null, "2026-03-01", null, null));

        assertThat(moved.details().unitDeadline()).isEqualTo("2026-03-01");
        assertThat(moved.revision()).isEqualTo(1);
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
                name, 2026, "lke-90-2021", "1", date(opens), date(unit), date(review), date(nomination));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
