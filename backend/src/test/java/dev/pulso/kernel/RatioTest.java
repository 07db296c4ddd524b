package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class RatioTest {
    @Test
    void equal_values_are_equal_whatever_they_were_made_of() {
        assertThat(Ratio.of(2, 4)).isEqualTo(Ratio.of(1, 2)).hasSameHashCodeAs(Ratio.of(1, 2));
        assertThat(Ratio.of(3, -6)).isEqualTo(Ratio.of(-1, 2)).hasToString("-1/2");
        assertThat(Ratio.of(-3, -6)).isEqualTo(Ratio.of(1, 2));
        assertThat(Ratio.of(0, -7)).isEqualTo(Ratio.ZERO);
        assertThat(Ratio.of(7, 7)).isEqualTo(Ratio.ONE);
        assertThat(Ratio.of(5)).isEqualTo(Ratio.of(10, 2)).isNotEqualTo(Ratio.of(5, 2));
        assertThat(Ratio.of(1, 2)).isNotEqualTo(Ratio.of(1, 3)).isNotEqualTo(Ratio.of(3, 2));
        // One is not the other upside down.
        assertThat(Ratio.of(2, 3).hashCode()).isNotEqualTo(Ratio.of(3, 2).hashCode());
    }

    @Test
    void nothing_is_divided_by_zero() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.ONE.dividedBy(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.ONE.dividedBy(Ratio.ZERO));
    }

    @Test
    void a_decimal_is_taken_as_it_is_written() {
        assertThat(Ratio.of(new BigDecimal("0.075"))).isEqualTo(Ratio.of(3, 40));
        assertThat(Ratio.of(new BigDecimal("-12"))).isEqualTo(Ratio.of(-12));
        assertThat(Ratio.of(new BigDecimal("12E2"))).isEqualTo(Ratio.of(1_200));
        assertThat(Ratio.percent(20)).isEqualTo(Ratio.of(1, 5));
        assertThat(Ratio.of(6, 8).numerator()).isEqualTo(BigInteger.valueOf(3));
        assertThat(Ratio.of(6, 8).denominator()).isEqualTo(BigInteger.valueOf(4));
    }

    @Test
    void arithmetic_is_exact() {
        assertThat(Ratio.of(1, 3).plus(Ratio.of(1, 6))).isEqualTo(Ratio.of(1, 2));
        assertThat(Ratio.of(1, 3).minus(Ratio.of(1, 2))).isEqualTo(Ratio.of(-1, 6));
        assertThat(Ratio.of(2, 3).times(Ratio.of(9, 4))).isEqualTo(Ratio.of(3, 2));
        assertThat(Ratio.of(2, 3).times(6)).isEqualTo(Ratio.of(4));
        assertThat(Ratio.of(2, 3).dividedBy(Ratio.of(-4, 9))).isEqualTo(Ratio.of(-3, 2));
        assertThat(Ratio.of(2, 3).dividedBy(4)).isEqualTo(Ratio.of(1, 6));
        assertThat(Ratio.of(2, 3).negate()).isEqualTo(Ratio.of(-2, 3));
        assertThat(Ratio.of(Long.MAX_VALUE).times(Long.MAX_VALUE).dividedBy(Long.MAX_VALUE))
                .isEqualTo(Ratio.of(Long.MAX_VALUE));
    }

    @Test
    void it_is_ordered_by_value() {
        assertThat(Ratio.of(1, 3)).isLessThan(Ratio.of(1, 2)).isGreaterThan(Ratio.of(-1, 2));
        assertThat(Ratio.of(2, 4)).isEqualByComparingTo(Ratio.of(1, 2));
        assertThat(Ratio.of(-1, 9).signum()).isEqualTo(-1);
        assertThat(Ratio.ZERO.signum()).isZero();
        assertThat(Ratio.of(1, 9).signum()).isOne();
    }

    @Test
    void a_half_goes_away_from_zero() {
        assertThat(Ratio.of(5, 2).roundHalfUp()).isEqualTo(3);
        assertThat(Ratio.of(-5, 2).roundHalfUp()).isEqualTo(-3);
        assertThat(Ratio.of(7, 3).roundHalfUp()).isEqualTo(2);
        assertThat(Ratio.of(2, 3).toDecimal(2)).isEqualTo(new BigDecimal("0.67"));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Ratio.of(Long.MAX_VALUE).times(2).roundHalfUp());
    }
}
