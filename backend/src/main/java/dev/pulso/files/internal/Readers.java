package dev.pulso.files.internal;

import dev.pulso.files.internal.AttachedTo.Kind;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Violation;
import dev.pulso.store.data.NameSource;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Read;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may read the records that files are kept with, told by the modules that know their names. */
@ApplicationScoped
class Readers {
    private final Tenancy tenancy;
    private final Map<Kind, NameSource.Names> names = new EnumMap<>(Kind.class);

    Readers(Tenancy tenancy, @All List<NameSource> sources) {
        this.tenancy = tenancy;
        for (Kind kind : Kind.values()) {
            sources.stream()
                    .map(source -> source.names().get(kind.records()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresentOrElse(found -> names.put(kind, found), () -> {
                        throw new IllegalStateException("nobody tells the names of " + kind.records());
                    });
        }
    }

    /** The condition on a row of files under which the caller sees it: it is kept with a record of a kind that it may read. */
    String seen(Caller caller, String alias) {
        String kinds = Stream.of(Kind.values())
                .filter(kind -> may(caller, kind))
                .map(kind -> alias + "." + kind.field() + " is not null")
                .collect(Collectors.joining(" or "));
        return kinds.isEmpty() ? "false" : "(" + kinds + ")";
    }

    /** Whether the caller may read every kind of record that files are kept with. */
    boolean seeAll(Caller caller) {
        return Stream.of(Kind.values()).allMatch(kind -> may(caller, kind));
    }

    /** 403 when the caller may not read records of the kind. */
    void require(Caller caller, Kind kind) {
        String permission = of(kind).permission();
        if (permission != null) {
            caller.require(permission);
        }
    }

    /** 403 and 400, as every reference of a body: each must be a record that the caller sees. One round trip. */
    Uni<Void> require(Caller caller, Map<Kind, UUID> records) {
        records.keySet().forEach(kind -> require(caller, kind));
        List<Kind> kinds = List.copyOf(records.keySet());
        List<Read<Boolean>> reads = kinds.stream()
                .map(kind -> new Read<>(
                        of(kind).statement(), Tuple.of(new UUID[] {records.get(kind)}), rows -> rows.size() > 0))
                .toList();
        return tenancy.query(caller, reads)
                .invoke(answers -> {
                    List<Violation> unknown = new ArrayList<>();
                    for (int i = 0; i < kinds.size(); i++) {
                        if (!answers.of(reads.get(i))) {
                            unknown.add(new Violation(kinds.get(i).field(), "names no existing record", "not_found"));
                        }
                    }
                    if (!unknown.isEmpty()) {
                        throw Problem.invalid(unknown);
                    }
                })
                .replaceWithVoid();
    }

    private boolean may(Caller caller, Kind kind) {
        String permission = of(kind).permission();
        return permission == null || caller.may(permission);
    }

    private NameSource.Names of(Kind kind) {
        return Objects.requireNonNull(names.get(kind));
    }
}
