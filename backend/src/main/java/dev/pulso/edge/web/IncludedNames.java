package dev.pulso.edge.web;

import dev.pulso.kernel.References;
import dev.pulso.kernel.Referring;
import dev.pulso.store.data.NameSource;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Read;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Puts the names of other records into an answer, those that {@code include} asks for: one statement for each kind of record
 * that is referred to, all of them in one tick, whatever the answer is and however many rows it has.
 */
class IncludedNames {
    private final Tenancy tenancy;
    private final CallerContext callers;
    private final Map<String, NameSource.Names> sources = new HashMap<>();

    IncludedNames(Tenancy tenancy, CallerContext callers, @All List<NameSource> given) {
        this.tenancy = tenancy;
        this.callers = callers;
        given.forEach(source -> sources.putAll(source.names()));
    }

    /** Answers null, which costs nothing, when nothing is asked for. */
    @ServerResponseFilter
    @Nullable
    Uni<Void> include(ContainerResponseContext answer) {
        CallerContext request = ClientProxy.unwrap(callers);
        if (request.included().isEmpty() || !(answer.getEntity() instanceof Referring referring)) {
            return null;
        }
        Wanted wanted = new Wanted(request.included());
        referring.refer(wanted);
        return wanted.byKind.isEmpty() ? null : fill(request.caller(), wanted.byKind);
    }

    private Uni<Void> fill(Caller caller, Map<String, Map<UUID, List<BiConsumer<UUID, String>>>> byKind) {
        List<Read<Integer>> reads = new ArrayList<>();
        byKind.forEach((kind, takers) -> {
            NameSource.Names names = names(kind);
            if (names.permission() == null || caller.may(names.permission())) {
                reads.add(new Read<>(
                        names.statement(), Tuple.of(takers.keySet().toArray(UUID[]::new)), rows -> give(rows, takers)));
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

    private NameSource.Names names(String kind) {
        NameSource.Names names = sources.get(kind);
        if (names == null) {
            throw new IllegalStateException("the contract refers to " + kind + ", whose names nobody tells");
        }
        return names;
    }

    /** Who waits for the name of which record. */
    private static final class Wanted implements References {
        private final Set<String> included;
        private final Map<String, Map<UUID, List<BiConsumer<UUID, String>>>> byKind = new HashMap<>();

        Wanted(Set<String> included) {
            this.included = included;
        }

        @Override
        public void to(String name, String of, @Nullable Object id, BiConsumer<UUID, String> found) {
            UUID record = included.contains(name) ? uuid(id) : null;
            if (record != null) {
                byKind.computeIfAbsent(of, kind -> new HashMap<>())
                        .computeIfAbsent(record, each -> new ArrayList<>())
                        .add(found);
            }
        }

        private static @Nullable UUID uuid(@Nullable Object id) {
            if (id instanceof UUID uuid) {
                return uuid;
            }
            try {
                return id == null ? null : StrictParameters.id(id.toString());
            } catch (IllegalArgumentException builtIn) {
                return null;
            }
        }
    }
}
