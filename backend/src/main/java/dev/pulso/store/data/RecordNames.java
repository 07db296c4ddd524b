package dev.pulso.store.data;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Read;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * The names of records for whoever refers to them: one statement for each kind, all of them in one tick. Of a kind that the caller may not
 * read, and of a record that it does not reach, there is none.
 */
@Singleton
public class RecordNames {
    private final Tenancy tenancy;
    private final Map<String, NameSource.Names> sources = new HashMap<>();

    RecordNames(Tenancy tenancy, @All List<NameSource> given) {
        this.tenancy = tenancy;
        given.forEach(source -> sources.putAll(source.names()));
    }

    /** Whether the caller may read names of records of the kind. */
    public boolean mayRead(Caller caller, String kind) {
        String permission = of(kind).permission();
        return permission == null || caller.may(permission);
    }

    /**
     * Gives each who waits for it the name of a record.
     *
     * @param byKind as {@code x-include} of the contract calls the kinds
     */
    public Uni<Void> give(Caller caller, Map<String, Map<UUID, List<BiConsumer<UUID, String>>>> byKind) {
        List<Read<Integer>> reads = new ArrayList<>();
        byKind.forEach((kind, takers) -> {
            if (mayRead(caller, kind)) {
                reads.add(new Read<>(
                        of(kind).statement(),
                        Tuple.of(takers.keySet().toArray(UUID[]::new)),
                        rows -> give(rows, takers)));
            }
        });
        if (reads.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tenancy.query(caller, reads)
                .invoke(answers -> reads.forEach(answers::of))
                .replaceWithVoid();
    }

    /** Answers how many there are. */
    private static int give(RowSet<Row> rows, Map<UUID, List<BiConsumer<UUID, String>>> takers) {
        for (Row row : rows) {
            UUID id = row.getUUID("id");
            String name = row.getString("name");
            takers.getOrDefault(id, List.of()).forEach(taker -> taker.accept(id, name));
        }
        return rows.size();
    }

    private NameSource.Names of(String kind) {
        NameSource.Names names = sources.get(kind);
        if (names == null) {
            throw new IllegalStateException("the contract refers to " + kind + ", whose names nobody tells");
        }
        return names;
    }
}
