package dev.pulso.store.queue;

import dev.pulso.kernel.Ids;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Where work is put down. Always inside the transaction that gives the reason for it. */
@ApplicationScoped
public class WorkQueue {
    private static final String PUT = "insert into work (queue, tenant_id, key, ref) values ($1, $2, $3, $4)";
    private static final String PUT_OFF =
            "insert into work (queue, tenant_id, key, ref, due_at) values ($1, $2, $3, $4, $5)";
    /** Long enough for most transactions to be committed; the others are found by the next look. */
    private static final long SOON_MILLIS = 30;

    private final Vertx vertx;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile @Nullable Runnable look;

    WorkQueue(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Puts work down in the open transaction.
     *
     * @param key of one key one is done at a time, in order
     */
    public Uni<Void> put(SqlConnection connection, Caller caller, String queue, UUID key, UUID ref) {
        return connection
                .preparedQuery(PUT)
                .execute(Tuple.of(queue, caller.tenantId(), key, ref))
                .invoke(this::soon)
                .replaceWithVoid();
    }

    /**
     * Puts work down that is not to be done before a moment. Nothing is moved or taken back: who does it looks whether it still is to be.
     * Of a key of its own, for what comes after it on the same key waits for it.
     */
    public Uni<Void> putOff(SqlConnection connection, Caller caller, String queue, UUID ref, Instant until) {
        return connection
                .preparedQuery(PUT_OFF)
                .execute(Tuple.of(queue, caller.tenantId(), Ids.next(), ref, until.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** There will be something to do once the open transaction has committed: no need to wait for the next look. */
    public void soon() {
        Runnable after = look;
        if (after != null && told.compareAndSet(false, true)) {
            vertx.setTimer(SOON_MILLIS, timer -> {
                told.set(false);
                after.run();
            });
        }
    }

    void whenTold(Runnable look) {
        this.look = look;
    }
}
