package dev.pulso.store.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One company with 400,000 waiting events, and 2,000 with one each, who come later. */
@QuarkusTest
@Tag("slow")
class FairnessTest {
    private static final Logger LOG = Logger.getLogger(FairnessTest.class);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String QUEUE = "test-recorder";
    private static final int BACKLOG = 400_000;
    private static final int OTHERS = 2_000;

    private final UUID big = UUID.randomUUID();

    @Inject
    Tenancy tenancy;

    @Inject
    WorkQueue queue;

    @Inject
    MeterRegistry meters;

    @AfterEach
    void forget_the_rest() {
        as(big, "delete from work where queue = $1", Tuple.of(QUEUE));
    }

    @Test
    void the_events_of_others_do_not_wait_for_it() {
        as(
                big,
                "insert into work (queue, tenant_id, key, ref, due_at) select $1, $2, gen_random_uuid(), gen_random_uuid(),"
                        + " now() - interval '1 hour' from generate_series(1, $3::int)",
                Tuple.of(QUEUE, big, BACKLOG));
        // Names in one stretch, so that looking after them costs nothing.
        String name = UUID.randomUUID().toString().substring(0, 24);
        // All at once, so that what is measured is what the queue does and not how fast they come.
        tenancy.withoutTenant(connection -> connection
                        .query("do $$ declare other uuid; begin for i in 1.." + OTHERS + " loop other := ('" + name
                                + "' || lpad(to_hex(i), 12, '0'))::uuid;"
                                + " perform set_config('app.tenant_id', other::text, true);"
                                + " insert into work (queue, tenant_id, key, ref) values ('" + QUEUE
                                + "', other, gen_random_uuid(), gen_random_uuid()); end loop; end $$")
                        .execute())
                .await()
                .atMost(PATIENCE);
        UUID first = UUID.fromString(name + "0".repeat(12));
        UUID last = UUID.fromString(name + "f".repeat(12));
        long before = count(big, big);
        Timer takes = meters.get("pulso.work.take").timer();
        long takesBefore = takes.count();
        double takingBefore = takes.totalTime(TimeUnit.MILLISECONDS);
        long put = System.nanoTime();
        queue.soon();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> !waits(first, last));
        long done = System.nanoTime();
        long doneOfBig = before - count(big, big);
        LOG.infof(
                "%d others were all done in %d ms; of %d of the one %d were done meanwhile",
                OTHERS, (done - put) / 1_000_000, BACKLOG, doneOfBig);

        LOG.infof(
                "meanwhile %d takes, %.0f ms in all; a turn took %.1f ms",
                takes.count() - takesBefore,
                takes.totalTime(TimeUnit.MILLISECONDS) - takingBefore,
                meters.get("pulso.work").tag("queue", QUEUE).timer().mean(TimeUnit.MILLISECONDS));
        // In turn: while each of the others had its one, the big one had its share of a round or two. How long that
        // took is a
        // matter of the machine, and is told above.
        assertThat(count(big, big)).isPositive();
        assertThat(doneOfBig).isLessThan(OTHERS / 4);
    }

    private void as(UUID tenant, String sql, Tuple values) {
        tenancy.sql(
                        Caller.system(tenant, "test", null),
                        connection -> connection
                                .query("set local statement_timeout = '170s'")
                                .execute()
                                .chain(() -> connection.preparedQuery(sql).execute(values)))
                .await()
                .atMost(PATIENCE);
    }

    /** By the index, in its order: who looks must not be what the others wait for. */
    private boolean waits(UUID from, UUID to) {
        Uni<Boolean> waits = tenancy.withoutTenant(connection -> connection
                .preparedQuery("select 1 from work where queue = $1 and tenant_id between $2 and $3 and dead_at is null"
                        + " order by queue, tenant_id, due_at limit 1")
                .execute(Tuple.of(QUEUE, from, to))
                .map(rows -> rows.rowCount() > 0));
        return waits.await().atMost(PATIENCE);
    }

    private long count(UUID from, UUID to) {
        Uni<Long> count = tenancy.withoutTenant(connection -> connection
                .preparedQuery("select count(*) from work where queue = $1 and tenant_id between $2 and $3")
                .execute(Tuple.of(QUEUE, from, to))
                .map(rows -> rows.iterator().next().getLong(0)));
        return count.await().atMost(PATIENCE);
    }
}
