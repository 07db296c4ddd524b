package dev.pulso.store.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BackfillTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Inject
    Tenancy tenancy;

    private TestTenant tenant;
    private TestTenant other;

    @BeforeEach
    void thousands_of_rows_without_a_value() {
        tenant = TestTenant.register();
        other = TestTenant.register();
        fill(tenant, 2_500);
        fill(other, 3);
    }

    @Test
    void rows_are_filled_in_batches_once_and_for_one_company_only() {
        List<Map<String, Long>> reports = new ArrayList<>();
        assertThat(run(counts -> {
                    reports.add(counts);
                    return Uni.createFrom().voidItem();
                }))
                .isEqualTo(Map.of("rows_filled", 2_500L));
        assertThat(reports).containsExactly(Map.of("rows_filled", 1_000L), Map.of("rows_filled", 2_000L));
        assertThat(empty(tenant)).isZero();
        assertThat(empty(other)).isEqualTo(3);
        assertThat(run(counts -> Uni.createFrom().voidItem())).isEqualTo(Map.of("rows_filled", 0L));
    }

    @Test
    void a_run_that_is_broken_off_keeps_its_batches_and_the_next_goes_on() {
        assertThatThrownBy(() -> run(counts -> Uni.createFrom().failure(new IllegalStateException("broken off"))))
                .hasMessageContaining("broken off");
        assertThat(empty(tenant)).isEqualTo(1_500);
        assertThat(run(counts -> Uni.createFrom().voidItem())).isEqualTo(Map.of("rows_filled", 1_500L));
    }

    private Map<String, Long> run(JobProgress progress) {
        return new Backfill(
                tenancy,
                "backfill-sources",
                "update leads set source = 'unknown' where ctid = any(array(select ctid from leads where source is null limit $1))") {
            @Override
            public String description() {
                return "Says where leads came from.";
            }
        }.run(system(tenant), DAY, progress).await().atMost(SOON);
    }

    private void fill(TestTenant of, int rows) {
        tenancy.sql(
                        system(of),
                        connection -> connection
                                .preparedQuery(
                                        "insert into leads (tenant_id, id, name) select $1, gen_random_uuid(), 'Lead'"
                                                + " from generate_series(1, $2)")
                                .execute(Tuple.of(of.id(), rows)))
                .await()
                .atMost(SOON);
    }

    private long empty(TestTenant of) {
        return tenancy.query(system(of), "select count(*) from leads where source is null", Tuple.tuple())
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
    }

    private static Caller system(TestTenant of) {
        return Caller.system(of.id(), "test", null);
    }
}
