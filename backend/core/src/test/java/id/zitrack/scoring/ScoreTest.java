package id.zitrack.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreTest {

    @Test
    void thirdsAddUpToOne() {
        var third = Score.of(1, 3);

        assertThat(third.plus(third).plus(third)).isEqualTo(Score.of(1, 1));
        assertThat(third.plus(third).plus(third)).hasSameHashCodeAs(Score.of(7, 7));
    }

    @Test
    void isShownWithSixToTwelveDigits() {
        assertThat(Score.of(5, 6).toDecimalString()).isEqualTo("0.833333333333");
        assertThat(Score.of(new BigDecimal("3.06375")).toDecimalString()).isEqualTo("3.063750");
        assertThat(Score.of(new BigDecimal("0.1234567")).toDecimalString()).isEqualTo("0.1234567");
        assertThat(Score.ZERO.toDecimalString()).isEqualTo("0.000000");
        assertThat(Score.of(100, 1).toDecimalString()).isEqualTo("100.000000");
        assertThat(Score.of(-1, 2).toDecimalString()).isEqualTo("-0.500000");
    }

    @Test
    void isRoundedHalfUpForShowing() {
        assertThat(Score.of(5, 1000).rounded(2)).isEqualTo("0.01");
        assertThat(Score.of(2, 3).rounded(2)).isEqualTo("0.67");
    }

    @Test
    void numbersBeyondLongStayExact() {
        var random = new Random(90);
        for (int i = 0; i < 2000; i++) {
            long a = random.nextLong() >> random.nextInt(63);
            long b = (random.nextLong() >>> 1 + random.nextInt(62)) + 1;
            long c = random.nextLong() >> random.nextInt(63);
            long d = (random.nextLong() >>> 1 + random.nextInt(62)) + 1;
            var left = Score.of(a, b);
            var right = Score.of(c, d);
            var sum = big(a).multiply(big(d)).add(big(c).multiply(big(b)));
            var bottom = big(b).multiply(big(d));

            assertThat(left.plus(right)).isEqualTo(Score.of(sum, bottom));
            assertThat(left.plus(right).minus(right)).isEqualTo(left);
            assertThat(left.times(right)).isEqualTo(Score.of(big(a).multiply(big(c)), bottom));
            assertThat(left.compareTo(right)).isEqualTo(big(a).multiply(big(d)).compareTo(big(c).multiply(big(b))));
            if (right.signum() > 0) {
                assertThat(left.dividedBy(right).times(right)).isEqualTo(left);
            }
        }
    }

    @Test
    void nothingIsDividedByZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> Score.of(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Score.of(1, 2).dividedBy(Score.ZERO));
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
