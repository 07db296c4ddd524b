package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @Test
    void a_half_cent_goes_up_and_a_credit_mirrors_its_charge() {
        assertThat(Money.brl(5).times(Ratio.of(1, 2))).isEqualTo(Money.brl(3));
        assertThat(Money.brl(-5).times(Ratio.of(1, 2))).isEqualTo(Money.brl(-3));
        assertThat(Money.brl(4).times(Ratio.of(1, 3))).isEqualTo(Money.brl(1));
        assertThat(Money.brl(10_000).times(Ratio.percent(20))).isEqualTo(Money.brl(2_000));
    }

    @Test
    void one_hundred_reais_in_three_instalments_lose_no_cent() {
        assertThat(Money.brl(10_000).split(3)).containsExactly(Money.brl(3_334), Money.brl(3_333), Money.brl(3_333));
        assertThat(Money.brl(-10_000).split(3))
                .containsExactly(Money.brl(-3_334), Money.brl(-3_333), Money.brl(-3_333));
    }

    @Test
    void the_largest_remainder_gets_the_cent_and_weight_zero_gets_nothing() {
        assertThat(Money.brl(100).allocate(1, 1, 0, 4))
                .containsExactly(Money.brl(17), Money.brl(17), Money.brl(0), Money.brl(66));
        assertThat(Money.brl(1).allocate(0, 1, 1)).containsExactly(Money.brl(0), Money.brl(1), Money.brl(0));
    }

    @Test
    void a_split_needs_somewhere_to_go() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.brl(1).allocate());
        assertThatIllegalArgumentException().isThrownBy(() -> Money.brl(1).allocate(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.brl(1).allocate(2, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.brl(1).split(0));
    }

    @Test
    void two_currencies_never_meet() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.brl(1).plus(Money.of(1, "USD")));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.brl(1).compareTo(Money.of(1, "USD")));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, "XXQ"));
    }

    @Test
    void what_is_no_money_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, "XXX"));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, "XAU"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BRL | 123456 | 1234.56  | R$ 1.234,56
            JPY | 123456 | 123456   | JPY 123.456
            CLP | -5     | -5       | -CLP 5
            KWD | 123456 | 123.456  | KWD 123,456
            KWD | 7      | 0.007    | KWD 0,007
            """)
    void an_amount_is_in_the_smallest_unit_of_its_currency(String currency, long cents, String units, String text) {
        Money money = Money.of(cents, currency);
        assertThat(money.toDecimal().toPlainString()).isEqualTo(units);
        assertThat(money.toBrazilian()).isEqualTo(text.replace(' ', '\u00a0'));
    }

    @ParameterizedTest
    @CsvSource({"BRL,0.005,1", "BRL,0.0049,0", "JPY,0.5,1", "KWD,0.0005,1", "BRL,800,80000"})
    void units_are_rounded_half_up_to_the_smallest_one(String currency, String units, long cents) {
        assertThat(Money.ofUnits(new BigDecimal(units), currency).cents()).isEqualTo(cents);
    }

    @Test
    void a_third_of_a_yen_is_rounded_to_yen_and_of_a_dinar_to_thousandths() {
        assertThat(Money.of(100, "JPY").times(Ratio.of(1, 3)).toDecimal()).isEqualByComparingTo("33");
        assertThat(Money.of(1000, "KWD").times(Ratio.of(1, 3)).toDecimal()).isEqualByComparingTo("0.333");
        assertThat(Money.of(10, "JPY").split(3)).extracting(Money::cents).containsExactly(4L, 3L, 3L);
    }

    @Test
    void an_amount_that_does_not_fit_is_an_error_not_a_wrong_figure() {
        Money most = Money.brl(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(Money.brl(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(Ratio.of(3, 2))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.brl(Long.MIN_VALUE).negate()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void people_in_brazil_read_points_for_thousands_and_a_comma_for_cents() {
        assertThat(Money.brl(123_456_789).toBrazilian()).isEqualTo("R$\u00a01.234.567,89");
        assertThat(Money.brl(-5).toBrazilian()).isEqualTo("-R$\u00a00,05");
        assertThat(Money.of(100, "USD").toBrazilian()).isEqualTo("USD\u00a01,00");
        assertThat(Money.brl(Long.MIN_VALUE).toBrazilian()).isEqualTo("-R$\u00a092.233.720.368.547.758,08");
        assertThat(Money.brl(123_456)).hasToString("BRL 1234.56");
    }

    @Test
    void sums_compare_and_divide() {
        assertThat(Money.sum(Money.BRL, List.of())).isEqualTo(Money.brl(0));
        assertThat(Money.sum(Money.BRL, List.of(Money.brl(8_000), Money.brl(20_000))))
                .isEqualTo(Money.brl(28_000));
        assertThat(Money.brl(3).min(Money.brl(2))).isEqualTo(Money.brl(2));
        assertThat(Money.brl(3).max(Money.brl(2))).isEqualTo(Money.brl(3));
        assertThat(Money.brl(3_000).per(Money.brl(5_000))).isEqualTo(Ratio.of(3, 5));
    }

    @Property
    void parts_add_up_and_stay_within_a_cent_of_their_exact_share(
            @ForAll long cents,
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = Long.MAX_VALUE) Long> of) {
        long[] weights = of.stream().mapToLong(Long::longValue).toArray();
        BigInteger total = of.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        net.jqwik.api.Assume.that(total.signum() > 0 && cents != Long.MIN_VALUE);
        List<Money> parts = Money.brl(cents).allocate(weights);

        assertThat(Money.sum(Money.BRL, parts)).isEqualTo(Money.brl(cents));
        for (int i = 0; i < weights.length; i++) {
            Ratio exact = Ratio.of(BigInteger.valueOf(cents).multiply(BigInteger.valueOf(weights[i])), total);
            Ratio away = Ratio.of(parts.get(i).cents()).minus(exact);
            assertThat(away).isLessThan(Ratio.ONE).isGreaterThan(Ratio.ONE.negate());
        }
        List<Money> mirrored = Money.brl(-cents).allocate(weights);
        assertThat(mirrored).isEqualTo(parts.stream().map(Money::negate).toList());
    }

    @Property
    void instalments_differ_by_at_most_a_cent(@ForAll long cents, @ForAll @IntRange(min = 1, max = 400) int parts) {
        List<Money> split = Money.brl(cents).split(parts);
        Money least = split.stream().min(Money::compareTo).orElseThrow();
        Money most = split.stream().max(Money::compareTo).orElseThrow();
        assertThat(most.minus(least).cents()).isBetween(0L, 1L);
        assertThat(Money.sum(Money.BRL, split)).isEqualTo(Money.brl(cents));
    }

    @Property
    void adding_and_taking_away_is_exact_or_an_error(@ForAll long a, @ForAll long b) {
        BigInteger exact = BigInteger.valueOf(a).add(BigInteger.valueOf(b));
        if (exact.bitLength() < Long.SIZE) {
            Money sum = Money.brl(a).plus(Money.brl(b));
            assertThat(sum.cents()).isEqualTo(exact.longValueExact());
            assertThat(sum.minus(Money.brl(b))).isEqualTo(Money.brl(a));
        } else {
            assertThatThrownBy(() -> Money.brl(a).plus(Money.brl(b))).isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void nothing_is_neither_owed_nor_due_and_has_no_sign() {
        assertThat(Money.brl(0).isZero()).isTrue();
        assertThat(Money.brl(1).isZero()).isFalse();
        assertThat(Money.brl(-1).isNegative()).isTrue();
        assertThat(Money.brl(0).isNegative()).isFalse();
        assertThat(Money.brl(0).isPositive()).isFalse();
        assertThat(Money.brl(1).isPositive()).isTrue();
        assertThat(Money.brl(0).toBrazilian()).isEqualTo("R$\u00a00,00");
    }

    @Test
    void one_ratio_written_in_several_ways_is_one() {
        Ratio half = Ratio.of(1, 2);
        assertThat(Ratio.of(-3, -6)).isEqualTo(half).hasSameHashCodeAs(half);
        assertThat(Ratio.of(2, 1)).isNotEqualTo(half);
        assertThat(Ratio.of(1, 3)).isNotEqualTo(half).doesNotHaveSameHashCodeAs(half);
        assertThat(half).isNotEqualTo(null);
        assertThat(Ratio.of(1, -2).signum()).isEqualTo(-1);
        assertThat(Ratio.of(0, 5).signum()).isZero();
    }
}
