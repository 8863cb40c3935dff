package id.zitrack.instrument;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** A date as {@code 2026-05-31}, without score. */
public record DateType() implements AnswerType {

    @Override
    public String kind() {
        return "date";
    }

    @Override
    public boolean scored() {
        return false;
    }

    @Override
    public AnswerValue parse(String answer) {
        try {
            return AnswerValue.unscored(LocalDate.parse(answer).toString());
        } catch (DateTimeParseException wrong) {
            throw new InvalidAnswer("jawaban " + AnswerType.quote(answer) + " bukan tanggal; tulis seperti 2026-05-31");
        }
    }

    @Override
    public Text rule() {
        return new Text("dicatat, tanpa nilai", "recorded, brings no points");
    }

    @Override
    public String formula(SheetCells cells) {
        return cells.blank();
    }
}
