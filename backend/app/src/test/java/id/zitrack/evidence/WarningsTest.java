package id.zitrack.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.instrument.Confidentiality;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarningsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @ParameterizedTest
    @CsvSource({
        "minutes,    2026-03-10, 2026-03-10, false",
        "minutes,    2026-03-12, 2026-03-10, false",
        "minutes,    2026-03-09, 2026-03-10, true",
        "attendance, 2026-03-09, 2026-03-10, true",
        "invitation, 2026-03-05, 2026-03-10, false",
        "invitation, 2026-03-11, 2026-03-10, true",
        "decree,     2026-03-11, 2026-03-10, false",
        "decree,     2026-11-24,           , true",
        "decree,     2026-11-23,           , false",
    })
    void seesDatesThatCannotBothBeRight(
            String type, LocalDate document, @Nullable LocalDate activity, boolean disagree) {
        var warnings = Warnings.aboutDetails(details(type, "1/2026", document, activity, null, null), TODAY);

        assertThat(warnings.contains("dates-disagree")).isEqualTo(disagree);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01,           ,           , false",
        "2025-01-01,           ,           , false",
        "2024-12-31,           ,           , true",
        "2027-01-01,           ,           , true",
        "2019-05-05, 2019-05-05, 2026-12-31, false",
        "2019-05-05, 2019-05-05, 2024-12-31, true",
        "          , 2020-01-01,           , true",
        "          ,           , 2026-06-30, false",
        "          ,           ,           , false",
    })
    void seesDocumentsOfAnotherYear(
            @Nullable LocalDate document, @Nullable LocalDate from, @Nullable LocalDate until, boolean outside) {
        assertThat(Warnings.isOutside(details("decree", "1", document, null, from, until), 2026))
                .isEqualTo(outside);
    }

    @Test
    void missesADateOnlyWhenThereIsNone() {
        assertThat(Warnings.aboutDetails(details(null, null, null, null, null, null), TODAY))
                .containsExactly("no-date");
        assertThat(Warnings.aboutDetails(details("photo", null, null, TODAY, null, null), TODAY))
                .isEmpty();
    }

    @Test
    void missesANumberOnlyWhereThereShouldBeOne() {
        assertThat(Warnings.aboutDetails(details("decree", null, TODAY, null, null, null), TODAY))
                .containsExactly("no-number");
        assertThat(Warnings.aboutDetails(details("minutes", null, TODAY, null, null, null), TODAY))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "decree,     , true",
        "minutes,    , true",
        "photo,      , false",
        "attendance, , false",
        "decree, Kepala Dinas, false",
    })
    void missesASignerOnlyWhereSomebodyAnswersForTheDocument(String type, @Nullable String signer, boolean unsigned) {
        var warnings = Warnings.aboutDetails(details(type, "1", TODAY, null, null, null, signer, null), TODAY);

        assertThat(warnings.contains("unsigned")).isEqualTo(unsigned);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22, true", "2026-11-23, false", "2027-01-01, false", ", false"})
    void seesWhatDoesNotHoldAnyMore(@Nullable LocalDate until, boolean ended) {
        var warnings = Warnings.aboutDetails(details("decree", "1", TODAY, null, null, null, "Kepala", until), TODAY);

        assertThat(warnings.contains("validity-ended")).isEqualTo(ended);
    }

    @Test
    void aDecreeThatStillHoldsIsNotOfAnotherYear() {
        var old = LocalDate.parse("2019-05-05");

        assertThat(Warnings.isOutside(
                        details("decree", "1", old, null, null, null, "Kepala", LocalDate.parse("2026-12-31")), 2026))
                .isFalse();
    }

    @Test
    void aFileOfLastYearIsSeenUnlessItWasReplacedOrStillHolds() {
        var lastYear = Instant.parse("2025-05-05T00:00:00Z");
        var thisYear = Instant.parse("2026-05-05T00:00:00Z");
        var replaced = Instant.parse("2026-06-05T00:00:00Z");
        var years = new TreeMap<>(Map.of(2025, lastYear, 2026, thisYear));
        var open = details("decree", "1", TODAY, null, null, null);
        var holds = details("decree", "1", TODAY, null, null, null, "Kepala", LocalDate.parse("2026-12-31"));

        assertThat(Warnings.isOfAnEarlierYear(open, lastYear, years)).isTrue();
        assertThat(Warnings.isOfAnEarlierYear(open, replaced, years)).isFalse();
        assertThat(Warnings.isOfAnEarlierYear(holds, lastYear, years)).isFalse();
        assertThat(Warnings.isOfAnEarlierYear(open, lastYear, new TreeMap<>(Map.of(2026, thisYear))))
                .isFalse();
    }

    private static Details details(
            @Nullable String type,
            @Nullable String number,
            @Nullable LocalDate document,
            @Nullable LocalDate activity,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        return details(type, number, document, activity, from, until, "Kepala Dinas", null);
    }

    private static Details details(
            @Nullable String type,
            @Nullable String number,
            @Nullable LocalDate document,
            @Nullable LocalDate activity,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String signer,
            @Nullable LocalDate validUntil) {
        return new Details(
                "Bukti",
                type,
                number,
                document,
                activity,
                from,
                until,
                signer,
                Confidentiality.INTERNAL,
                null,
                null,
                validUntil,
                null);
    }
}
