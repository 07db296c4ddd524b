package dev.pulso.reports.internal.dashboard;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * The executive figures of a day.
 *
 * @param newBefore customers that were new in last month's compared days
 * @param unbilled active contracts without an invoice for their present period
 */
record Dashboard(
        DashboardDays days,
        ZoneId zone,
        RevenueSeries revenue,
        long newBefore,
        Contracts contracts,
        Money money,
        Sales sales,
        Tally unbilled) {

    /** How many of any currency, and what those in the tenant's come to. */
    record Tally(long count, long cents) {}

    /** @param customers all on record */
    record Contracts(Currency currency, long customers, Tally ending, Tally reviewsDue, long inOtherCurrencies) {}

    /** Cents by first day of the month; months without any are absent. */
    record Money(
            Map<LocalDate, Long> receivedByMonth,
            Map<LocalDate, Long> invoicedByMonth,
            Change received,
            Change overdue,
            long overdueInvoices,
            long inOtherCurrencies) {}

    record Sales(
            Change weightedCents,
            Change leads,
            Change converted,
            Change won,
            Change wonCents,
            Change lost,
            long openDeals,
            long inOtherCurrencies) {}

    Change mrr() {
        return new Change(revenue.now().mrrCents(), lastMonth().mrrCents());
    }

    Change activeCustomers() {
        return new Change(revenue.now().customers(), lastMonth().customers());
    }

    Change newCustomers() {
        return new Change(revenue.now().newCustomers(), newBefore);
    }

    private RevenueSeries.Month lastMonth() {
        List<RevenueSeries.Month> months = revenue.months();
        return months.get(months.size() - 2);
    }
}
