package id.zitrack.activity;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.activity.Activity.Slot;
import id.zitrack.evidence.DateCheck.Dated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityTest {
    private static final UUID SOMEBODY = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-05-04T02:00:00Z");

    @Test
    void showsTheSlotsInWhichNothingLies() {
        var activity = rapat();
        var minutes = UUID.randomUUID();
        var removed = UUID.randomUUID();
        activity.put(Slot.MINUTES, minutes, SOMEBODY, NOW);
        activity.put(Slot.PHOTOS, removed, SOMEBODY, NOW);

        assertThat(activity.missing(Set.of(minutes)))
                .containsExactly(Slot.INVITATION, Slot.ATTENDANCE, Slot.PHOTOS, Slot.REPORT);
    }

    @Test
    void holdsAPieceOfEvidenceOnceInEachSlot() {
        var activity = rapat();
        var file = UUID.randomUUID();

        assertThat(activity.put(Slot.PHOTOS, file, SOMEBODY, NOW)).isTrue();
        assertThat(activity.put(Slot.PHOTOS, file, SOMEBODY, NOW)).isFalse();
        assertThat(activity.put(Slot.REPORT, file, SOMEBODY, NOW)).isTrue();
        activity.take(Slot.PHOTOS, file);

        assertThat(activity.evidenceIds()).containsExactly(file);
    }

    @ParameterizedTest
    @CsvSource({
        // The activity lasts from 10 to 11 March 2026.
        "INVITATION, 2026-03-10, 2026-03-02, false",
        "INVITATION, 2026-03-10, 2026-03-11, true",
        "INVITATION, 2026-03-12, 2026-03-02, true",
        "ATTENDANCE, 2026-03-11,           , false",
        "ATTENDANCE, 2026-03-09,           , true",
        "ATTENDANCE,           , 2026-03-09, true",
        "MINUTES,    2026-03-10, 2026-03-15, false",
        "MINUTES,    2026-03-10, 2026-03-01, true",
        "PHOTOS,               ,           , false",
        "REPORT,               , 2026-03-31, false",
    })
    void seesDatesThatContradictIt(
            Slot slot, @Nullable LocalDate activityDate, @Nullable LocalDate documentDate, boolean disagrees) {
        var activity = rapat();
        var evidence = new Dated(UUID.randomUUID(), activityDate, documentDate);
        activity.put(slot, evidence.evidenceId(), SOMEBODY, NOW);

        assertThat(activity.disagreesWith(evidence)).isEqualTo(disagrees);
    }

    private static Activity rapat() {
        return Activity.of(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new Activity.About(
                        "Rapat tim", LocalDate.parse("2026-03-10"), LocalDate.parse("2026-03-11"), "Aula", null),
                SOMEBODY,
                NOW);
    }
}
