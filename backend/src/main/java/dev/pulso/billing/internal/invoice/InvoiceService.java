package dev.pulso.billing.internal.invoice;

import dev.pulso.billing.CustomerBalance;
import dev.pulso.billing.DueDates;
import dev.pulso.billing.InvoiceCancelled;
import dev.pulso.billing.InvoiceData;
import dev.pulso.billing.InvoiceDetail;
import dev.pulso.billing.InvoiceIssued;
import dev.pulso.billing.InvoiceOverdue;
import dev.pulso.billing.InvoicePaid;
import dev.pulso.billing.Invoices;
import dev.pulso.billing.NewInvoice;
import dev.pulso.billing.NewPayment;
import dev.pulso.billing.PaymentConfirmed;
import dev.pulso.billing.PaymentData;
import dev.pulso.billing.internal.numbering.InvoiceNumbers;
import dev.pulso.company.TenantData;
import dev.pulso.company.Tenants;
import dev.pulso.customers.CustomerData;
import dev.pulso.customers.CustomerDetail;
import dev.pulso.customers.Customers;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.portfolio.ContractData;
import dev.pulso.portfolio.ContractDetail;
import dev.pulso.portfolio.Contracts;
import dev.pulso.store.data.ExternalKeys;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import dev.pulso.store.tenancy.TenantDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The use cases of invoices: load, decide, publish; one transaction each, or the caller's. */
@ApplicationScoped
class InvoiceService implements Invoices {
    private static final String TABLE = "invoices";
    private static final String PAYMENTS = "payments";

    private final Tenancy tenancy;
    private final TenantDay days;
    private final Tenants tenants;
    private final Customers customers;
    private final Contracts contracts;
    private final InvoiceRepository invoices;
    private final PaymentRepository payments;
    private final InvoiceQueries queries;
    private final PaymentQueries paid;
    private final InvoiceNumbers numbers;
    private final Outbox outbox;
    private final TenantClock clock;
    private final ExternalKeys keys;

    InvoiceService(
            Tenancy tenancy,
            TenantDay days,
            Tenants tenants,
            Customers customers,
            Contracts contracts,
            InvoiceRepository invoices,
            PaymentRepository payments,
            InvoiceQueries queries,
            PaymentQueries paid,
            InvoiceNumbers numbers,
            Outbox outbox,
            TenantClock clock,
            ExternalKeys keys) {
        this.tenancy = tenancy;
        this.days = days;
        this.tenants = tenants;
        this.customers = customers;
        this.contracts = contracts;
        this.invoices = invoices;
        this.payments = payments;
        this.queries = queries;
        this.paid = paid;
        this.numbers = numbers;
        this.outbox = outbox;
        this.clock = clock;
        this.keys = keys;
    }

    Uni<Page<InvoiceData>> list(Caller caller, InvoiceQueries.Filter filter, PageRequest page) {
        return queries.list(caller, filter, page);
    }

    @Override
    public Uni<InvoiceDetail> get(Caller caller, UUID id) {
        return queries.detail(caller, id);
    }

    /** The invoice that another system knows by this key, or 404. */
    Uni<InvoiceDetail> get(Caller caller, String source, String externalId) {
        return keys.require(caller, TABLE, source, externalId).chain(id -> get(caller, id));
    }

    /** The payment that another system knows by this key, or 404. */
    Uni<PaymentData> payment(Caller caller, String source, String externalId) {
        return keys.require(caller, PAYMENTS, source, externalId).chain(id -> paid.get(caller, id));
    }

    Uni<InvoiceDetail> edit(Caller caller, UUID id, ExpectedVersion expected, InvoiceChanges changes) {
        return tenancy.write(
                caller,
                session -> lock(id).invoke(invoice -> invoice.requireVersion(expected))
                        .call(invoice -> keys.requireFree(caller, TABLE, invoice, changes.external()))
                        .invoke(invoice -> invoice.edit(changes))
                        .call(() -> session.flush())
                        .chain(() -> get(caller, id)));
    }

    Uni<Page<PaymentData>> allPayments(Caller caller, PaymentQueries.Filter filter, PageRequest page) {
        return paid.list(caller, filter, page);
    }

    Uni<List<PaymentData>> payments(Caller caller, UUID id) {
        return queries.detail(caller, id).map(InvoiceDetail::payments);
    }

    /** What the customer owes today, or 404. */
    Uni<CustomerBalance> balance(Caller caller, UUID customerId) {
        return customers
                .get(caller, customerId)
                .chain(() -> days.today(caller))
                .chain(today -> queries.balance(caller, customerId, today));
    }

    @Override
    public Uni<InvoiceDetail> create(Caller caller, NewInvoice invoice) {
        return tenancy.write(
                caller,
                session -> keys.requireFree(caller, TABLE, invoice.external())
                        .chain(() -> tenants.current(caller))
                        .chain(tenant -> days.today(caller)
                                .chain(today -> Problem.referredBy(
                                                "customer_id", customers.get(caller, invoice.customerId()))
                                        .map(CustomerDetail::customer)
                                        .chain(customer -> contractOf(caller, customer, invoice.contractId())
                                                .map(contract ->
                                                        draft(caller, invoice, customer, contract, tenant, today))))
                                .chain(draft -> invoices.persistAndFlush(draft)))
                        .chain(draft -> get(caller, draft.id())));
    }

    @Override
    public Uni<DueDates> dueDates(Caller caller) {
        return tenants.current(caller)
                .chain(tenant -> days.today(caller).map(today -> new DueDates(today, tenant.invoiceDueDays())));
    }

