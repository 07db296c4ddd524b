package dev.pulso.imports.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.csv.CsvFormat;
import dev.pulso.store.imports.BatchResult;
import dev.pulso.store.imports.ImportField;
import dev.pulso.store.imports.ImportRequest;
import dev.pulso.store.imports.ImportRow;
import dev.pulso.store.imports.RowImporter;
import dev.pulso.store.queue.LeftOff;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when an import is interrupted, and when the database refuses a row. */
@QuarkusTest
class ImportRunTest {
    @Inject
    Tenancy tenancy;

    @Inject
    ImportLog log;

    @Inject
    ImportRecords records;

    @Inject
    ImportBatches batches;

    private TestTenant tenant;
    private Caller caller;

    @BeforeEach
    void a_company() {
        tenant = TestTenant.register();
        caller = Caller.system(tenant.id(), "test", null);
    }

    /** Stores each row as a company with a duplicate refused by the database, as importers store theirs. */
    private class CompanyImporter implements RowImporter {
        @Override
        public String entity() {
            return "companies";
        }

        @Override
        public List<ImportField> fields() {
            return List.of(ImportField.text("name", 200).needed(), ImportField.text("tax_id", 20));
        }

        @Override
        public Set<String> permissions() {
            return Set.of();
        }

        @Override
        public Set<String> tables() {
            return Set.of("companies");
        }

        @Override
        public Uni<BatchResult> write(
                Caller who, ImportRequest request, Map<String, String> prepared, List<ImportRow> rows) {
            return tenancy.sql(
                    who,
                    connection -> connection
                            .preparedQuery("""
                                insert into companies (tenant_id, id, name, tax_id)
                                select $1, n.* from unnest($2::uuid[], $3::text[], $4::text[]) as n\
                                """)
                            .execute(Tuple.of(who.tenantId())
                                    .addArrayOfUUID(
                                            rows.stream().map(row -> Ids.next()).toArray(UUID[]::new))
                                    .addArrayOfString(rows.stream()
                                            .map(row -> row.text("name"))
                                            .toArray(String[]::new))
                                    .addArrayOfString(rows.stream()
                                            .map(row -> row.text("tax_id"))
                                            .toArray(String[]::new)))
                            .replaceWith(new BatchResult(rows.size(), 0, List.of())));
        }
    }

    @Test
    void an_interrupted_import_goes_on_behind_its_last_batch_and_doubles_nothing() {
        UUID id = order(companies(3_500));
        AtomicInteger batch = new AtomicInteger();
        RowImporter dying = new CompanyImporter() {
            @Override
            public Uni<BatchResult> write(
                    Caller who, ImportRequest request, Map<String, String> prepared, List<ImportRow> rows) {
                return super.write(who, request, prepared, rows).invoke(() -> {
                    // After the rows are written, before anything is committed.
                    if (batch.incrementAndGet() == 3) {
                        throw new IllegalStateException("the power went out");
                    }
                });
            }
        };
        assertThatThrownBy(() -> run(id, dying)).hasMessageContaining("power");
        assertThat(companiesStored()).isEqualTo(2_000);
        assertThat(read(id).rows()).isEqualTo(2_000);
        assertThat(read(id).status()).isEqualTo("running");

        run(id, new CompanyImporter());
        assertThat(companiesStored()).isEqualTo(3_500);
        ImportData ended = read(id);
        assertThat(ended.status()).isEqualTo("succeeded");
        assertThat(ended.rows()).isEqualTo(3_500);
        assertThat(ended.created()).isEqualTo(3_500);
        assertThat(count("select count(*) from import_chunks")).isZero();
    }

    @Test
    void many_rows_are_told_to_the_planner_at_once() {
        String analyzed = "select pg_stat_get_analyze_count('companies'::regclass)";
        long before = count(analyzed);
        run(order(companies(999)), new CompanyImporter());
        assertThat(count(analyzed)).isEqualTo(before);
        run(order(companies(1_000)), new CompanyImporter());
        assertThat(count(analyzed)).isEqualTo(before + 1);
    }

    @Test
    void a_server_that_stops_leaves_off_between_two_batches_for_another_to_go_on() {
        UUID id = order(companies(2_500));
        AtomicInteger asked = new AtomicInteger();
        ImportRun stopped = new ImportRun(
                Objects.requireNonNull(found(id)),
                new CompanyImporter(),
                log,
                batches,
                () -> asked.incrementAndGet() > 1);
        assertThatThrownBy(stopped::toTheEnd).isInstanceOf(LeftOff.class);
        assertThat(companiesStored()).isEqualTo(1_000);
        run(id, new CompanyImporter());
        assertThat(companiesStored()).isEqualTo(2_500);
    }

    @Test
    void who_was_thought_dead_and_comes_back_stores_nothing_more() {
        UUID id = order(companies(10));
        ImportOrder before = Objects.requireNonNull(found(id));
        run(id, new CompanyImporter());
        var late = new ImportBatches.Target(
                before,
                new CompanyImporter(),
                new ImportRequest(id, "f", Set.of("name"), new ImportRequest.Options(null, null, "BRL")),
                Map.of());
        var item = new ImportBatches.Item(2, List.of("x"), new ImportRow(2, Map.of("name", "x")), List.of());
        assertThatThrownBy(
                        () -> batches.store(late, List.of(item), 0, 0).await().atMost(Duration.ofSeconds(10)))
                .isInstanceOf(ImportLog.LostLease.class);
        assertThat(companiesStored()).isEqualTo(10);
    }

