package dev.pulso.store.outbox;

import dev.pulso.kernel.Steps;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/**
 * Hands events from the outbox to the channel. A batch is leased, not locked, while it is delivered: a node that dies
 * leaves its lease to run out, and another delivers again. Polling is enough; the queue is nearly always empty.
 */
@ApplicationScoped
class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int BATCH = 200;
    /** After so many attempts (about an hour and a half) an event is parked for a person to look at. */
    private static final int ATTEMPTS = 12;

    private static final String TENANTS_WITH_EVENTS = """
            select distinct tenant_id from (
                select tenant_id from outbox_queue where next_attempt_at <= now() order by next_attempt_at, seq limit 1000
            ) due""";
    // By row address: the queue is mostly empty when it is planned for, and a join planned for an empty table compared
    // every
    // leased row with all the others when thousands came at once. The rows are locked, so their addresses stay.
    private static final String LEASE = """
            update outbox_queue q
            set attempts = q.attempts + 1, next_attempt_at = now() + interval '60 seconds'
            where q.ctid = any(array(
                select due.ctid from outbox_queue due where due.tenant_id = $1 and due.next_attempt_at <= now()
                order by due.seq limit $2 for update skip locked
            ))
            returning q.seq, q.attempts, q.event_id""";
    private static final String EVENTS = """
            select e.id, e.type, e.aggregate_id, e.payload, e.occurred_at, e.actor, e.request_id, e.trace_parent,
                   l.seq, l.attempts
            from unnest($1::bigint[], $2::int[], $3::uuid[]) as l(seq, attempts, event_id)
            join outbox_events e on e.id = l.event_id and e.tenant_id = $4
            order by l.seq""";
    private static final String DONE = """
            with done as (delete from outbox_queue where seq = any($1) returning event_id)
            update outbox_events e set published_at = now() from done where e.id = done.event_id and e.tenant_id = $2""";
    private static final String RETRY = """
            update outbox_queue
            set next_attempt_at = case when attempts >= $2 then 'infinity'::timestamptz
                                       else now() + least(power(2, attempts), 900) * interval '1 second' end
            where seq = $1""";

    private record Leased(long seq, int attempts, DomainEvent event) {}

    private final Tenancy tenancy;
    private final MutinyEmitter<DomainEvent> events;
    private final MeterRegistry registry;

    OutboxRelay(
            Tenancy tenancy,
            @Channel(EventDispatcher.CHANNEL) MutinyEmitter<DomainEvent> events,
            MeterRegistry registry) {
        this.tenancy = tenancy;
        this.registry = registry;
        this.events = events;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, identity = "outbox-relay")
    Uni<Void> relay() {
        return tenancy.withoutTenant(
                        connection -> connection.query(TENANTS_WITH_EVENTS).execute())
                .map(rows -> {
                    List<UUID> tenants = new ArrayList<>();
                    rows.forEach(row -> tenants.add(row.getUUID(0)));
                    return tenants;
                })
                .chain(tenants -> Steps.inOrder(tenants, this::relayTenant))
                .onFailure()
                .invoke(failure -> LOG.warn("the outbox could not be relayed; it will be tried again", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> relayTenant(UUID tenantId) {
        Caller relay = Caller.system(tenantId, "system", null);
        return lease(relay).chain(leased -> {
            List<Long> delivered = new ArrayList<>();
            return Steps.inOrder(leased, one -> deliver(one, delivered))
                    .chain(() -> done(relay, delivered))
                    .chain(() -> leased.size() == BATCH
                            ? relayTenant(tenantId)
                            : Uni.createFrom().voidItem());
        });
    }

    private Uni<List<Leased>> lease(Caller relay) {
        return tenancy.sql(
                relay,
                connection -> connection
                        .preparedQuery(LEASE)
                        .execute(Tuple.of(relay.tenantId(), BATCH))
                        .chain(rows -> {
                            List<Long> seqs = new ArrayList<>();
                            List<Integer> attempts = new ArrayList<>();
                            List<UUID> ids = new ArrayList<>();
                            rows.forEach(row -> {
                                seqs.add(row.getLong("seq"));
                                attempts.add(row.getInteger("attempts"));
                                ids.add(row.getUUID("event_id"));
                            });
                            return connection
                                    .preparedQuery(EVENTS)
                                    .execute(Tuple.of(
                                            seqs.toArray(Long[]::new),
                                            attempts.toArray(Integer[]::new),
                                            ids.toArray(UUID[]::new),
                                            relay.tenantId()))
                                    .map(found -> {
                                        List<Leased> leased = new ArrayList<>();
                                        found.forEach(row -> leased.add(leased(relay.tenantId(), row)));
                                        return leased;
                                    });
                        }));
    }

    private static Leased leased(UUID tenantId, Row row) {
        return new Leased(
                row.getLong("seq"),
                row.getInteger("attempts"),
                new DomainEvent(
                        row.getUUID("id"),
                        tenantId,
                        row.getString("type"),
                        row.getUUID("aggregate_id"),
                        row.get(JsonObject.class, "payload"),
                        row.getOffsetDateTime("occurred_at").toInstant(),
                        row.getString("actor"),
                        row.getString("request_id"),
                        row.getString("trace_parent")));
    }

    private Uni<Void> deliver(Leased leased, List<Long> delivered) {
        return events.send(leased.event())
                .invoke(() -> {
                    delivered.add(leased.seq());
                    registry.counter("business.events", "type", leased.event().type())
                            .increment();
                })
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf(
                            failure,
                            "event %s %s was not handled (attempt %d)",
                            leased.event().type(),
                            leased.event().id(),
                            leased.attempts());
                    return tenancy.withoutTenant(connection -> connection
                            .preparedQuery(RETRY)
                            .execute(Tuple.of(leased.seq(), ATTEMPTS))
                            .replaceWithVoid());
                });
    }

    private Uni<Void> done(Caller relay, List<Long> delivered) {
        if (delivered.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tenancy.sql(
                relay,
                connection -> connection
                        .preparedQuery(DONE)
                        .execute(Tuple.of(delivered.toArray(Long[]::new), relay.tenantId()))
                        .replaceWithVoid());
    }
}
