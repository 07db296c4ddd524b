package dev.pulso.notifications.internal;

import dev.pulso.store.data.NameSource;
import dev.pulso.store.notification.NewNotification.Ref;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Read;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which records somebody may read, and what they are called: by its rights, and by its reach, which the database knows. */
@ApplicationScoped
class SeenRecords {
    private final Tenancy tenancy;
    private final Map<String, NameSource.Names> sources = new HashMap<>();

    SeenRecords(Tenancy tenancy, @All List<NameSource> names) {
        this.tenancy = tenancy;
        names.forEach(source -> sources.putAll(source.names()));
    }

    /** What somebody may read of what was asked for. */
    record Seen(Map<Ref, String> names, Set<String> nameless) {
        /** Whether it may be told of; nothing in particular may. */
        boolean shows(@Nullable Ref ref) {
            return ref == null || nameless.contains(ref.kind()) || names.containsKey(ref);
        }

        @Nullable
        String name(Ref ref) {
            return names.get(ref);
        }
    }

    /** In one round trip, whatever the kinds; none where there is nothing to ask for. */
    Uni<Seen> of(Caller person, Collection<@Nullable Ref> refs) {
        Map<String, Set<UUID>> wanted = refs.stream()
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(
                        Ref::kind, TreeMap::new, Collectors.mapping(Ref::id, Collectors.toSet())));
        Set<String> nameless = wanted.keySet().stream()
                .filter(kind -> !sources.containsKey(kind))
                .collect(Collectors.toSet());
        List<Read<List<Map.Entry<Ref, String>>>> reads = new ArrayList<>();
        wanted.forEach((kind, ids) -> {
            NameSource.Names source = sources.get(kind);
            if (source != null && (source.permission() == null || person.may(source.permission()))) {
                reads.add(new Read<>(
                        source.statement(),
                        Tuple.of(ids.toArray(UUID[]::new)),
                        rows -> rows.stream()
                                .map(row -> Map.entry(
                                        new Ref(kind, row.getUUID("id")),
                                        Objects.requireNonNullElse(row.getString("name"), "")))
                                .toList()));
            }
        });
        if (reads.isEmpty()) {
            return Uni.createFrom().item(new Seen(Map.of(), nameless));
        }
        return tenancy.query(person, reads)
                .map(answers -> new Seen(
                        reads.stream()
                                .flatMap(read -> answers.of(read).stream())
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                        nameless));
    }

    /** The names of people. */
    Uni<Map<UUID, String>> people(Caller person, Stream<@Nullable UUID> ids) {
        return of(
                        person,
                        ids.filter(Objects::nonNull)
                                .map(id -> new Ref("users", id))
                                .toList())
                .map(seen -> seen.names().entrySet().stream()
                        .collect(Collectors.toMap(named -> named.getKey().id(), Map.Entry::getValue)));
    }
}
