package dev.pulso.reports.internal.dashboard;

import dev.pulso.kernel.MonthlyAmount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * MRR over the months and why it moved, as ChartMogul, Stripe and ProfitWell define it: per customer, start + new +
 * expansion + reactivation - contraction - churn = end. Exact until a figure is shown, so the shown parts may differ from
 * the shown whole by a cent.
 */
record RevenueSeries(List<Month> months) {

    /** How a customer's MRR differs from the one at the step before. The first step has {@code start} only. */
    enum Kind {
        start,
        first,
        expansion,
        reactivation,
        contraction,
        churn
    }

    /**
     * All movements of one kind at one step.
     *
     * @param step 0 for the day before the first month, then 1, 2, ... for the months
     * @param twelfths of a cent a month, never negative
     */
    record Moved(int step, Kind kind, long customers, long twelfths) {}

    /** Cents a month. */
    record Month(
            long mrrCents,
            long newCents,
            long expansionCents,
            long reactivationCents,
            long contractionCents,
            long churnCents,
            long customers,
            long newCustomers,
            long reactivatedCustomers,
            long churnedCustomers,
            @Nullable BigDecimal logoChurnPercent) {}

    private record Sum(long customers, long twelfths) {
        static final Sum NONE = new Sum(0, 0);

        Sum plus(Moved moved) {
            return new Sum(customers + moved.customers(), Math.addExact(twelfths, moved.twelfths()));
        }
    }

    static RevenueSeries of(int months, Currency currency, List<Moved> movements) {
        List<Map<Kind, Sum>> bySteps = new ArrayList<>();
        for (int step = 0; step <= months; step++) {
            bySteps.add(new EnumMap<>(Kind.class));
        }
        movements.forEach(moved ->
                bySteps.get(moved.step()).merge(moved.kind(), Sum.NONE.plus(moved), (sum, one) -> sum.plus(moved)));
        Sum running = bySteps.getFirst().getOrDefault(Kind.start, Sum.NONE);
        List<Month> series = new ArrayList<>();
        for (Map<Kind, Sum> month : bySteps.subList(1, bySteps.size())) {
            Sum first = month.getOrDefault(Kind.first, Sum.NONE);
            Sum expansion = month.getOrDefault(Kind.expansion, Sum.NONE);
            Sum reactivation = month.getOrDefault(Kind.reactivation, Sum.NONE);
            Sum contraction = month.getOrDefault(Kind.contraction, Sum.NONE);
            Sum churn = month.getOrDefault(Kind.churn, Sum.NONE);
            long before = running.customers();
            running = new Sum(
                    before + first.customers() + reactivation.customers() - churn.customers(),
                    running.twelfths()
                            + first.twelfths()
                            + expansion.twelfths()
                            + reactivation.twelfths()
                            - contraction.twelfths()
                            - churn.twelfths());
            series.add(new Month(
                    cents(running, currency),
                    cents(first, currency),
                    cents(expansion, currency),
                    cents(reactivation, currency),
                    cents(contraction, currency),
                    cents(churn, currency),
                    running.customers(),
                    first.customers(),
                    reactivation.customers(),
                    churn.customers(),
                    Change.percent(churn.customers(), before)));
        }
        return new RevenueSeries(series);
    }

    /** This month so far. */
    Month now() {
        return months.getLast();
    }

    private static long cents(Sum sum, Currency currency) {
        return MonthlyAmount.ofTwelfths(BigInteger.valueOf(sum.twelfths()), currency)
                .rounded()
                .cents();
    }
}
