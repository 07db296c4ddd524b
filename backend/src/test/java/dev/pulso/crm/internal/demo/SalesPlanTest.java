package dev.pulso.crm.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.crm.internal.demo.SalesPlan.Outcome;
import dev.pulso.crm.internal.demo.SalesPlan.PlannedDeal;
import dev.pulso.crm.internal.demo.SalesPlan.PlannedLead;
import dev.pulso.demo.DemoYear;
import dev.pulso.demo.DemoYearTest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SalesPlanTest {
    static Stream<DemoYear> years() {
        return DemoYearTest.years();
    }

    @Test
    void the_same_day_makes_the_same_plan() {
        LocalDate day = LocalDate.parse("2026-11-21");
        assertThat(SalesPlan.of(DemoYearTest.of(day))).isEqualTo(SalesPlan.of(DemoYearTest.of(day)));
    }

    @ParameterizedTest
    @MethodSource("years")
    void the_board_is_believable(DemoYear year) {
        SalesPlan plan = SalesPlan.of(year);
        assertThat(plan.deals()).hasSize(900).extracting(PlannedDeal::id).doesNotHaveDuplicates();
        assertThat(with(plan, Outcome.OPEN)).hasSize(250);
        assertThat(with(plan, Outcome.WON)).hasSize(220);
        for (int stage = 0; stage < 5; stage++) {
            int place = stage;
            assertThat(with(plan, Outcome.OPEN).stream().filter(deal -> deal.stage() == place))
                    .hasSizeBetween(20, 80);
        }
        assertThat(plan.deals()).allSatisfy(deal -> {
            assertThat(deal.createdAt()).isBeforeOrEqualTo(deal.enteredAt());
            assertThat(deal.enteredAt().toLocalDate()).isBefore(year.today());
            assertThat(deal.createdAt()).isAfterOrEqualTo(deal.client().createdAt());
            assertThat(deal.lostReason() != null).isEqualTo(deal.outcome() == Outcome.LOST);
            assertThat(deal.customerId() != null).isEqualTo(deal.outcome() == Outcome.WON);
        });
    }

    @ParameterizedTest
    @MethodSource("years")
    void every_month_wins_and_loses(DemoYear year) {
        SalesPlan plan = SalesPlan.of(year);
        for (int ago = 1; ago <= 11; ago++) {
            YearMonth month = YearMonth.from(year.today()).minusMonths(ago);
            for (Outcome outcome : List.of(Outcome.WON, Outcome.LOST)) {
                assertThat(with(plan, outcome).stream()
                                .filter(deal -> YearMonth.from(deal.enteredAt()).equals(month)))
                        .as(outcome + " in " + month)
                        .hasSizeGreaterThan(3);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("years")
    void leads_lead_to_deals(DemoYear year) {
        SalesPlan plan = SalesPlan.of(year);
        assertThat(plan.leads()).hasSize(1_200).extracting(PlannedLead::id).doesNotHaveDuplicates();
        assertThat(plan.leads())
                .extracting(PlannedLead::stage)
                .contains("new", "contacted", "qualified", "unqualified");
        List<PlannedLead> converted = plan.leads().stream()
                .filter(lead -> lead.stage().equals("converted"))
                .toList();
        assertThat(converted)
                .hasSize(480)
                .allSatisfy(lead -> assertThat(lead.dealId()).isNotNull());
        assertThat(converted)
                .extracting(PlannedLead::id)
                .containsExactlyInAnyOrderElementsOf(plan.deals().stream()
                        .map(PlannedDeal::leadId)
                        .filter(Objects::nonNull)
                        .toList());
        assertThat(plan.leads()).allSatisfy(lead -> {
            assertThat(lead.createdAt()).isBeforeOrEqualTo(lead.updatedAt());
            assertThat(lead.updatedAt().toLocalDate()).isBefore(year.today());
            assertThat(lead.bantScore()).isBetween(0, 100);
        });
    }

    private static List<PlannedDeal> with(SalesPlan plan, Outcome outcome) {
        return plan.deals().stream().filter(deal -> deal.outcome() == outcome).toList();
    }
}
