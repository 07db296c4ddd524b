package dev.pulso.portfolio.internal.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.kernel.BillingCycle;
import dev.pulso.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PortfolioSumTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);

    @Test
    void three_quarterly_contracts_of_one_hundred_reais_are_one_hundred_a_month_not_99_99() {
        Summary summary = sum(
                group("gestao_trafego", BillingCycle.QUARTERLY, 1, 10_000, 0),
                group("seo_mensal", BillingCycle.QUARTERLY, 2, 20_000, 0));
        assertThat(summary.total().mrrCents()).isEqualTo(10_000);
        assertThat(summary.arrCents()).isEqualTo(120_000);
        assertThat(summary.byServiceType())
                .extracting(type -> type.serviceType() + " " + type.figures().mrrCents())
                .containsExactly("seo_mensal 6667", "gestao_trafego 3333");
    }

    @Test
    void a_year_is_twelve_exact_months() {
        Summary summary = sum(group("saas_cfc", BillingCycle.ANNUAL, 1, 100_000, 40_000));
        assertThat(summary.total()).isEqualTo(new Summary.Figures(1, 8_333, 3_333, 5_000));
        assertThat(summary.arrCents()).isEqualTo(100_000);
    }

    @Test
    void a_cycle_tells_what_falls_due_in_it_and_what_that_is_a_month() {
        Summary summary = sum(
                group("saas_cfc", BillingCycle.ANNUAL, 2, 240_000, 60_000),
                group("seo_mensal", BillingCycle.ANNUAL, 1, 120_000, 0),
                group("seo_mensal", BillingCycle.MONTHLY, 1, 5_000, 0));
        assertThat(summary.byCycle())
                .containsExactly(
                        new Summary.OfCycle(BillingCycle.MONTHLY, 5_000, new Summary.Figures(1, 5_000, 0, 5_000)),
                        new Summary.OfCycle(
                                BillingCycle.ANNUAL, 360_000, new Summary.Figures(3, 30_000, 5_000, 25_000)));
    }

    @Test
    void an_empty_portfolio_is_worth_nothing() {
        Summary summary = sum();
        assertThat(summary.total()).isEqualTo(new Summary.Figures(0, 0, 0, 0));
        assertThat(summary.arrCents()).isZero();
        assertThat(summary.byServiceType()).isEmpty();
        assertThat(summary.byCycle()).isEmpty();
    }

    @Test
    void a_service_that_costs_more_than_it_brings_has_a_negative_margin() {
        Summary summary = sum(group("outro_recorrente", BillingCycle.QUARTERLY, 1, 10_000, 20_000));
        assertThat(summary.total().marginCents()).isEqualTo(-3_333);
    }

    @Property
    void every_figure_is_the_exact_sum_rounded_once(@ForAll("portfolios") List<PortfolioSum.Group> contracts) {
        Summary summary = PortfolioSum.of(TODAY, Money.BRL, contracts, 1);
        assertThat(summary.total().mrrCents()).isEqualTo(naive(contracts, 1, 0));
        assertThat(summary.total().costCents()).isEqualTo(naive(contracts, 0, 1));
        assertThat(summary.total().marginCents()).isEqualTo(naive(contracts, 1, -1));
        assertThat(summary.arrCents()).isEqualTo(naive(contracts, 12, 0));
        assertThat(summary.byServiceType())
                .allSatisfy(type -> assertThat(type.figures().mrrCents())
                        .isEqualTo(naive(
                                contracts.stream()
                                        .filter(contract ->
                                                contract.serviceType().equals(type.serviceType()))
                                        .toList(),
                                1,
                                0)));
        assertThat(summary.byServiceType().stream()
                        .mapToLong(type -> type.figures().contracts())
                        .sum())
                .isEqualTo(contracts.size());
        assertThat(summary.byCycle().stream()
                        .mapToLong(Summary.OfCycle::amountCents)
                        .sum())
                .isEqualTo(contracts.stream()
                        .mapToLong(PortfolioSum.Group::amountCents)
                        .sum());
    }

    @Property
    void how_contracts_are_grouped_does_not_matter(@ForAll("portfolios") List<PortfolioSum.Group> contracts) {
        List<PortfolioSum.Group> grouped = contracts.stream()
                .collect(Collectors.groupingBy(contract -> List.of(contract.serviceType(), contract.billingCycle())))
                .values()
                .stream()
                .map(same -> new PortfolioSum.Group(
                        same.getFirst().serviceType(),
                        same.getFirst().billingCycle(),
                        same.size(),
                        same.stream().mapToLong(PortfolioSum.Group::amountCents).sum(),
                        same.stream().mapToLong(PortfolioSum.Group::costCents).sum()))
                .toList();
        assertThat(PortfolioSum.of(TODAY, Money.BRL, grouped, 1))
                .isEqualTo(PortfolioSum.of(TODAY, Money.BRL, contracts, 1));
    }

    @Provide
    Arbitrary<List<PortfolioSum.Group>> portfolios() {
        return Combinators.combine(
                        Arbitraries.of("hospedagem_site", "saas_cfc", "seo_mensal"),
                        Arbitraries.of(BillingCycle.class),
                        Arbitraries.longs().between(0, 100_000_000_000L),
                        Arbitraries.longs().between(0, 100_000_000_000L))
                .as((type, cycle, amount, cost) -> group(type, cycle, 1, amount, cost))
                .list()
                .ofMaxSize(60);
    }

    /** Contract by contract in decimals, rounded at the end. */
    private static long naive(List<PortfolioSum.Group> contracts, int revenueFactor, int costFactor) {
        BigDecimal sum = BigDecimal.ZERO;
        for (PortfolioSum.Group contract : contracts) {
            BigDecimal cents = BigDecimal.valueOf(contract.amountCents())
                    .multiply(BigDecimal.valueOf(revenueFactor))
                    .add(BigDecimal.valueOf(contract.costCents()).multiply(BigDecimal.valueOf(costFactor)));
            // In twelfths, which every cycle divides.
            sum = sum.add(cents.multiply(
                    BigDecimal.valueOf(12L / contract.billingCycle().months())));
        }
        return sum.divide(BigDecimal.valueOf(12), 0, RoundingMode.HALF_UP).longValueExact();
    }

    private static PortfolioSum.Group group(
            String serviceType, BillingCycle cycle, long contracts, long amountCents, long costCents) {
        return new PortfolioSum.Group(serviceType, cycle, contracts, amountCents, costCents);
    }

    private static Summary sum(PortfolioSum.Group... groups) {
        return PortfolioSum.of(TODAY, Money.BRL, List.of(groups), 1);
    }
}
