package id.zitrack.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import id.zitrack.instrument.Confidentiality;
import java.time.LocalDate;
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

    private static Details details(
            @Nullable String type,
            @Nullable String number,
            @Nullable LocalDate document,
            @Nullable LocalDate activity,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        return new Details(
                "Bukti", type, number, document, activity, from, until, null, Confidentiality.INTERNAL, null);
    }
}
