package dev.pulso.store.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.pulso.kernel.Ids;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Where facts are put down. Always inside the transaction that makes them true. */
@ApplicationScoped
public class Outbox {
    private static final String INSERT = """
            with event as (
                insert into outbox_events (tenant_id, id, type, aggregate_id, payload, occurred_at, actor_id, actor, request_id,
                                           trace_parent)
                select $1::uuid, e.id, e.type, e.aggregate_id, e.payload::jsonb, $2::timestamptz, $3::uuid, $4::text, $5::text,
                       $10::text
                from unnest($6::uuid[], $7::text[], $8::uuid[], $9::text[]) as e(id, type, aggregate_id, payload)
            )
            insert into outbox_queue (tenant_id, event_id)
            select $1::uuid, q.id from unnest($6::uuid[]) with ordinality as q(id, place) order by q.place""";

    private final Tenancy tenancy;
    private final Clock clock;
    private final ObjectMapper json;

    Outbox(Tenancy tenancy, Clock clock, ObjectMapper json) {
        this.tenancy = tenancy;
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
        Tuple values = Tuple.tuple()
                .addUUID(caller.tenantId())
                .addOffsetDateTime(clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .addUUID(caller.userId())
                .addString(caller.actor())
                .addString(caller.requestId())
                .addArrayOfUUID(events.stream().map(event -> Ids.next()).toArray(UUID[]::new))
                .addArrayOfString(events.stream().map(NewEvent::type).toArray(String[]::new))
                .addArrayOfUUID(events.stream().map(NewEvent::aggregateId).toArray(UUID[]::new))
                .addArrayOfString(
                        events.stream().map(event -> write(event.payload())).toArray(String[]::new))
                .addString(EventTraces.current());
        return connection.preparedQuery(INSERT).execute(values).replaceWithVoid();
    }

    private String write(Object payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("payload cannot be written as JSON: " + payload.getClass(), e);
        }
    }
}
