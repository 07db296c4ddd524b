package dev.pulso.portfolio.internal.contract;

import dev.pulso.kernel.BillingCycle;
import dev.pulso.portfolio.ContractStatus;
import dev.pulso.store.imports.ImportRow;
import dev.pulso.store.imports.RowImporter;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Many contracts with one statement each way. */
@ApplicationScoped
class ContractBatch {
    private static final String FIND = """
        select id, external_id, currency, service_type, title, billing_cycle, amount_cents, cost_cents, status, paying, start_on,
               end_on, term_months, billing_day
        from contracts where external_source = 'default' and external_id = any($1) for update\
        """;
    private static final String STATE_COLUMNS =
            "service_type, title, billing_cycle, amount_cents, cost_cents, status, paying, start_on, end_on,"
                    + " term_months, billing_day";
    private static final String STATE_ARRAYS = """
        $%d::text[], $%d::text[], $%d::text[], $%d::bigint[], $%d::bigint[], $%d::text[], $%d::boolean[], $%d::date[],
        $%d::date[], $%d::int[], $%d::int[]\
        """;
    private static final String INSERT =
            """
            insert into contracts (tenant_id, currency, id, customer_id, external_id, %s)
            select $1, $2, n.* from unnest($3::uuid[], $4::uuid[], $5::text[], %s) as n\
            """.formatted(STATE_COLUMNS, STATE_ARRAYS.formatted(6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16));
    private static final String UPDATE =
            """
            update contracts c
            set service_type = n.service_type, title = n.title, billing_cycle = n.billing_cycle,
                amount_cents = n.amount_cents, cost_cents = n.cost_cents, status = n.status, paying = n.paying,
                start_on = n.start_on, end_on = n.end_on, term_months = n.term_months, billing_day = n.billing_day,
                terms_since = case when n.other_terms then $1::date else c.terms_since end,
                version = c.version + 1, updated_at = app_now()
            from unnest($2::uuid[], $3::boolean[], %s) as n(id, other_terms, %s)
            where c.id = n.id\
            """.formatted(STATE_ARRAYS.formatted(4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14), STATE_COLUMNS);

    /** The contracts that rows name by their external id. */
    Uni<Map<String, ContractRows.Existing>> find(SqlConnection connection, List<ImportRow> rows) {
        String[] keys = rows.stream()
                .map(row -> row.text(RowImporter.KEY))
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        Map<String, ContractRows.Existing> found = new HashMap<>();
        if (keys.length == 0) {
            return Uni.createFrom().item(found);
        }
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.tuple().addArrayOfString(keys))
                .map(existing -> {
                    existing.forEach(row -> found.put(
                            row.getString("external_id"),
                            new ContractRows.Existing(row.getUUID("id"), row.getString("currency"), state(row))));
                    return found;
                });
    }

    Uni<Void> insert(
            SqlConnection connection,
            Caller caller,
            String currency,
            List<ContractRows.Created> news,
            List<UUID> customerIds) {
        if (news.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = Tuple.of(caller.tenantId(), currency)
                .addArrayOfUUID(news.stream().map(ContractRows.Created::id).toArray(UUID[]::new))
                .addArrayOfUUID(customerIds.toArray(UUID[]::new))
                .addArrayOfString(
                        news.stream().map(ContractRows.Created::externalId).toArray(String[]::new));
        addStates(values, news.stream().map(ContractRows.Created::state).toList());
        return connection.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }

    Uni<Void> update(SqlConnection connection, List<ContractRows.Changed> changed, LocalDate today) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple values = Tuple.of(today)
                .addArrayOfUUID(changed.stream().map(ContractRows.Changed::id).toArray(UUID[]::new))
                .addArrayOfBoolean(changed.stream()
                        .map(ContractRows.Changed::withOtherTerms)
                        .toArray(Boolean[]::new));
        addStates(values, changed.stream().map(ContractRows.Changed::state).toList());
        return connection.preparedQuery(UPDATE).execute(values).replaceWithVoid();
    }

    private static void addStates(Tuple values, List<ContractRows.State> states) {
        values.addArrayOfString(texts(states, ContractRows.State::serviceType))
                .addArrayOfString(texts(states, ContractRows.State::title))
                .addArrayOfString(texts(states, state -> state.billingCycle().code()))
                .addArrayOfLong(
                        states.stream().map(ContractRows.State::amountCents).toArray(Long[]::new))
                .addArrayOfLong(
                        states.stream().map(ContractRows.State::costCents).toArray(Long[]::new))
                .addArrayOfString(texts(states, state -> state.status().name()))
                .addArrayOfBoolean(
                        states.stream().map(ContractRows.State::paying).toArray(Boolean[]::new))
                .addArrayOfLocalDate(
                        states.stream().map(ContractRows.State::startOn).toArray(LocalDate[]::new))
                .addArrayOfLocalDate(
                        states.stream().map(ContractRows.State::endOn).toArray(LocalDate[]::new))
                .addArrayOfInteger(
                        states.stream().map(ContractRows.State::termMonths).toArray(Integer[]::new))
                .addArrayOfInteger(
                        states.stream().map(ContractRows.State::billingDay).toArray(Integer[]::new));
    }

    private static String[] texts(
            List<ContractRows.State> states, Function<ContractRows.State, @Nullable String> text) {
        return states.stream().map(text).toArray(String[]::new);
    }

    private static ContractRows.State state(Row row) {
        return new ContractRows.State(
                row.getString("service_type"),
                row.getString("title"),
                BillingCycle.of(row.getString("billing_cycle")),
                row.getLong("amount_cents"),
                row.getLong("cost_cents"),
                ContractStatus.valueOf(row.getString("status")),
                row.getBoolean("paying"),
                row.getLocalDate("start_on"),
                row.getLocalDate("end_on"),
                row.getInteger("term_months"),
                row.getInteger("billing_day"));
    }
}
