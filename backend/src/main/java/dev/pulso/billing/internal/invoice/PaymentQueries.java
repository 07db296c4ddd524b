package dev.pulso.billing.internal.invoice;

import dev.pulso.billing.PaymentData;
import dev.pulso.billing.PaymentMethod;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Payments of all invoices, as a ledger reads them: one statement a page. */
@ApplicationScoped
class PaymentQueries {
    private static final String COLUMNS = """
        p.id, p.invoice_id, i.customer_id, i.currency, p.amount_cents, p.method, p.paid_on, p.reference, p.recorded_at\
        """;
    // Customer and currency of an invoice never change, so they may stand in the rows of its payments.
    private static final String FROM =
            "payments p join invoices i on i.tenant_id = p.tenant_id and i.id = p.invoice_id";

    private final Tenancy tenancy;

    PaymentQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    record Filter(
            @Nullable UUID invoiceId,
            @Nullable UUID customerId,
            @Nullable String reference) {}

    Uni<Page<PaymentData>> list(Caller caller, Filter filter, PageRequest page) {
        return KeysetQuery.select(COLUMNS, FROM, "p.id")
                .where("p.invoice_id = ?", filter.invoiceId())
                .where("i.customer_id = ?", filter.customerId())
                .where("p.reference = ?", filter.reference())
                .sortable("created_at", "p.recorded_at", "timestamptz")
                .sortable("paid_on", "p.paid_on", "date")
                .anyOf("method", "p.method", Stream.of(PaymentMethod.values()).map(Enum::name))
                .range("created_at", "p.recorded_at", "timestamptz")
                .range("amount_cents", "p.amount_cents", "bigint")
                .range("paid_on", "p.paid_on", "date")
                // A payment never changes.
                .changing("p.recorded_at")
                .page(tenancy, caller, page, "-created_at", PaymentQueries::data);
    }

    private static PaymentData data(Row row) {
        return new PaymentData(
                row.getUUID("id"),
                row.getUUID("invoice_id"),
                row.getUUID("customer_id"),
                row.getString("currency"),
                row.getLong("amount_cents"),
                PaymentMethod.valueOf(row.getString("method")),
                row.getLocalDate("paid_on"),
                row.getString("reference"),
                row.getOffsetDateTime("recorded_at").toInstant());
    }
}
