package id.zitrack.instrument;

/**
 * A free text without score.
 *
 * @param maxLength most characters
 */
public record TextType(int maxLength) implements AnswerType {

    @Override
    public String kind() {
        return "text";
    }

    @Override
    public boolean scored() {
        return false;
    }

    @Override
    public AnswerValue parse(String answer) {
        if (answer.length() > maxLength) {
            throw new InvalidAnswer("teks terlalu panjang; paling banyak " + maxLength + " karakter");
        }
        return AnswerValue.unscored(answer);
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
