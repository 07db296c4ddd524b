package dev.pulso.imports.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import dev.pulso.kernel.Ids;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Failed rows of a large file: as many as there are, and never many of them in memory. */
@QuarkusTest
class FailedRowsTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int ROWS = 30_000;
    private static final int ROW = 1_000;

    @Inject
    Tenancy tenancy;

    @Inject
    ImportService imports;

    private TestTenant tenant;
    private Caller caller;
    private UUID id;

    @BeforeEach
    void an_import_of_which_thirty_megabytes_failed() {
        tenant = TestTenant.register();
        caller = Caller.system(tenant.id(), "test", null);
        id = Ids.next();
        execute(
                "insert into imports (tenant_id, id, entity, file_name, charset, separator, columns, mapping, status, total_rows,"
                        + " actor, finished_at) values ($1, $2, 'deals', 'x.csv', 'UTF-8', ';', '[\"a\", \"b\"]', '{}', 'succeeded', 1,"
                        + " 'x', now())");
        execute("insert into import_failed_rows (tenant_id, import_id, line, cells, errors)"
                + " select $1, $2, n + 1, jsonb_build_array(n::text, repeat('é', " + ROW + ")), '[]'"
                + " from generate_series(1, " + ROWS + ") n");
    }

    @Test
    void they_come_piece_by_piece_and_no_sooner_than_they_are_read() {
        AssertSubscriber<byte[]> reader =
                imports.failedRows(caller, id).subscribe().withSubscriber(AssertSubscriber.create(3));
        reader.awaitItems(3, SOON);
        assertThat(reader.getItems()).hasSize(3);
        assertThat(reader.hasCompleted()).isFalse();
        reader.request(Long.MAX_VALUE);
        reader.awaitCompletion(SOON);
        List<byte[]> pieces = reader.getItems();
        assertThat(pieces).hasSizeGreaterThan(25).allMatch(piece -> piece.length < 2_500_000);
        assertThat(pieces.stream().mapToLong(piece -> piece.length).sum()).isGreaterThan(2L * ROWS * ROW);
    }

    @Test
    void all_of_them_arrive_in_their_order() throws IOException {
        long lines = 0;
        long last = 0;
        try (InputStream in = tenant.unchecked()
                .get("/api/imports/{id}/failed-rows", id)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv"))
                .extract()
                .asInputStream()) {
            var text = new java.io.BufferedReader(
                    new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
            assertThat(text.readLine()).isEqualTo("\ufeffa;b;import_error");
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                long number = Long.parseLong(line.substring(0, line.indexOf(';')));
                assertThat(number).isEqualTo(++last);
                lines++;
            }
        }
        assertThat(lines).isEqualTo(ROWS);
    }

    @Test
    void of_no_import_there_are_none_and_of_an_old_one_no_longer() {
        tenant.unchecked()
                .get("/api/imports/{id}/failed-rows", Ids.next())
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        TestTenant.register()
                .unchecked()
                .get("/api/imports/{id}/failed-rows", id)
                .then()
                .statusCode(404);
        execute("update imports set finished_at = now() - interval '89 days' where tenant_id = $1 and id = $2");
        housekeeping();
        assertThat(count("import_failed_rows")).isEqualTo(ROWS);
        execute("update imports set finished_at = now() - interval '91 days' where tenant_id = $1 and id = $2");
        housekeeping();
        assertThat(count("import_failed_rows")).isZero();
        assertThat(count("imports")).isEqualTo(1);
        execute("update imports set finished_at = now() - interval '731 days' where tenant_id = $1 and id = $2");
        housekeeping();
        assertThat(count("imports")).isZero();
    }

    private void housekeeping() {
        String run = tenant.api()
                .body("{}")
                .post("/api/jobs/housekeeping/runs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        Awaitility.await()
                .atMost(SOON)
                .until(() -> "succeeded"
                        .equals(tenant.get("/api/jobs/runs/{id}", run).getString("status")));
    }

    private void execute(String sql) {
        tenancy.sql(caller, connection -> connection.preparedQuery(sql).execute(Tuple.of(caller.tenantId(), id)))
                .await()
                .atMost(SOON);
    }

    private long count(String table) {
        return tenancy.query(caller, "select count(*) from " + table, Tuple.tuple())
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(SOON);
    }
}
