package dev.pulso.portfolio.internal.summary;

import dev.pulso.kernel.BillingCycle;
import dev.pulso.kernel.Money;
import dev.pulso.kernel.MonthlyAmount;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up groups of contracts exactly: amount / months of the cycle as a fraction, rounded only when a figure is made
 * (so the parts of a breakdown may differ from the total by a cent).
 */
final class PortfolioSum {

    /** All contracts of one service type and cycle; amount and cost are sums of cents per cycle. */
    record Group(String serviceType, BillingCycle billingCycle, long contracts, long amountCents, long costCents) {}

    private static final class Running {
        private long contracts;
        private long amountCents;
        private MonthlyAmount revenue;
        private MonthlyAmount cost;

        Running(Currency currency) {
            revenue = MonthlyAmount.zero(currency);
            cost = MonthlyAmount.zero(currency);
        }

        void add(Group group, Currency currency) {
            contracts += group.contracts();
            amountCents = Math.addExact(amountCents, group.amountCents());
            revenue = revenue.plus(MonthlyAmount.of(new Money(group.amountCents(), currency), group.billingCycle()));
            cost = cost.plus(MonthlyAmount.of(new Money(group.costCents(), currency), group.billingCycle()));
        }

        Summary.Figures figures() {
            return new Summary.Figures(
                    contracts,
                    revenue.rounded().cents(),
                    cost.rounded().cents(),
                    revenue.minus(cost).rounded().cents());
        }
    }

    private PortfolioSum() {}

    static Summary of(LocalDate asOf, Currency currency, List<Group> groups, long customers) {
        Running total = new Running(currency);
        Map<String, Running> byType = new TreeMap<>();
        Map<BillingCycle, Running> byCycle = new EnumMap<>(BillingCycle.class);
        for (Group group : groups) {
            total.add(group, currency);
            byType.computeIfAbsent(group.serviceType(), type -> new Running(currency))
                    .add(group, currency);
            byCycle.computeIfAbsent(group.billingCycle(), cycle -> new Running(currency))
                    .add(group, currency);
        }
        return new Summary(
                asOf,
                currency,
                total.figures(),
                total.revenue.roundedPerYear().cents(),
                customers,
                byType.entrySet().stream()
                        .map(type -> new Summary.OfServiceType(
                                type.getKey(), type.getValue().figures()))
                        .sorted(Comparator.comparing((Summary.OfServiceType type) ->
                                        type.figures().mrrCents())
                                .reversed()
                                .thenComparing(Summary.OfServiceType::serviceType))
                        .toList(),
                byCycle.entrySet().stream()
                        .map(cycle -> new Summary.OfCycle(
                                cycle.getKey(),
                                cycle.getValue().amountCents,
                                cycle.getValue().figures()))
                        .toList());
    }
}
