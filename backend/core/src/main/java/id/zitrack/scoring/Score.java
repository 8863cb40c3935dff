package id.zitrack.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A number of points, or another exact value, as a fraction. Rounded only when shown.
 *
 * <p>Fractions and not decimals, because a mean over three questions does not end: a gate at exactly 60 % must be met by
 * exactly 60 %. Numbers that fit are kept as {@code long}, others as {@link BigInteger}.
 */
public final class Score implements Comparable<Score> {

    /** No points. */
    public static final Score ZERO = new Score(0, 1, null, null);

    private static final Score HUNDRED = new Score(100, 1, null, null);
    private static final int FEWEST_DECIMALS = 6;
    private static final int MOST_DECIMALS = 12;

    private final long numerator;
    private final long denominator;
    private final @Nullable BigInteger bigNumerator;
    private final @Nullable BigInteger bigDenominator;

    private Score(
            long numerator, long denominator, @Nullable BigInteger bigNumerator, @Nullable BigInteger bigDenominator) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.bigNumerator = bigNumerator;
        this.bigDenominator = bigDenominator;
    }

    /** A fraction; the denominator is above 0. */
    public static Score of(long numerator, long denominator) {
        if (denominator <= 0) {
            throw new IllegalArgumentException("Denominator " + denominator);
        }
        return new Score(numerator, denominator, null, null);
    }

    /** A fraction of any size; the denominator is above 0. */
    public static Score of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("Denominator " + denominator);
        }
        if (numerator.bitLength() < 64 && denominator.bitLength() < 64) {
            return new Score(numerator.longValue(), denominator.longValue(), null, null);
        }
        var divisor = numerator.gcd(denominator);
        var top = numerator.divide(divisor);
        var bottom = denominator.divide(divisor);
        return top.bitLength() < 64 && bottom.bitLength() < 64
                ? new Score(top.longValue(), bottom.longValue(), null, null)
                : new Score(0, 1, top, bottom);
    }

    /** A decimal, exactly. */
    public static Score of(BigDecimal value) {
        return value.scale() <= 0
                ? of(value.toBigIntegerExact(), BigInteger.ONE)
                : of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    BigInteger top() {
        return bigNumerator != null ? bigNumerator : BigInteger.valueOf(numerator);
    }

    BigInteger bottom() {
        return bigDenominator != null ? bigDenominator : BigInteger.valueOf(denominator);
    }

    private boolean isSmall() {
        return bigNumerator == null;
    }

    private static boolean fits(long one, long other) {
        return Math.multiplyHigh(one, other) == (one * other) >> 63;
    }

    /** The sum. */
    public Score plus(Score other) {
        return combine(other, 1);
    }

    /** The difference. */
    public Score minus(Score other) {
        return combine(other, -1);
    }

    private Score combine(Score other, int sign) {
        if (isSmall() && other.isSmall()) {
            if (denominator == other.denominator) {
                long sum = numerator + sign * other.numerator;
                if (Math.abs(numerator) < Long.MAX_VALUE / 2 && Math.abs(other.numerator) < Long.MAX_VALUE / 2) {
                    return new Score(sum, denominator, null, null);
                }
            } else if (fits(numerator, other.denominator)
                    && fits(other.numerator, denominator)
                    && fits(denominator, other.denominator)) {
                long left = numerator * other.denominator;
                long right = other.numerator * denominator;
                if (Math.abs(left) < Long.MAX_VALUE / 2 && Math.abs(right) < Long.MAX_VALUE / 2) {
                    return new Score(left + sign * right, denominator * other.denominator, null, null);
                }
            }
        }
        var left = top().multiply(other.bottom());
        var right = other.top().multiply(bottom());
        return of(sign > 0 ? left.add(right) : left.subtract(right), bottom().multiply(other.bottom()));
    }

    /** The product. */
    public Score times(Score other) {
        if (isSmall() && other.isSmall() && fits(numerator, other.numerator) && fits(denominator, other.denominator)) {
            return new Score(numerator * other.numerator, denominator * other.denominator, null, null);
        }
        return of(top().multiply(other.top()), bottom().multiply(other.bottom()));
    }

    /** The quotient; the divisor is above 0. */
    public Score dividedBy(Score other) {
        if (other.signum() <= 0) {
            throw new IllegalArgumentException("Divided by " + other);
        }
        return times(
                other.isSmall()
                        ? new Score(other.denominator, other.numerator, null, null)
                        : of(other.bottom(), other.top()));
    }

    /** This as a share of a whole, times 100; the whole is above 0. */
    public Score percentOf(Score whole) {
        return times(HUNDRED).dividedBy(whole);
    }

    /** −1, 0 or 1. */
    public int signum() {
        return bigNumerator != null ? bigNumerator.signum() : Long.signum(numerator);
    }

    @Override
    public int compareTo(Score other) {
        if (isSmall() && other.isSmall()) {
            if (denominator == other.denominator) {
                return Long.compare(numerator, other.numerator);
            }
            if (fits(numerator, other.denominator) && fits(other.numerator, denominator)) {
                return Long.compare(numerator * other.denominator, other.numerator * denominator);
            }
        }
        return top().multiply(other.bottom()).compareTo(other.top().multiply(bottom()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Score score && compareTo(score) == 0;
    }

    @Override
    public int hashCode() {
        var divisor = top().gcd(bottom());
        return top().divide(divisor).hashCode() * 31 + bottom().divide(divisor).hashCode();
    }

    /** The largest whole number that is not above this. */
    BigInteger floor() {
        var parts = top().divideAndRemainder(bottom());
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** Rounded half up, for showing only. */
    public BigDecimal rounded(int places) {
        return new BigDecimal(top()).divide(new BigDecimal(bottom()), places, RoundingMode.HALF_UP);
    }

    /** Plain decimal with 6 to 12 digits after the point; exact where 12 digits are enough. */
    public String toDecimalString() {
        var decimal = rounded(MOST_DECIMALS);
        int scale = Math.max(FEWEST_DECIMALS, decimal.stripTrailingZeros().scale());
        return decimal.setScale(scale, RoundingMode.UNNECESSARY).toPlainString();
    }

    @Override
    public String toString() {
        return toDecimalString();
    }
}