    private static Invoice draft(
            Caller caller,
            NewInvoice invoice,
            CustomerData customer,
            @Nullable ContractData contract,
            TenantData tenant,
            LocalDate today) {
        return new Invoice(
                caller,
                invoice,
                customer,
                invoice.currency() != null
                        ? invoice.currency()
                        : contract == null ? tenant.currency() : contract.currency(),
                invoice.dueOn() == null ? today.plusDays(tenant.invoiceDueDays()) : invoice.dueOn());
    }

    private Uni<@Nullable ContractData> contractOf(Caller caller, CustomerData customer, @Nullable UUID contractId) {
        if (contractId == null) {
            return Uni.createFrom().nullItem();
        }
        return Problem.referredBy("contract_id", contracts.get(caller, contractId))
                .map(ContractDetail::contract)
                .invoke(contract -> {
                    if (!contract.customerId().equals(customer.id())) {
                        throw Problem.invalid(
                                "contract_id", "must be a contract of the customer", "contract_of_customer");
                    }
                });
    }

    @Override
    public Uni<InvoiceDetail> issue(Caller caller, UUID id) {
        return issue(caller, id, ExpectedVersion.any());
    }

    Uni<InvoiceDetail> issue(Caller caller, UUID id, ExpectedVersion expected) {
        return tenancy.write(
                caller,
                session -> get(caller, id)
                        .invoke(detail -> expected.check(detail.invoice().version()))
                        .chain(detail -> detail.invoice().isIssued()
                                ? Uni.createFrom().item(detail)
                                : days.today(caller)
                                        .chain(today -> takeNumber(caller, id, today))
                                        .chain(() -> get(caller, id))));
    }

    /** The counter is locked before the invoice, as the run does: the other way round they could wait for each other. */
    private Uni<Void> takeNumber(Caller caller, UUID id, LocalDate today) {
        return tenancy.sql(caller, connection -> numbers.lock(connection, caller))
                .chain(lastNumber -> lock(id).chain(invoice -> {
                    if (invoice.isIssued()) {
                        return Uni.createFrom().voidItem();
                    }
                    return customers
                            .get(caller, invoice.customerId())
                            .map(customer -> invoice.issue(lastNumber + 1, customer.customer(), today))
                            .call(issued -> tenancy.sql(
                                    caller, connection -> numbers.advance(connection, caller, issued.number())))
                            .chain(issued -> outbox.publish(caller, InvoiceIssued.TYPE, id, issued))
                            .chain(() -> tellOverdue(caller, invoice, today));
                }));
    }

    /** One that is issued with a due date in the past is overdue at once, not from the next midnight on. */
    private Uni<Void> tellOverdue(Caller caller, Invoice invoice, LocalDate today) {
        InvoiceOverdue overdue = invoice.fallDue(today);
        return overdue == null
                ? Uni.createFrom().voidItem()
                : outbox.publish(caller, InvoiceOverdue.TYPE, invoice.id(), overdue);
    }

    Uni<InvoiceDetail> cancel(Caller caller, UUID id, ExpectedVersion expected, String reason) {
        return tenancy.write(
                caller,
                session -> lock(id).chain(invoice -> {
                            invoice.requireVersion(expected);
                            if (invoice.isCancelledFor(reason)) {
                                return Uni.createFrom().voidItem();
                            }
                            InvoiceCancelled cancelled = invoice.cancel(reason);
                            return outbox.publish(caller, InvoiceCancelled.TYPE, id, cancelled);
                        })
                        .chain(() -> get(caller, id)));
    }

    @Override
    public Uni<PaymentData> recordPayment(Caller caller, UUID invoiceId, NewPayment payment) {
        return tenancy.write(
                caller,
                session -> lock(invoiceId)
                        .chain(invoice -> firstOf(payment).chain(first -> {
                            if (first == null) {
                                return keys.requireFree(caller, PAYMENTS, payment.external())
                                        .chain(() -> days.today(caller))
                                        .chain(today -> take(caller, invoice, payment, today));
                            }
                            first.requireRepeatedBy(invoice, payment);
                            return Uni.createFrom().item(first.id());
                        }))
                        .chain(id -> paid.get(caller, id)));
    }

    /** The payment that was recorded with the same method and reference, if any. */
    private Uni<@Nullable Payment> firstOf(NewPayment payment) {
        String reference = Checks.trimmed(payment.reference());
        return reference == null
                ? Uni.createFrom().nullItem()
                : payments.findByReference(Checks.present("method", payment.method()), reference);
    }

    private Uni<UUID> take(Caller caller, Invoice invoice, NewPayment newPayment, LocalDate today) {
        Instant now = clock.now(caller).truncatedTo(ChronoUnit.MICROS);
        Payment payment = invoice.pay(newPayment, today, now);
        Uni<Void> confirmed = payments.persistAndFlush(payment)
                .chain(() -> outbox.publish(caller, PaymentConfirmed.TYPE, payment.id(), payment.confirmed(invoice)));
        Uni<Void> told = invoice.isPaid()
                ? confirmed.chain(() -> outbox.publish(caller, InvoicePaid.TYPE, invoice.id(), invoice.paid()))
                : confirmed;
        return told.replaceWith(payment.id());
    }

    private Uni<Invoice> lock(UUID id) {
        return invoices.lock(id).onItem().ifNull().failWith(Problem::notFound);
    }
}
