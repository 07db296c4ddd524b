package dev.pulso.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pulso.kernel.Ids;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    record Happened(String whatHappened, long amountCents) {}

    @Inject
    Outbox outbox;

    @Inject
    Tenancy tenancy;

    @Inject
    RecordingHandler handler;

    private Caller caller;

    @BeforeEach
    void a_company() {
        caller = Caller.system(TestTenant.register().id(), "test", "request-1");
    }

    @Test
    void an_event_reaches_its_handler_with_who_caused_it() {
        UUID aggregate = Ids.next();
        publish("test.happened", aggregate);

        await().atMost(SOON).until(() -> handler.about(aggregate).size() == 1);
        DomainEvent event = handler.about(aggregate).getFirst();
        assertThat(event.tenantId()).isEqualTo(caller.tenantId());
        assertThat(event.payload().getString("what_happened")).isEqualTo("all of it");
        assertThat(event.payload().getLong("amount_cents")).isEqualTo(5000);
        assertThat(event.requestId()).isEqualTo("request-1");
        await().atMost(SOON).until(() -> queued() == 0);
    }

    @Test
    void an_event_of_a_transaction_that_failed_never_happened() {
        UUID lost = Ids.next();
        assertThatThrownBy(() -> tenancy.write(
                                caller,
                                session -> outbox.publish(caller, "test.happened", lost, new Happened("no", 1))
                                        .chain(() ->
                                                Uni.createFrom().failure(new IllegalStateException("rolled back"))))
                        .await()
                        .atMost(SOON))
                .hasMessage("rolled back");
        UUID after = Ids.next();
        publish("test.happened", after);

        await().atMost(SOON).until(() -> handler.about(after).size() == 1);
        assertThat(handler.about(lost)).isEmpty();
    }

    @Test
    void a_subscriber_that_always_fails_costs_the_others_nothing() {
        UUID first = Ids.next();
        UUID second = Ids.next();
        publish("test.broken", first);
        publish("test.broken", second);
        publish("test.broken", first);

        await().atMost(SOON)
                .until(() -> handler.about(first).size() == 2
                        && handler.about(second).size() == 1);
        await().atMost(SOON).until(() -> waitingFor("test-recorder") == 0);
        assertThat(handler.about(first)).hasSize(2);
        // Of each record the broken one tries the oldest only.
        await().atMost(SOON)
                .until(() -> number("select count(*) from work where queue = 'test-broken' and failures > 0"
                                + " and tenant_id = $1")
                        == 2);
        assertThat(waitingFor("test-broken")).isEqualTo(3);
    }

    @Test
    void nobody_wants_it_so_nothing_waits() {
        publish("test.unheard", Ids.next());
        assertThat(queued()).isZero();
        assertThat(number("select count(*) from outbox_events where tenant_id = $1 and type = 'test.unheard'"))
                .isEqualTo(1);
    }

    @Test
    void a_poison_event_is_tried_again_later_and_holds_nobody_up() {
        int before = handler.failures();
        publish("test.poison", Ids.next());
        UUID good = Ids.next();
        publish("test.happened", good);

        await().atMost(SOON).until(() -> handler.about(good).size() == 1);
        await().atMost(SOON).until(() -> handler.failures() >= before + 2);
        assertThat(queued()).isEqualTo(1);
    }

    @Test
    void many_events_of_one_statement_arrive_in_order() {
        List<UUID> aggregates =
                IntStream.range(0, 500).mapToObj(i -> Ids.next()).toList();
        tenancy.sql(
                        caller,
                        connection -> outbox.publishAll(
                                connection,
                                caller,
                                aggregates.stream()
                                        .map(id -> new NewEvent("test.happened", id, new Happened("one", 1)))
                                        .toList()))
                .await()
                .atMost(SOON);

        await().atMost(SOON).until(() -> queued() == 0);
        assertThat(handler.of(caller.tenantId()).stream().map(DomainEvent::aggregateId))
                .containsExactlyInAnyOrderElementsOf(aggregates);
    }

    @Test
    void events_about_one_record_arrive_in_order_whatever_happens_with_others() {
        UUID one = Ids.next();
        UUID other = Ids.next();
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            // The first that is tried of either fails once.
            events.add(new NewEvent("test.shaky", i % 2 == 0 ? one : other, new Happened("step " + i, i)));
        }
        tenancy.sql(caller, connection -> outbox.publishAll(connection, caller, events))
                .await()
                .atMost(SOON);

        await().atMost(SOON).until(() -> queued() == 0);
        for (UUID record : List.of(one, other)) {
            assertThat(handler.about(record).stream()
                            .map(event -> event.payload().getLong("amount_cents")))
                    .hasSize(30)
                    .isSorted();
        }
    }

    private void publish(String type, UUID aggregate) {
        tenancy.write(caller, session -> outbox.publish(caller, type, aggregate, new Happened("all of it", 5000)))
                .await()
                .atMost(SOON);
    }

    private long queued() {
        return number("select count(*) from work where tenant_id = $1 and queue like 'test-%'");
    }

    private long waitingFor(String subscriber) {
        return number("select count(*) from work where tenant_id = $1 and queue = '" + subscriber + "'");
    }

    private long number(String sql) {
        return tenancy.query(caller, sql, Tuple.of(caller.tenantId()))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
    }
}
