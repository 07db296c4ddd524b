package dev.pulso.store.data;

import dev.pulso.kernel.Checks;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records by the key under which another system knows them. */
@ApplicationScoped
public class ExternalKeys {
    /** Of one key one writer at a time, whether there is a record or not. */
    private static final String LOCK = """
        select pg_advisory_xact_lock(hashtextextended(
            concat_ws('|', 'external', current_setting('app.tenant_id'), $1::text, $2::text, $3::text), 0))\
        """;

    /** A key of a record that went into another one, or of that one before: both are known as long as the merge stands. */
    private static final String MERGED = """
        with recursive way as (
            (select winner_id, 1 as step from merges
             where table_name = $1 and undone_at is null
               and ((loser_external_source = $2 and loser_external_id = $3)
                    or (winner_external_source = $2 and winner_external_id = $3))
             order by id desc limit 1)
            union all
            select m.winner_id, w.step + 1 from way w
            join merges m on m.table_name = $1 and m.loser_id = w.winner_id and m.undone_at is null
            where w.step < 20
        )
        select winner_id from way order by step desc limit 1\
        """;

    private final Tenancy tenancy;

    ExternalKeys(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** @param created whether the record was made by this call */
    public record Put<T>(T record, boolean created) {}

    /**
     * Makes the record or changes the one that is there: two at once with the same key make one.
     *
     * @param table of the records
     * @param expected what the request is based on: a version of a record that is not there is a 412
     */
    public <T> Uni<Put<T>> put(
            Caller caller,
            String table,
            String source,
            String id,
            ExpectedVersion expected,
            Supplier<Uni<T>> create,
            Function<UUID, Uni<T>> edit) {
        // As the record keeps it.
        String key = Checks.lines("external_id", id);
        return tenancy.write(
                caller,
                session -> tenancy.query(caller, LOCK, Tuple.of(table, source, key))
                        .chain(() -> find(caller, table, source, key))
                        .chain(found -> {
                            if (found == null) {
                                expected.checkNone();
                                return create.get().map(made -> new Put<>(made, true));
                            }
                            return edit.apply(found).map(changed -> new Put<>(changed, false));
                        }));
    }

    /**
     * 409 that names the other record when the key is taken.
     *
     * @param table of the records; a condition may follow it ({@code users where removed_at is null})
     */
    public Uni<Void> requireFree(Caller caller, String table, External external) {
        return requireFree(caller, table, external.source(), external.id(), null);
    }

    /** As above, before a record is changed. */
    public Uni<Void> requireFree(Caller caller, String table, KnownRecord record, ExternalChanges changes) {
        if (!changes.source().given() && !changes.id().given()) {
            return Uni.createFrom().voidItem();
        }
        External present = record.external();
        return requireFree(
                caller,
                table,
                changes.source().given() ? changes.source().value() : present.source(),
                changes.id().given() ? changes.id().value() : present.id(),
                record.id());
    }

    private Uni<Void> requireFree(
            Caller caller, String table, @Nullable String source, @Nullable String id, @Nullable UUID own) {
        String key = Checks.trimmed(id);
        if (key == null) {
            return Uni.createFrom().voidItem();
        }
        return find(caller, table, source == null ? External.DEFAULT : source, key)
                .invoke(found -> {
                    if (found != null && !found.equals(own)) {
                        throw Problem.duplicate("external_id", found);
                    }
                })
                .replaceWithVoid();
    }

    /** The id of the record that has the key, or 404. */
    public Uni<UUID> require(Caller caller, String table, String source, String id) {
        return find(caller, table, source, id).onItem().ifNull().failWith(Problem::notFound);
    }

    private Uni<@Nullable UUID> find(Caller caller, String table, String source, String id) {
        return tenancy.query(
                        caller,
                        "select id from " + table + (table.contains(" where ") ? " and " : " where ")
                                + "external_source = $1 and external_id = $2",
                        Tuple.of(source, id))
                .chain(rows -> rows.size() > 0
                        ? Uni.createFrom().item(rows.iterator().next().getUUID(0))
                        : tenancy.query(caller, MERGED, Tuple.of(table, source, id))
                                .map(merged -> merged.size() == 0
                                        ? null
                                        : merged.iterator().next().getUUID(0)));
    }
}