    @Test
    void what_the_database_refuses_costs_its_own_row_only() {
        StringBuilder file = new StringBuilder("name;tax_id\n");
        for (int i = 0; i < 300; i++) {
            file.append("c").append(i).append(';');
            // The 100th, 200th and 201st claim the tax id of the 50th.
            file.append(List.of(50, 100, 200, 201).contains(i) ? "12ABC34501DE35" : "")
                    .append('\n');
        }
        UUID id = order(file.toString());
        run(id, new CompanyImporter());
        ImportData ended = read(id);
        assertThat(List.of(ended.rows(), ended.created(), ended.failed())).containsExactly(300L, 297L, 3L);
        assertThat(ended.errors()).extracting("line").containsExactly(102L, 202L, 203L);
        assertThat(ended.errors()).extracting("code").containsOnly("duplicate");
        assertThat(companiesStored()).isEqualTo(297);
    }

    @Test
    void a_check_finds_what_the_database_would_refuse_and_keeps_nothing() throws java.io.IOException {
        StringBuilder file = new StringBuilder("name;tax_id\n");
        for (int i = 0; i < 2_300; i++) {
            // One lacks its name; three claim the tax id of the 50th, one of them in another batch.
            file.append(i == 7 ? "" : "c" + i).append(';');
            file.append(List.of(7, 50, 100, 201, 2_200).contains(i) ? "12ABC34501DE35" : "")
                    .append('\n');
        }
        java.nio.file.Path kept = java.nio.file.Files.writeString(
                java.nio.file.Files.createTempFile("pulso-check-", ".csv"), file.toString());
        ImportOrder order = Objects.requireNonNull(found(order(file.toString())));
        ImportCheck.Outcome outcome = new ImportCheck(
                        order,
                        new CompanyImporter(),
                        batches,
                        batches.settings(order).await().atMost(Duration.ofSeconds(10)),
                        batches.zone(order).await().atMost(Duration.ofSeconds(10)))
                .of(kept);
        assertThat(List.of(outcome.rows(), outcome.tried(), outcome.created(), outcome.refused()))
                .containsExactly(2_300L, 2_300L, 2_296L, 4L);
        assertThat(outcome.errors()).extracting("line").containsExactly(9L, 102L, 203L, 2_202L);
        assertThat(outcome.errors())
                .extracting("code")
                .containsExactly("required", "duplicate", "duplicate", "duplicate");
        assertThat(companiesStored()).isZero();
        // What it says is what comes of it.
        run(order.id(), new CompanyImporter());
        assertThat(read(order.id()).errors()).isEqualTo(outcome.errors());
        java.nio.file.Files.delete(kept);
    }

    private static String companies(int count) {
        StringBuilder file = new StringBuilder("name;tax_id\n");
        for (int i = 0; i < count; i++) {
            file.append("Company ").append(i).append(";\n");
        }
        return file.toString();
    }

    /** An import that only this test works on: its lease is taken from the start. */
    @Test
    void who_was_thought_dead_does_not_end_what_another_goes_on_with() {
        UUID id = order(companies(2_500));
        ImportOrder asBegun = Objects.requireNonNull(found(id));
        AtomicInteger asked = new AtomicInteger();
        ImportRun other =
                new ImportRun(asBegun, new CompanyImporter(), log, batches, () -> asked.incrementAndGet() == 2);
        ImportRun slow = new ImportRun(asBegun, new CompanyImporter(), log, batches, () -> {
            assertThatThrownBy(other::toTheEnd).isInstanceOf(LeftOff.class);
            throw Problem.invalid("name", "cannot be read here", "format");
        });
        assertThatThrownBy(slow::toTheEnd).isInstanceOf(ImportLog.LostLease.class);
        assertThat(read(id).status()).isEqualTo("running");
        assertThat(read(id).rows()).isEqualTo(1_000);
        run(id, new CompanyImporter());
        assertThat(read(id).status()).isEqualTo("succeeded");
        assertThat(companiesStored()).isEqualTo(2_500);
    }

    private UUID order(String file) {
        ImportOrder order = new ImportOrder(
                Ids.next(),
                caller,
                "companies",
                "companies.csv",
                new CsvFormat(StandardCharsets.UTF_8, ';'),
                List.of("name", "tax_id"),
                "{\"name\": \"name\", \"tax_id\": \"tax_id\"}",
                null,
                file.lines().count() - 1,
                "queued",
                0,
                0);
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        tenancy.sql(
                        caller,
                        connection -> log.order(connection, order)
                                .chain(() -> log.addChunk(connection, order, 0, bytes))
                                .chain(() -> connection
                                        .preparedQuery(
                                                "update work set due_at = now() + interval '1 hour' where ref = $1")
                                        .execute(Tuple.of(order.id()))))
                .await()
                .atMost(Duration.ofSeconds(10));
        return order.id();
    }

    private void run(UUID id, RowImporter importer) {
        new ImportRun(Objects.requireNonNull(found(id)), importer, log, batches, () -> false).toTheEnd();
    }

    private ImportOrder found(UUID id) {
        return records.order(caller, id).await().atMost(Duration.ofSeconds(10));
    }

    private ImportData read(UUID id) {
        return records.get(caller, id).await().atMost(Duration.ofSeconds(10));
    }

    private long companiesStored() {
        return count("select count(*) from companies");
    }

    private long count(String sql) {
        return tenancy.query(caller, sql, Tuple.tuple())
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next()
                .getLong(0);
    }
}
