package dev.pulso.billing.internal.demo;

import dev.pulso.billing.internal.numbering.InvoiceNumbers;
import dev.pulso.company.Tenants;
import dev.pulso.customers.Customers;
import dev.pulso.demo.Agreement;
import dev.pulso.demo.DemoData;
import dev.pulso.demo.DemoRows;
import dev.pulso.demo.DemoYear;
import dev.pulso.kernel.BillingPeriod;
import dev.pulso.kernel.Money;
import dev.pulso.kernel.Steps;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Invoices and payments of the demo company's year, the days on which the run has looked (today's too, so that it finds nothing
 * to do), and who stands how with what is owed.
 */
@ApplicationScoped
class InvoiceDemo implements DemoData {
    private final Tenancy tenancy;
    private final Tenants tenants;
    private final InvoiceNumbers numbers;
    private final Customers customers;

    InvoiceDemo(Tenancy tenancy, Tenants tenants, InvoiceNumbers numbers, Customers customers) {
        this.tenancy = tenancy;
        this.tenants = tenants;
        this.numbers = numbers;
        this.customers = customers;
    }

    @Override
    public Uni<Void> seed(Caller admin, DemoYear year) {
        return tenants.current(admin).chain(tenant -> {
            List<Bill> bills = Bills.of(year, tenant.invoiceDueDays());
            new Payers(year, bills).settle();
            return tenancy.sql(admin, connection -> write(connection, admin, year, bills, tenant.currency()))
                    .chain(() -> Steps.inOrder(
                            List.copyOf(owing(year, bills)), customer -> customers.owes(admin, customer, true)));
        });
    }

    @Override
    public int order() {
        return 50;
    }

    private Uni<Void> write(SqlConnection connection, Caller admin, DemoYear year, List<Bill> bills, String currency) {
        List<JsonObject> items = bills.stream().map(InvoiceDemo::item).toList();
        List<JsonObject> payments = new ArrayList<>();
        bills.forEach(bill -> bill.payments.forEach(paid -> payments.add(payment(bill, paid))));
        List<JsonObject> invoices =
                bills.stream().map(bill -> invoice(year, bill, currency)).toList();
        long issued = bills.stream().filter(bill -> bill.number != null).count();
        return DemoRows.insert(connection, admin, "invoices", invoices)
                .chain(() -> DemoRows.insert(connection, admin, "invoice_items", items))
                .chain(() -> DemoRows.insert(connection, admin, "payments", payments))
                .chain(() -> DemoRows.insert(connection, admin, "invoice_run_days", runDays(year)))
                .chain(() -> numbers.lock(connection, admin))
                .chain(() -> numbers.advance(connection, admin, issued));
    }

    private static JsonObject invoice(DemoYear year, Bill bill, String currency) {
        Agreement agreement = bill.charge.agreement();
        BillingPeriod period = bill.charge.period();
        return DemoRows.row(
                "id",
                bill.id,
                "number",
                bill.number,
                "origin",
                agreement == null ? "manual" : "run",
                "customer_id",
                bill.buyer.id(),
                "customer_name",
                bill.buyer.party().name(),
                "customer_tax_id",
                bill.buyer.party().taxId(),
                "contract_id",
                agreement == null ? null : agreement.id(),
                "period_start",
                period == null ? null : period.start(),
                "period_end",
                period == null ? null : period.end(),
                "currency",
                currency,
                "total_cents",
                bill.charge.totalCents(),
                "paid_cents",
                bill.paidCents(),
                "status",
                bill.status(),
                "issued_on",
                bill.issuedOn,
                "due_on",
                bill.dueOn,
                "overdue_since",
                bill.overdueSince(year.today()),
                "last_paid_on",
                bill.lastPaidOn(),
                "cancel_reason",
                bill.cancelReason,
                "created_at",
                bill.createdAt,
                "updated_at",
                bill.overdueSince(year.today()) == null
                        ? bill.updatedAt()
                        : later(
                                bill.updatedAt(),
                                year.midnight(Objects.requireNonNull(bill.overdueSince(year.today())), 1)),
                "version",
                bill.version() + (bill.overdueSince(year.today()) == null ? 0 : 1));
    }

    private static OffsetDateTime later(OffsetDateTime one, OffsetDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static JsonObject item(Bill bill) {
        return DemoRows.row(
                "id",
                bill.itemId,
                "invoice_id",
                bill.id,
                "position",
                0,
                "description",
                bill.charge.description(),
                "kind",
                bill.charge.kind(),
                "quantity",
                1,
                "unit_price",
                Money.brl(bill.charge.totalCents()).toDecimal().toPlainString(),
                "unit_cents",
                bill.charge.totalCents(),
                "total_cents",
                bill.charge.totalCents());
    }

    private static JsonObject payment(Bill bill, Bill.Paid paid) {
        return DemoRows.row(
                "id", paid.id(),
                "invoice_id", bill.id,
                "amount_cents", paid.amountCents(),
                "method", paid.method(),
                "paid_on", paid.on(),
                "reference", paid.reference(),
                "recorded_at", paid.at());
    }

    private static List<JsonObject> runDays(DemoYear year) {
        return year.firstDay()
                .datesUntil(year.today().plusDays(1))
                .map(day -> DemoRows.row("on_date", day, "run_at", year.midnight(day, 1)))
                .toList();
    }

    /** Those who owe what is overdue. */
    private static Set<UUID> owing(DemoYear year, List<Bill> bills) {
        Set<UUID> owing = new LinkedHashSet<>();
        bills.stream().filter(bill -> bill.isOverdue(year.today())).forEach(bill -> owing.add(bill.buyer.id()));
        return owing;
    }
}
