package dev.pulso.crm.internal;

import dev.pulso.store.outbox.Outbox;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Tells that somebody was given a record by somebody else. Of what jobs do by the thousands they tell themselves, once. */
@ApplicationScoped
public class Assignments {
    private final Outbox outbox;

    Assignments(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * In the transaction that does it.
     *
     * @param before the owner until now; null: there was none
     * @param fact of the record and its owner
     */
    public Uni<Void> published(
            Caller caller,
            String type,
            UUID record,
            @Nullable UUID before,
            @Nullable UUID after,
            BiFunction<UUID, UUID, Object> fact) {
        boolean told =
                after != null && !after.equals(before) && !after.equals(caller.userId()) && caller.claim() == null;
        return told
                ? outbox.publish(caller, type, record, fact.apply(record, after))
                : Uni.createFrom().voidItem();
    }
}
