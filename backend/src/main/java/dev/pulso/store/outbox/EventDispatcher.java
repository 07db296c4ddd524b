package dev.pulso.store.outbox;

import dev.pulso.kernel.Steps;
import dev.pulso.start.observability.LogContext;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes events off the channel and gives each to the handlers that want it, once each. */
@ApplicationScoped
class EventDispatcher {
    static final String CHANNEL = "domain-events";

    private static final String REMEMBER = """
            insert into handled_events (tenant_id, handler, event_id) values ($1, $2, $3) on conflict do nothing""";

    private final Tenancy tenancy;
    private final EventTraces traces;
    private final List<EventHandler> handlers;

    EventDispatcher(Tenancy tenancy, EventTraces traces, @All List<EventHandler> handlers) {
        this.tenancy = tenancy;
        this.traces = traces;
        this.handlers = handlers;
    }

    @Incoming(CHANNEL)
    Uni<Void> dispatch(DomainEvent event) {
        List<EventHandler> wanting = handlers.stream()
                .filter(handler -> handler.types().contains(event.type()))
                .toList();
        return Steps.inOrder(wanting, handler -> handleOnce(handler, event));
    }

    private Uni<Void> handleOnce(EventHandler handler, DomainEvent event) {
        Caller caller = Caller.system(event.tenantId(), "event:" + handler.name(), event.requestId());
        return tenancy.apart(() -> {
            LogContext.caller(caller);
            return traces.traced(handler.name(), event, () -> handleOnce(caller, handler, event));
        });
    }

    private Uni<Void> handleOnce(Caller caller, EventHandler handler, DomainEvent event) {
        return tenancy.write(
                caller,
                session -> tenancy.sql(
                                caller,
                                connection -> connection
                                        .preparedQuery(REMEMBER)
                                        .execute(Tuple.of(event.tenantId(), handler.name(), event.id())))
                        .chain(remembered -> remembered.rowCount() == 0
                                ? Uni.createFrom().voidItem()
                                : handler.handle(caller, event)));
    }
}
