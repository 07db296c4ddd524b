package dev.pulso.store.outbox;

import dev.pulso.store.queue.Delivery;
import dev.pulso.store.queue.Reaction;
import dev.pulso.store.queue.Work;
import dev.pulso.store.queue.Worker;
import dev.pulso.store.queue.WorkerSource;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Read;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who wants which events. Each subscriber has a queue of its own, so that none waits for another. */
@ApplicationScoped
class Subscriptions implements WorkerSource {
    private final EventLog log;
    private final EventTraces traces;
    private final List<EventReaction> reactions;
    private final List<EventDelivery> deliveries;

    Subscriptions(
            EventLog log, EventTraces traces, @All List<EventReaction> reactions, @All List<EventDelivery> deliveries) {
        this.log = log;
        this.traces = traces;
        this.reactions = reactions;
        this.deliveries = deliveries;
    }

    /** The queues that a type of event is put down for. */
    List<String> of(String type) {
        List<String> queues = new ArrayList<>();
        reactions.stream().filter(one -> one.types().contains(type)).forEach(one -> queues.add(one.name()));
        deliveries.stream().filter(one -> one.types().contains(type)).forEach(one -> queues.add(one.name()));
        return queues;
    }

    @Override
    public List<? extends Worker> workers() {
        List<Worker> workers = new ArrayList<>();
        reactions.forEach(reaction -> workers.add(new Reacting(reaction)));
        deliveries.forEach(delivery -> workers.add(new Delivering(delivery)));
        return workers;
    }

    private @Nullable DomainEvent wanted(@Nullable DomainEvent event, Set<String> types) {
        return event != null && types.contains(event.type()) ? event : null;
    }

    private Caller caller(String name, DomainEvent event, Caller given) {
        return new Caller(
                given.tenantId(), null, "event:" + name, Set.of(), event.requestId(), given.reach(), given.claim());
    }

    private final class Reacting implements Reaction<@Nullable DomainEvent> {
        private final EventReaction reaction;

        Reacting(EventReaction reaction) {
            this.reaction = reaction;
        }

        @Override
        public String queue() {
            return reaction.name();
        }

        @Override
        public String actor() {
            return "event:" + reaction.name();
        }

        @Override
        public int atOnce() {
            return 8;
        }

        @Override
        public int atOncePerTenant() {
            return 8;
        }

        @Override
        public Read<@Nullable DomainEvent> reads(Work work) {
            return EventLog.read(work.tenantId(), work.ref());
        }

        @Override
        public Uni<Void> react(Caller caller, Work work, @Nullable DomainEvent read) {
            DomainEvent event = wanted(read, reaction.types());
            return event == null
                    ? Uni.createFrom().voidItem()
                    : traces.traced(
                            reaction.name(),
                            event,
                            () -> reaction.react(caller(reaction.name(), event, caller), event));
        }
    }

    private final class Delivering implements Delivery {
        private final EventDelivery delivery;

        Delivering(EventDelivery delivery) {
            this.delivery = delivery;
        }

        @Override
        public String queue() {
            return delivery.name();
        }

        @Override
        public int atOnce() {
            return 16;
        }

        @Override
        public int atOncePerTenant() {
            return 4;
        }

        @Override
        public Uni<Void> deliver(Caller caller, Work work) {
            return log.event(caller, work.ref())
                    .map(event -> wanted(event, delivery.types()))
                    .onItem()
                    .ifNotNull()
                    .transformToUni(event -> traces.traced(
                            delivery.name(),
                            event,
                            () -> delivery.deliver(
                                    caller(delivery.name(), event, caller), event, work.idempotencyKey())));
        }
    }
}
