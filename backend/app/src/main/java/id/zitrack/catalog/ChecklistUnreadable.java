package id.zitrack.catalog;

import id.zitrack.platform.DomainProblem;
import java.util.List;
import java.util.Map;

/** The workbook is not the filled template, or some of its rows cannot be understood; lines are rows. */
final class ChecklistUnreadable extends DomainProblem {
    ChecklistUnreadable(List<DraftProblem> problems) {
        super(
                "checklist-unreadable",
                422,
                "The workbook cannot be read as a checklist.",
                Map.of("problems", List.copyOf(problems)));
    }

    ChecklistUnreadable(String message) {
        this(List.of(new DraftProblem("", 0, message)));
    }
}
