package dev.pulso.customers.internal.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.customers.CustomerKind;
import dev.pulso.customers.Customers;
import dev.pulso.customers.NewCustomer;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.Plan;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A batch of an import in a company that has many customers. */
@QuarkusTest
class CustomerBatchTest {
    /** Which index is taken depends on when statistics were gathered; each part walks it at most once. */
    private static final long ONCE = 61_000;

    private static final Duration SOON = Duration.ofMinutes(2);

    @Inject
    Tenancy tenancy;

    @Inject
    Customers customers;

    @Test
    void a_thousand_names_are_found_among_twenty_thousand_without_looking_through_them() {
        Caller caller = Caller.system(TestTenant.register().id(), "test", null);
        // In parts: whatever is kept about a new customer is kept in the statement that makes it.
        for (int from = 1; from < 20_000; from += 4_000) {
            Tuple part = Tuple.of(caller.tenantId(), from, from + 3_999);
            tenancy.sql(
                            caller,
                            connection -> connection
                                    .preparedQuery("insert into customers (tenant_id, id, name, kind)"
                                            + " select $1, gen_random_uuid(), 'Padaria São João ' || n, 'company'"
                                            + " from generate_series($2::int, $3::int) n")
                                    .execute(part))
                    .await()
                    .atMost(SOON);
        }
        String[] names = IntStream.rangeClosed(1, 1_000)
                .mapToObj(n -> "padaria\u00a0SAO joao  " + n * 20)
                .toArray(String[]::new);
        String[] nothing = new String[names.length];
        Tuple values = Tuple.tuple()
                .addArrayOfString(nothing)
                .addArrayOfString(nothing)
                .addArrayOfString(names);

        assertThat(Plan.rowsRead(tenancy, caller, "customers", CustomerBatch.FIND, values))
                .isBetween(1_000L, ONCE);

        List<UUID> found = customers
                .findOrCreateAll(
                        caller,
                        IntStream.range(0, names.length)
                                .mapToObj(i -> NewCustomer.named(names[i], CustomerKind.company))
                                .toList())
                .await()
                .atMost(SOON);
        assertThat(new HashSet<>(found)).hasSize(1_000);
        assertThat(count(caller)).isEqualTo(20_000);
    }

    private long count(Caller caller) {
        return tenancy.query(caller, "select count(*) from customers", Tuple.tuple())
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(SOON);
    }
}
