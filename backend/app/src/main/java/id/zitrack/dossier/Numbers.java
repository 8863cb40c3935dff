package id.zitrack.dossier;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Writes numbers and dates as Indonesian readers expect them. */
final class Numbers {
    /** Dates in a dossier are those of Jakarta wherever the server stands, so that its bytes do not depend on it. */
    static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des");

    private Numbers() {}

    /** A number with all its digits and a decimal comma. */
    static String plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.setScale(Math.max(0, stripped.scale()), RoundingMode.UNNECESSARY)
                .toPlainString()
                .replace('.', ',');
    }

    /** A number with two decimals, rounded half up, and a decimal comma. */
    static String two(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP).toPlainString().replace('.', ',');
    }

    static String date(LocalDate date) {
        return date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
    }

    static String date(Instant at) {
        return date(at.atZone(ZONE).toLocalDate());
    }

    /** A date with the time of day, WIB. */
    static String time(Instant at) {
        var local = at.atZone(ZONE);
        return date(local.toLocalDate()) + " %02d.%02d WIB".formatted(local.getHour(), local.getMinute());
    }
}
