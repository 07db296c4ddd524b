package dev.pulso.store.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work on its way through the server, on bad days. */
@QuarkusTest
class WorkTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Tenancy tenancy;

    @Inject
    WorkQueue queue;

    @Inject
    ProbeDelivery delivery;

    private Caller caller;

    @BeforeEach
    void a_tenant() {
        caller = Caller.system(UUID.randomUUID(), "test", null);
    }

    @Test
    void what_was_delivered_but_not_noted_is_delivered_again_with_the_same_key() {
        UUID ref = UUID.randomUUID();
        delivery.forgetFor(ref, 1);
        put(ref, ref);

        await().atMost(SOON).until(() -> waiting() == 0);
        assertThat(delivery.keysOf(ref)).hasSize(2);
        assertThat(delivery.keysOf(ref).getFirst())
                .isEqualTo(delivery.keysOf(ref).getLast());
    }

    @Test
    void what_fails_for_good_is_left_to_a_person_without_values_of_records_and_the_next_of_its_key_goes_on() {
        UUID key = UUID.randomUUID();
        UUID bad = UUID.randomUUID();
        UUID next = UUID.randomUUID();
        delivery.failFor(bad, 3);
        put(key, bad);
        put(key, next);

        await().atMost(SOON).until(() -> delivery.keysOf(next).size() == 1);
        assertThat(delivery.keysOf(bad)).hasSize(3);
        assertThat(delivery.hasNotedAsDead(bad)).isTrue();
        Row dead = row(bad);
        assertThat(dead.getOffsetDateTime("dead_at")).isNotNull();
        assertThat(dead.getInteger("failures")).isEqualTo(3);
        assertThat(dead.getString("error")).isEqualTo("IllegalStateException");
    }

    @Test
    void what_kills_its_process_each_time_is_not_tried_again() {
        UUID poison = UUID.randomUUID();
        tenancy.sql(
                        caller,
                        connection -> connection
                                .preparedQuery(
                                        "insert into work (queue, tenant_id, key, ref, leased_by, due_at, crashes)"
                                                + " values ($1, $2, $3, $3, gen_random_uuid(), now() - interval '1 minute', 2)")
                                .execute(Tuple.of(ProbeDelivery.QUEUE, caller.tenantId(), poison)))
                .await()
                .atMost(SOON);
        UUID neighbour = UUID.randomUUID();
        put(neighbour, neighbour);

        await().atMost(SOON).until(() -> row(poison).getOffsetDateTime("dead_at") != null);
        await().atMost(SOON).until(() -> delivery.keysOf(neighbour).size() == 1);
        assertThat(delivery.keysOf(poison)).isEmpty();
        assertThat(delivery.hasNotedAsDead(poison)).isTrue();
        assertThat(row(poison).getString("error")).contains("died, 3 times");
    }

    private void put(UUID key, UUID ref) {
        tenancy.sql(caller, connection -> queue.put(connection, caller, ProbeDelivery.QUEUE, key, ref))
                .await()
                .atMost(SOON);
    }

    private long waiting() {
        return tenancy.query(caller, "select count(*) from work where dead_at is null", Tuple.tuple())
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
    }

    private Row row(UUID ref) {
        return tenancy.query(caller, "select dead_at, failures, error from work where ref = $1", Tuple.of(ref))
                .await()
                .atMost(SOON)
                .iterator()
                .next();
    }
}
