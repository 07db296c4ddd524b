package dev.pulso.store.merge;

import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A kind of record of which two may be merged: one bean in its module. */
public interface Mergeable {

    /** As the contract calls it: {@code lead}. */
    String kind();

    String table();

    /** What somebody must be allowed who merges. */
    String permission();

    /** Columns that the winner may take from the other one, and takes where it has nothing itself. */
    Set<String> columns();

    /** Of those, how somebody is reached: what would be lost is kept in the notes. */
    default Set<String> contacts() {
        return Set.of();
    }

    /** Statements before anything is moved, with the winner as {@code $1} and the loser as {@code $2}. */
    default List<String> before() {
        return List.of();
    }

    /** Refuses a merge of the two, by their rows. */
    default void check(JsonObject winner, JsonObject loser) {}

    /** What follows for a record that was merged or made apart again, in the same transaction. */
    default Uni<Void> merged(Caller caller, UUID record) {
        return Uni.createFrom().voidItem();
    }
}
