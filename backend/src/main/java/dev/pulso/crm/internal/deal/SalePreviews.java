package dev.pulso.crm.internal.deal;

import dev.pulso.billing.DueDates;
import dev.pulso.billing.Invoices;
import dev.pulso.crm.internal.product.Charge;
import dev.pulso.kernel.BillingCycle;
import dev.pulso.kernel.Money;
import dev.pulso.kernel.MonthlyAmount;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What closing a sale would make, before it is closed; nothing is written. */
@ApplicationScoped
class SalePreviews {
    private final DealQueries deals;
    private final LineQueries lines;
    private final ClosingQueries closings;
    private final DealCustomers customers;
    private final Invoices invoices;

    SalePreviews(
            DealQueries deals, LineQueries lines, ClosingQueries closings, DealCustomers customers, Invoices invoices) {
        this.deals = deals;
        this.lines = lines;
        this.closings = closings;
        this.customers = customers;
        this.invoices = invoices;
    }

    /** A contract that a line becomes. */
    record PlannedContract(
            UUID lineId,
            String title,
            @Nullable String serviceType,
            BillingCycle billingCycle,
            long amountCents,
            long costCents,
            long mrrCents,
            LocalDate startOn,
            LocalDate firstDueOn) {}

    record PlannedInvoice(long totalCents, LocalDate dueOn, int itemCount) {}

    /** @param lineId the line that it is missing from, if any */
    record Gap(String field, String code, @Nullable UUID lineId) {}

    record Preview(
            DealData deal,
            DealCustomers.Buyer buyer,
            List<PlannedContract> contracts,
            @Nullable PlannedInvoice invoice,
            long costCents,
            @Nullable LocalDate firstDueOn,
            boolean waits,
            List<Gap> gaps,
            @Nullable ClosingData closing) {}

    Uni<Preview> preview(
            Caller caller,
            UUID dealId,
            @Nullable UUID customerId,
            @Nullable LocalDate startOn,
            @Nullable Integer billingDay) {
        return deals.get(caller, dealId)
                .map(DealDetail::deal)
                .chain(deal -> customers
                        .buyer(caller, DealCustomers.Parties.of(deal), customerId)
                        .chain(buyer -> lines.ofDeal(caller, dealId)
                                .chain(found -> closings.latest(caller, dealId)
                                        .chain(closing -> invoices.dueDates(caller)
                                                .map(due -> new Planning(deal, found, due, startOn, billingDay)
                                                        .preview(caller, buyer, closing))))));
    }

    /** What is known of it while it is planned. */
    private record Planning(
            DealData deal,
            List<LineData> lines,
            DueDates due,
            @Nullable LocalDate startOn,
            @Nullable Integer billingDay) {

        Preview preview(Caller caller, DealCustomers.Buyer buyer, @Nullable ClosingData closing) {
            List<PlannedContract> contracts = lines.stream()
                    .flatMap(line -> line.charge().cycle().stream().map(cycle -> contract(line, cycle)))
                    .toList();
            PlannedInvoice invoice = invoice();
            LocalDate first = Stream.concat(
                            contracts.stream().map(PlannedContract::firstDueOn),
                            Stream.ofNullable(invoice).map(PlannedInvoice::dueOn))
                    .min(LocalDate::compareTo)
                    .orElse(null);
            return new Preview(
                    deal,
                    buyer,
                    contracts,
                    invoice,
                    monthlyCost(contracts),
                    first,
                    !caller.may(SaleMaker.SIGN),
                    gaps(buyer),
                    closing);
        }

        private PlannedContract contract(LineData line, BillingCycle cycle) {
            LocalDate start = startOn == null ? due.today() : startOn;
            Money amount = Money.of(line.totalCents(), deal.currency());
            return new PlannedContract(
                    line.id(),
                    line.description(),
                    line.serviceType(),
                    cycle,
                    line.totalCents(),
                    line.costCents(),
                    MonthlyAmount.of(amount, cycle).rounded().cents(),
                    start,
                    due.first(start, cycle, billingDay));
        }

        private @Nullable PlannedInvoice invoice() {
            List<LineData> once = lines.stream()
                    .filter(line -> line.charge() == Charge.one_off)
                    .toList();
            long total = once.stream().mapToLong(LineData::totalCents).sum();
            return total == 0 ? null : new PlannedInvoice(total, due.usual(), once.size());
        }

        /** Added up exactly and rounded once, as revenue is. */
        private long monthlyCost(List<PlannedContract> contracts) {
            MonthlyAmount sum = MonthlyAmount.zero(Currency.getInstance(deal.currency()));
            for (PlannedContract each : contracts) {
                sum = sum.plus(MonthlyAmount.of(Money.of(each.costCents(), deal.currency()), each.billingCycle()));
            }
            return sum.rounded().cents();
        }

        private List<Gap> gaps(DealCustomers.Buyer buyer) {
            List<Gap> gaps = new ArrayList<>();
            if (lines.isEmpty()) {
                gaps.add(new Gap("lines", "no_lines", null));
            }
            if (buyer.match() == BuyerMatch.NONE) {
                gaps.add(new Gap("customer", "required", null));
            }
            lines.stream()
                    .filter(SaleMaker::lacksServiceType)
                    .map(line -> new Gap("service_type", "required", line.id()))
                    .forEach(gaps::add);
            return gaps;
        }
    }
}
