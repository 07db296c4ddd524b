package dev.pulso.portfolio.internal.contract;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Keeps what contracts were worth when, so that the portfolio of a past day is what it was then. Rows are only ever
 * added, in the transaction that made or changed the contract; they are copied from it as it is then stored.
 */
@ApplicationScoped
class ContractHistory {
    private static final String COPY = """
        insert into contract_changes
            (tenant_id, contract_id, effective_on, amount_cents, cost_cents, currency, service_type, billing_cycle, status,
             paying)
        select c.tenant_id, c.id, coalesce(c.terms_since, '-infinity'), c.amount_cents, c.cost_cents, c.currency,
               c.service_type, c.billing_cycle, c.status, c.paying
        from contracts c where c.id = any($1)\
        """;

    private final Tenancy tenancy;

    ContractHistory(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** Writes down the terms of contracts that have just been made or changed. */
    Uni<Void> keep(Caller caller, List<UUID> contracts) {
        return tenancy.sql(
                caller,
                connection -> connection
                        .preparedQuery(COPY)
                        .execute(Tuple.of(contracts.toArray(UUID[]::new)))
                        .replaceWithVoid());
    }
}
