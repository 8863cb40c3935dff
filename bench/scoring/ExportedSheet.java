package id.zitrack.dossier;

import id.zitrack.identity.Stage;
import id.zitrack.instrument.Instrument;
import id.zitrack.precondition.JudgedPreconditions;
import id.zitrack.scoring.Scoring;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A filled sheet as the workbook that the application exports. */
public final class ExportedSheet {
    private static final Instant AS_OF = Instant.parse("2026-06-14T03:32:00Z");

    /** The sheet of the workbook with one row for each line of the LKE, and the column with the unit's strict points. */
    public static final String SHEET = LkeWorkbook.SHEET;

    public static final int STRICT_COLUMN = LkeWorkbook.Points.UNIT_STRICT.column.charAt(0) - 'A';

    private ExportedSheet() {}

    public static byte[] of(Instrument instrument, Map<String, String> answers) {
        var replies = new HashMap<String, DossierContent.Reply>();
        answers.forEach((code, answer) -> replies.put(code, new DossierContent.Reply(answer, null, "Unit", AS_OF)));
        return LkeWorkbook.write(new DossierContent(
                new UUID(1, 2),
                "Pemerintah Kabupaten Contoh",
                "Unit Contoh",
                "Contoh",
                "Periode 2026",
                2026,
                instrument,
                Stage.DRAFT,
                AS_OF,
                replies,
                Scoring.score(instrument, answers),
                null,
                Map.of(),
                Map.of(),
                List.of(),
                0,
                List.of(),
                new JudgedPreconditions(List.of(), List.of()),
                null));
    }

    /** The row of a node in the workbook, counted from 0. */
    public static int row(Instrument instrument, String code) {
        return SheetPlan.of(instrument).row(code) - 1;
    }
}
