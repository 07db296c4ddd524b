package dev.pulso.store.bulk;

import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;

/** What can be done with many records of one kind: a bean of the module that keeps them. */
public interface BulkSource {

    /** As lists call it ({@code ListKind}). */
    String kind();

    /** Which of the caller's rights each record needs, when its turn comes. */
    String permission();

    /** The actions by name, and whether they can be taken back. */
    Map<String, Boolean> actions();

    /**
     * Refuses what no record could be done with: 400 with the field of the action. Whoever is named is checked with each record: by its
     * reach, and because it may leave meanwhile.
     */
    default void check(BulkOrder order) {}

    /** Does it with one record, by the use case of one record; joins the open transaction. */
    Uni<BulkChange> apply(Caller caller, UUID id, ExpectedVersion expected, BulkOrder order);

    /** Takes it back, if the record still is as the action has left it; joins the open transaction. */
    Uni<Void> takeBack(Caller caller, UUID id, ExpectedVersion expected, BulkOrder order, JsonObject before);
}
