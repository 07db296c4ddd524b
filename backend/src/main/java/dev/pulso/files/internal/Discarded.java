package dev.pulso.files.internal;

import dev.pulso.store.files.FileStore;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Bytes of files whose rows are gone, however they went: deleted by a person, with a lead, because a person is to be forgotten.
 * The database writes each down; it is struck out when the store has removed it, so a crash in between removes it again.
 */
@ApplicationScoped
class Discarded {
    private static final Logger LOG = Logger.getLogger(Discarded.class);
    private static final int BATCH = 200;

    private final Tenancy tenancy;
    private final FileStore store;

    Discarded(Tenancy tenancy, FileStore store) {
        this.tenancy = tenancy;
        this.store = store;
    }

    /** Removes what is there now; answers how many. */
    Uni<Long> remove(Caller caller) {
        return next(caller)
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().item(0L)
                        : Multi.createFrom()
                                .iterable(ids)
                                .onItem()
                                .call(id -> store.remove(caller.tenantId(), id))
                                .collect()
                                .last()
                                .chain(() -> strikeOut(caller, ids))
                                .chain(() -> remove(caller))
                                .map(more -> more + ids.size()));
    }

    /** The same, and nobody waits for it; what stays is removed by the sweep. */
    void removeSoon(Caller caller) {
        tenancy.inBackground(() -> remove(caller))
                .subscribe()
                .with(
                        removed -> LOG.debugf("%d files removed from the store", removed),
                        failure -> LOG.warnf("files that were deleted stay in the store for now: %s", failure));
    }

    private Uni<List<UUID>> next(Caller caller) {
        return tenancy.query(caller, "select file_id from discarded_files order by file_id limit $1", Tuple.of(BATCH))
                .map(rows -> {
                    List<UUID> ids = new ArrayList<>();
                    for (Row row : rows) {
                        ids.add(row.getUUID("file_id"));
                    }
                    return ids;
                });
    }

    private Uni<Void> strikeOut(Caller caller, List<UUID> ids) {
        return tenancy.bookkeeping(
                        caller,
                        connection -> connection
                                .preparedQuery("delete from discarded_files where file_id = any($1)")
                                .execute(Tuple.of(ids.toArray(UUID[]::new))))
                .replaceWithVoid();
    }
}
