package dev.pulso.store.outbox;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Fails whatever it is given. */
@ApplicationScoped
class BrokenHandler implements EventReaction {
    @Override
    public String name() {
        return "test-broken";
    }

    @Override
    public Set<String> types() {
        return Set.of("test.broken");
    }

    @Override
    public Uni<Void> react(Caller caller, DomainEvent event) {
        return Uni.createFrom().failure(new IllegalStateException("always"));
    }
}
