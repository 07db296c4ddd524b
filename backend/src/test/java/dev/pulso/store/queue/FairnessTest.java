package dev.pulso.store.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
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
        long before = waitingOf(big);
        UUID[] others =
                IntStream.range(0, OTHERS).mapToObj(i -> UUID.randomUUID()).toArray(UUID[]::new);
        // Each by a transaction of its own, as it happens; the worker is at them all the while.
        long began = System.nanoTime();
        for (UUID other : others) {
            as(
                    other,
                    "insert into work (queue, tenant_id, key, ref) values ($1, $2, gen_random_uuid(), gen_random_uuid())",
                    Tuple.of(QUEUE, other));
        }
        long put = System.nanoTime();
        queue.soon();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> waitingOf(others) == 0);
        long done = System.nanoTime();
        long doneOfBig = before - waitingOf(big);
        LOG.infof(
                "%d others were put down in %d ms and all done %d ms after the last; of %d of the one %d were done meanwhile",
                OTHERS, (put - began) / 1_000_000, (done - put) / 1_000_000, BACKLOG, doneOfBig);

        // In turn: while each of the others had its one, the big one had no more than its share. How long that took is
        // a
        // matter of the machine, and is told above.
        assertThat(waitingOf(big)).isPositive();
        assertThat(doneOfBig).isLessThan(OTHERS);
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

    private long waitingOf(UUID... tenants) {
        Uni<Long> count = tenancy.withoutTenant(connection -> connection
                .preparedQuery("select count(*) from work where queue = $1 and tenant_id = any($2)")
                .execute(Tuple.of(QUEUE, tenants))
                .map(rows -> rows.iterator().next().getLong(0)));
        return count.await().atMost(PATIENCE);
    }
}
