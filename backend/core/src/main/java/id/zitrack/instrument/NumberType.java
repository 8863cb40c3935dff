package id.zitrack.instrument;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number with a unit and a range; worth value ÷ scale where a scale is given (IPAK and IPKP: index ÷ 4). */
public final class NumberType implements AnswerType {

    private static final Pattern FORM = Pattern.compile("-?\\d{1,12}(\\.\\d{1,12})?");

    private final String unit;
    private final BigDecimal min;
    private final BigDecimal max;
    private final int decimals;
    private final @Nullable BigDecimal scale;

    NumberType(String unit, BigDecimal min, BigDecimal max, int decimals, @Nullable BigDecimal scale) {
        this.unit = unit;
        this.min = min;
        this.max = max;
        this.decimals = decimals;
        this.scale = scale;
    }

    /** Unit as written in the instrument, for example {@code index} or {@code %}. */
    public String unit() {
        return unit;
    }

    /** Smallest allowed number. */
    public BigDecimal min() {
        return min;
    }

    /** Largest allowed number. */
    public BigDecimal max() {
        return max;
    }

    /** Most digits after the decimal point. */
    public int decimals() {
        return decimals;
    }

    /** The number that is worth 1; null where the number brings no points. */
    public @Nullable BigDecimal scale() {
        return scale;
    }

    @Override
    public String kind() {
        return "number";
    }

    @Override
    public boolean scored() {
        return scale != null;
    }

    @Override
    public AnswerValue parse(String answer) {
        if (!FORM.matcher(answer).matches()) {
            throw new InvalidAnswer("jawaban " + AnswerType.quote(answer)
                    + " bukan angka; tulis angka dengan titik desimal, misalnya 3.58");
        }
        var number = new BigDecimal(answer);
        if (number.stripTrailingZeros().scale() > decimals) {
            throw new InvalidAnswer(
                    "angka " + answer + " terlalu rinci; paling banyak " + decimals + " angka di belakang titik");
        }
        if (number.compareTo(min) < 0 || number.compareTo(max) > 0) {
            throw new InvalidAnswer(
                    "angka " + answer + " di luar rentang " + min.toPlainString() + " sampai " + max.toPlainString());
        }
        if (scale == null) {
            return new AnswerValue(answer, 0, 1, number, Map.of());
        }
        int shift = Math.max(Math.max(number.stripTrailingZeros().scale(), scale.scale()), 0);
        return new AnswerValue(
                answer,
                number.movePointRight(shift).longValueExact(),
                scale.movePointRight(shift).longValueExact(),
                number,
                Map.of());
    }

    @Override
    public Text rule() {
        if (scale == null) {
            return new Text("dicatat, tanpa nilai", "recorded, brings no points");
        }
        var words = " ÷ " + scale.toPlainString();
        return new Text("nilai" + words, "value" + words);
    }

    @Override
    public Optional<AnswerValue> answerWorth(BigInteger top, BigInteger bottom) {
        if (scale == null) {
            return Optional.empty();
        }
        var number = new BigDecimal(top).multiply(scale).divide(new BigDecimal(bottom), decimals, RoundingMode.CEILING);
        return Optional.of(
                parse(number.max(min.setScale(decimals, RoundingMode.CEILING)).toPlainString()));
    }

    @Override
    public String formula(SheetCells cells) {
        return scale == null
                ? cells.blank()
                : "IF(ISNUMBER(" + cells.answer() + ")," + cells.answer() + "/" + scale.toPlainString() + ","
                        + cells.blank() + ")";
    }
}
