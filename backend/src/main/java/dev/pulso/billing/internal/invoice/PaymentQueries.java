package dev.pulso.billing.internal.invoice;

import dev.pulso.billing.PaymentData;
import dev.pulso.billing.PaymentMethod;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.External;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.Rows;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Payments of all invoices, as a ledger reads them: one statement a page. */
@ApplicationScoped
class PaymentQueries {
    // Customer and currency of an invoice never change, so they may stand in the rows of its payments.
    static final Rows<PaymentData> ROWS =
            Rows.of(PaymentData.class, "p").from("customerId", "i.customer_id").from("currency", "i.currency");

    private static final String FROM =
            "payments p join invoices i on i.tenant_id = p.tenant_id and i.id = p.invoice_id";
    private static final String BY_ID = "select " + ROWS.columns() + " from " + FROM + " where p.id = $1";

    private final Tenancy tenancy;

    PaymentQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    record Filter(
            @Nullable UUID invoiceId,
            @Nullable UUID customerId,
            @Nullable String reference,
            External.Key key) {}

    Uni<Page<PaymentData>> list(Caller caller, Filter filter, PageRequest page) {
        return filter.key()
                .in(KeysetQuery.select(ROWS, FROM), "p")
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
                .page(tenancy, caller, page, "-created_at", ROWS::read);
    }

    /** The payment, or 404. */
    Uni<PaymentData> get(Caller caller, UUID id) {
        return tenancy.query(caller, BY_ID, Tuple.of(id))
                .map(ROWS::one)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }
}
