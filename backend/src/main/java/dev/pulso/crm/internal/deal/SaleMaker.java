package dev.pulso.crm.internal.deal;

import dev.pulso.billing.Invoices;
import dev.pulso.billing.ItemKind;
import dev.pulso.billing.NewInvoice;
import dev.pulso.billing.NewInvoiceItem;
import dev.pulso.crm.internal.product.Charge;
import dev.pulso.kernel.DecimalString;
import dev.pulso.kernel.Money;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Violation;
import dev.pulso.portfolio.ContractDetail;
import dev.pulso.portfolio.ContractStatus;
import dev.pulso.portfolio.Contracts;
import dev.pulso.portfolio.NewContract;
import dev.pulso.store.data.External;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the lines of a sale become: each recurring one a contract, those that are charged once an invoice. */
@ApplicationScoped
class SaleMaker {
    static final String SIGN = "portfolio.contracts:approve";
    private static final String ISSUE = "billing.invoices:write";

    private final Contracts contracts;
    private final Invoices invoices;

    SaleMaker(Contracts contracts, Invoices invoices) {
        this.contracts = contracts;
        this.invoices = invoices;
    }

    /** What was made. */
    record Made(List<ContractDetail> contracts, @Nullable UUID invoiceId) {
        List<UUID> contractIds() {
            return contracts.stream().map(each -> each.contract().id()).toList();
        }
    }

    /** Refuses a sale that could not be charged: nothing is guessed. */
    static void requireComplete(List<LineData> lines) {
        if (lines.isEmpty()) {
            throw Problem.invalid("sale", "needs a deal with lines", "no_lines");
        }
        List<Violation> gaps = lines.stream()
                .filter(SaleMaker::lacksServiceType)
                .map(line -> new Violation(
                        "sale", "the line \"" + line.description() + "\" needs a service type", "service_type"))
                .toList();
        if (!gaps.isEmpty()) {
            throw Problem.invalid(gaps);
        }
    }

    /** A contract is about something; an item of an invoice says it by its text. */
    static boolean lacksServiceType(LineData line) {
        return line.charge() != Charge.one_off && line.serviceType() == null;
    }

    /** Joins the open transaction. Who may sign contracts drafts the invoice too; to issue it takes who may write invoices. */
    Uni<Made> make(Caller caller, UUID customer, UUID deal, String currency, List<LineData> lines, Sale sale) {
        caller.require(SIGN);
        List<NewContract> recurring = lines.stream()
                .filter(line -> line.charge().cycle().isPresent())
                .map(line -> contract(line, currency, sale))
                .toList();
        List<LineData> once =
                lines.stream().filter(line -> line.charge() == Charge.one_off).toList();
        Uni<List<ContractDetail>> signed = recurring.isEmpty()
                ? Uni.createFrom().item(List.of())
                : contracts.createAll(caller, customer, deal, recurring);
        return signed.chain(
                made -> invoice(caller, customer, currency, once, sale).map(invoice -> new Made(made, invoice)));
    }

    private Uni<@Nullable UUID> invoice(Caller caller, UUID customer, String currency, List<LineData> once, Sale sale) {
        // An invoice over nothing there is none.
        if (once.stream().mapToLong(LineData::totalCents).sum() == 0) {
            return Uni.createFrom().nullItem();
        }
        if (sale.issuesInvoice()) {
            caller.require(ISSUE);
        }
        List<NewInvoiceItem> items =
                once.stream().map(line -> item(line, currency)).toList();
        return invoices.create(caller, new NewInvoice(customer, null, null, null, currency, External.NONE, items))
                .map(detail -> detail.invoice().id())
                .call(id -> sale.issuesInvoice()
                        ? invoices.issue(caller, id)
                        : Uni.createFrom().voidItem());
    }

    private static NewContract contract(LineData line, String currency, Sale sale) {
        return new NewContract(
                line.serviceType() == null ? "" : line.serviceType(),
                line.description(),
                null,
                line.charge().cycle().orElseThrow(),
                line.totalCents(),
                line.costCents(),
                currency,
                ContractStatus.active,
                sale.firstDay(),
                null,
                null,
                sale.termMonths(),
                sale.billingDay(),
                null,
                null,
                External.NONE,
                null);
    }

    /** With a discount it is told as one of the reduced total: an item has none. */
    private static NewInvoiceItem item(LineData line, String currency) {
        boolean whole = line.discountPercent().signum() == 0;
        return new NewInvoiceItem(
                line.description(),
                line.productId() == null ? ItemKind.service : ItemKind.product,
                new DecimalString(whole ? line.quantity() : BigDecimal.ONE),
                new DecimalString(
                        whole
                                ? line.unitPrice()
                                : Money.of(line.totalCents(), currency).toDecimal()));
    }
}
