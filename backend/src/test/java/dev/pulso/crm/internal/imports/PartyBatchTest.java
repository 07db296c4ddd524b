package dev.pulso.crm.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.Plan;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A batch of an import in a company that has many companies and contacts. */
@QuarkusTest
class PartyBatchTest {
    /** Which index is taken depends on when statistics were gathered; each part walks it at most once. */
    private static final long ONCE = 41_000;

    @Inject
    Tenancy tenancy;

    @Test
    void companies_and_contacts_are_found_without_looking_through_all() {
        Caller caller = Caller.system(TestTenant.register().id(), "test", null);
        insert(
                caller,
                "insert into companies (tenant_id, id, name) select $1, gen_random_uuid(), 'Acme ' || n"
                        + " from generate_series($2::int, $3::int) n");
        insert(
                caller,
                "insert into contacts (tenant_id, id, name, email) select $1, gen_random_uuid(), 'Ana ' || n,"
                        + " case when n % 2 = 0 then 'ana' || n || '@x.com' end from generate_series($2::int, $3::int) n");
        String[] companies = IntStream.rangeClosed(1, 1_000)
                .mapToObj(n -> "ACME\u00a0" + n * 20)
                .toArray(String[]::new);
        assertThat(Plan.rowsRead(
                        tenancy,
                        caller,
                        "companies",
                        PartyBatch.FIND_COMPANIES,
                        Tuple.tuple().addArrayOfString(companies)))
                .isBetween(1_000L, ONCE);
        String[] names =
                IntStream.rangeClosed(1, 1_000).mapToObj(n -> "ana " + n * 20).toArray(String[]::new);
        String[] emails = IntStream.rangeClosed(1, 1_000)
                .mapToObj(n -> n % 2 == 0 ? "ana" + n * 20 + "@x.com" : null)
                .toArray(String[]::new);
        assertThat(Plan.rowsRead(
                        tenancy,
                        caller,
                        "contacts",
                        PartyBatch.FIND_CONTACTS,
                        Tuple.tuple()
                                .addArrayOfString(names)
                                .addArrayOfString(emails)
                                .addArrayOfUUID(new UUID[1_000])))
                .isBetween(1_000L, ONCE);
    }

    private void insert(Caller caller, String sql) {
        // In parts: whatever is kept about a new record is kept in the statement that makes it.
        for (int from = 1; from < 20_000; from += 4_000) {
            Tuple part = Tuple.of(caller.tenantId(), from, from + 3_999);
            tenancy.sql(caller, connection -> connection.preparedQuery(sql).execute(part))
                    .await()
                    .atMost(Duration.ofMinutes(2));
        }
    }
}
