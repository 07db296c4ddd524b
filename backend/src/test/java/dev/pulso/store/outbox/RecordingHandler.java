package dev.pulso.store.outbox;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what it was given; fails on demand. */
@ApplicationScoped
class RecordingHandler implements EventHandler {
    private final List<DomainEvent> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    @Override
    public String name() {
        return "test-recorder";
    }

    @Override
    public Set<String> types() {
        return Set.of("test.happened", "test.poison");
    }

    @Override
    public Uni<Void> handle(Caller caller, DomainEvent event) {
        if (event.type().equals("test.poison")) {
            failures.incrementAndGet();
            return Uni.createFrom().failure(new IllegalStateException("poison"));
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
