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
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxTest {
    private static final Duration SOON = Duration.ofSeconds(10);

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
    void an_event_that_is_delivered_again_acts_once() {
        UUID aggregate = Ids.next();
        publish("test.happened", aggregate);
        await().atMost(SOON).until(() -> handler.about(aggregate).size() == 1 && queued() == 0);

        UUID event = handler.about(aggregate).getFirst().id();
        // As after a crash between the handler's commit and the relay's.
        tenancy.sql(
                        caller,
                        connection -> connection
                                .preparedQuery("insert into outbox_queue (tenant_id, event_id) values ($1, $2)")
                                .execute(Tuple.of(caller.tenantId(), event)))
                .await()
                .atMost(SOON);

        await().atMost(SOON).until(() -> queued() == 0);
        assertThat(handler.about(aggregate)).hasSize(1);
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
                .containsExactlyElementsOf(aggregates);
    }

    private void publish(String type, UUID aggregate) {
        tenancy.write(caller, session -> outbox.publish(caller, type, aggregate, new Happened("all of it", 5000)))
                .await()
                .atMost(SOON);
    }

    private long queued() {
        return tenancy.query(
                        caller, "select count(*) from outbox_queue where tenant_id = $1", Tuple.of(caller.tenantId()))
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getLong(0);
    }
}
