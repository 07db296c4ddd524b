package dev.pulso.edge.web;

import dev.pulso.kernel.References;
import dev.pulso.kernel.Referring;
import dev.pulso.store.data.RecordNames;
import io.quarkus.arc.ClientProxy;
import io.smallrye.mutiny.Uni;
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
    private final RecordNames names;
    private final CallerContext callers;

    IncludedNames(RecordNames names, CallerContext callers) {
        this.names = names;
        this.callers = callers;
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
        return wanted.byKind.isEmpty() ? null : names.give(request.caller(), wanted.byKind);
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
