package dev.pulso.store.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.pulso.kernel.Ids;
import dev.pulso.store.queue.WorkQueue;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.store.tenancy.TenantClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Where facts are put down. Always inside the transaction that makes them true. */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
            with given as (
                select e.*, split_part(e.type, '.', 1) as kind
                from unnest($6::uuid[], $7::text[], $8::uuid[], $9::text[]) as e(id, type, aggregate_id, payload)
            ), event as (
                insert into outbox_events (tenant_id, id, type, aggregate_type, aggregate_id, aggregate_version, payload,
                                           occurred_at, actor_id, actor, request_id, trace_parent)
                select $1::uuid, g.id, g.type, g.kind, g.aggregate_id, v.version, g.payload::jsonb, $2::timestamptz, $3::uuid,
                       $4::text, $5::text, $10::text
                from given g
                left join (
                    select k.kind, r.id, r.version
                    from (select kind, array_agg(distinct aggregate_id) as ids from given group by kind) k
                    cross join lateral record_versions(k.kind, k.ids) r
                ) v on v.kind = g.kind and v.id = g.aggregate_id
            )
            insert into work (queue, tenant_id, key, ref)
            select w.queue, $1::uuid, w.key, w.ref
            from unnest($11::text[], $12::uuid[], $13::uuid[]) with ordinality as w(queue, key, ref, place)
            order by w.place""";

    private final Tenancy tenancy;
    private final Subscriptions subscriptions;
    private final WorkQueue queue;
    private final MeterRegistry registry;
    private final TenantClock clock;
    private final ObjectMapper json;

    Outbox(
            Tenancy tenancy,
            Subscriptions subscriptions,
            WorkQueue queue,
            MeterRegistry registry,
            TenantClock clock,
            ObjectMapper json) {
        this.tenancy = tenancy;
        this.subscriptions = subscriptions;
        this.queue = queue;
        this.registry = registry;
        this.clock = clock;
        this.json = json.copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    }

    /** Publishes one fact in the open transaction of {@link Tenancy#write}. */
    public Uni<Void> publish(Caller caller, String type, UUID aggregateId, Object payload) {
        return tenancy.sql(
                caller,
                connection -> publishAll(connection, caller, List.of(new NewEvent(type, aggregateId, payload))));
    }

    /** Publishes many facts, in order, with one statement of the open transaction of {@link Tenancy#sql}. */
    public Uni<Void> publishAll(SqlConnection connection, Caller caller, List<NewEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<UUID> ids = events.stream().map(event -> Ids.next()).toList();
        List<String> queues = new ArrayList<>();
        List<UUID> keys = new ArrayList<>();
        List<UUID> refs = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            for (String subscriber : subscriptions.of(events.get(i).type())) {
                queues.add(subscriber);
                keys.add(events.get(i).aggregateId());
                refs.add(ids.get(i));
            }
        }
        Tuple values = Tuple.tuple()
                .addUUID(caller.tenantId())
                .addOffsetDateTime(clock.now(caller).atOffset(java.time.ZoneOffset.UTC))
                .addUUID(caller.actorId())
                .addString(caller.actor())
                .addString(caller.requestId())
                .addArrayOfUUID(ids.toArray(UUID[]::new))
                .addArrayOfString(events.stream().map(NewEvent::type).toArray(String[]::new))
                .addArrayOfUUID(events.stream().map(NewEvent::aggregateId).toArray(UUID[]::new))
                .addArrayOfString(
                        events.stream().map(event -> write(event.payload())).toArray(String[]::new))
                .addString(EventTraces.current())
                .addArrayOfString(queues.toArray(String[]::new))
                .addArrayOfUUID(keys.toArray(UUID[]::new))
                .addArrayOfUUID(refs.toArray(UUID[]::new));
        return connection
                .preparedQuery(INSERT)
                .execute(values)
                .invoke(() -> {
                    events.forEach(event -> registry.counter("business.events", "type", event.type())
                            .increment());
                    if (!queues.isEmpty()) {
                        queue.soon();
                    }
                })
                .replaceWithVoid();
    }

    private String write(Object payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("payload cannot be written as JSON: " + payload.getClass(), e);
        }
    }
}
