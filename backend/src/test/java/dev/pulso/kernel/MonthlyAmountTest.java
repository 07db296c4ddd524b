package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MonthlyAmountTest {

    @Test
    void three_quarterly_contracts_of_one_hundred_are_worth_exactly_one_hundred_a_month() {
        MonthlyAmount one = MonthlyAmount.of(Money.brl(10_000), BillingCycle.QUARTERLY);
        assertThat(one.rounded()).isEqualTo(Money.brl(3_333));
        assertThat(one.plus(one).plus(one).rounded()).isEqualTo(Money.brl(10_000));
    }

    @Test
    void a_year_is_twelve_times_the_exact_month() {
        MonthlyAmount annual = MonthlyAmount.of(Money.brl(100_000), BillingCycle.ANNUAL);
        assertThat(annual.rounded()).isEqualTo(Money.brl(8_333));
        assertThat(annual.roundedPerYear()).isEqualTo(Money.brl(100_000));
    }

    @Test
    void cycles_have_their_months_and_words() {
        assertThat(BillingCycle.values()).extracting(BillingCycle::months).containsExactly(1, 3, 6, 12);
        assertThat(BillingCycle.values())
                .extracting(BillingCycle::code)
                .containsExactly("monthly", "quarterly", "semiannual", "annual");
        assertThat(BillingCycle.of("semiannual")).isEqualTo(BillingCycle.SEMIANNUAL);
        assertThat(BillingCycle.find("SEMIANNUAL")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> BillingCycle.of("weekly"));
    }

    @Test
    void two_currencies_never_meet() {
        MonthlyAmount reais = MonthlyAmount.zero(Money.BRL);
        MonthlyAmount dollars = MonthlyAmount.of(Money.of(1, "USD"), BillingCycle.MONTHLY);
        assertThatIllegalArgumentException().isThrownBy(() -> reais.plus(dollars));
    }

    @Test
    void ratios_are_kept_in_lowest_terms() {
        assertThat(Ratio.of(2, -4))
                .isEqualTo(Ratio.of(-1, 2))
                .hasToString("-1/2")
                .hasSameHashCodeAs(Ratio.of(-1, 2));
        assertThat(Ratio.of(new BigDecimal("0.075"))).isEqualTo(Ratio.of(3, 40));
        assertThat(Ratio.of(new BigDecimal("1E+2"))).isEqualTo(Ratio.of(100));
        assertThat(Ratio.of(1, 3).dividedBy(Ratio.of(2, 3))).isEqualTo(Ratio.of(1, 2));
        assertThat(Ratio.of(1, 8).toDecimal(2)).isEqualByComparingTo("0.13");
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.ONE.dividedBy(0));
    }

    @Property
    void the_sum_of_the_database_and_the_sum_row_by_row_agree(
            @ForAll List<@LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) Long> prices) {
        MonthlyAmount rowByRow = MonthlyAmount.zero(Money.BRL);
        BigInteger twelfths = BigInteger.ZERO;
        for (int i = 0; i < prices.size(); i++) {
            BillingCycle cycle = BillingCycle.values()[i % 4];
            rowByRow = rowByRow.plus(MonthlyAmount.of(Money.brl(prices.get(i)), cycle));
            twelfths = twelfths.add(BigInteger.valueOf(prices.get(i) * (12 / cycle.months())));
        }
        assertThat(MonthlyAmount.ofTwelfths(twelfths, Money.BRL)).isEqualTo(rowByRow);
        assertThat(rowByRow.minus(rowByRow)).isEqualTo(MonthlyAmount.zero(Money.BRL));
    }

    @Test
    void amounts_are_ordered_by_what_they_are_a_month() {
        MonthlyAmount yearly = MonthlyAmount.of(Money.brl(11_999), BillingCycle.ANNUAL);
        MonthlyAmount monthly = MonthlyAmount.of(Money.brl(1_000), BillingCycle.MONTHLY);
        assertThat(yearly).isLessThan(monthly);
        assertThat(MonthlyAmount.of(Money.brl(12_000), BillingCycle.ANNUAL)).isEqualByComparingTo(monthly);
    }
}
