package dev.pulso.store.outbox;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what it was given; fails on demand. */
@ApplicationScoped
class RecordingHandler implements EventReaction {
    private final List<DomainEvent> seen = new CopyOnWriteArrayList<>();
    private final Set<UUID> shaken = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();

    @Override
    public String name() {
        return "test-recorder";
    }

    @Override
    public Set<String> types() {
        return Set.of("test.happened", "test.poison", "test.broken", "test.shaky");
    }

    @Override
    public Uni<Void> react(Caller caller, DomainEvent event) {
        if (event.type().equals("test.poison")) {
            failures.incrementAndGet();
            return Uni.createFrom().failure(new IllegalStateException("poison"));
        }
        if (event.type().equals("test.shaky") && shaken.add(event.aggregateId())) {
            return Uni.createFrom().failure(new IllegalStateException("shaky"));
        }
        seen.add(event);
        return Uni.createFrom().voidItem();
    }

    int failures() {
        return failures.get();
    }

    List<DomainEvent> of(UUID tenant) {
        return seen.stream().filter(event -> event.tenantId().equals(tenant)).toList();
    }

    List<DomainEvent> about(UUID aggregate) {
        return seen.stream()
                .filter(event -> event.aggregateId().equals(aggregate))
                .toList();
    }
}
