package id.zitrack.organization;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * How long a unit may repair what came back to it.
 *
 * @param workingDays whether Saturdays and Sundays do not count; public holidays are not known here and do count
 */
public record RepairWindow(int days, boolean workingDays) {

    /** The last day of a window that begins the day after this one. */
    public LocalDate endAfter(LocalDate day) {
        if (!workingDays) {
            return day.plusDays(days);
        }
        var end = day;
        for (int left = days; left > 0; left--) {
            do {
                end = end.plusDays(1);
            } while (end.getDayOfWeek() == DayOfWeek.SATURDAY || end.getDayOfWeek() == DayOfWeek.SUNDAY);
        }
        return end;
    }
}
