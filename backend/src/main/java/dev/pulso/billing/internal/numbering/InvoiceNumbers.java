package dev.pulso.billing.internal.numbering;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The tenant's gapless numbers. A sequence would leave a gap at every rollback, so the last number is a row: whoever
 * gives numbers locks it first, then the invoices (always in this order), and commits soon.
 */
@ApplicationScoped
public class InvoiceNumbers {
    // The update of nothing is what locks the row, whether it was there or not.
    private static final String LOCK = """
            insert into invoice_counters (tenant_id) values ($1)
            on conflict (tenant_id) do update set last_number = invoice_counters.last_number
            returning last_number""";
    private static final String ADVANCE = "update invoice_counters set last_number = $2 where tenant_id = $1";

    /** Waits for its turn and answers the last number given; the turn ends with the transaction. */
    public Uni<Long> lock(SqlConnection connection, Caller caller) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(caller.tenantId()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Says which number was given last, under the lock. */
    public Uni<Void> advance(SqlConnection connection, Caller caller, long lastNumber) {
        return connection
                .preparedQuery(ADVANCE)
                .execute(Tuple.of(caller.tenantId(), lastNumber))
                .replaceWithVoid();
    }
}
