package dev.pulso.audit.internal.erasure;

import dev.pulso.audit.AuditErasure;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.data.PersonalData;
import dev.pulso.store.data.PersonalData.Subject;
import dev.pulso.store.data.PersonalData.Trace;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Forgets a person: its record, what other modules say of it, and what the audit trail says of both, in one transaction. It
 * knows no kind of record; modules say what they keep ({@link PersonalData}).
 */
@ApplicationScoped
class Erasures {
    private final Tenancy tenancy;
    private final AuditErasure trail;
    private final Map<String, Subject> subjects;
    private final List<Trace> traces;
    private final Map<String, String> formerly;

    Erasures(Tenancy tenancy, AuditErasure trail, @All List<PersonalData> modules) {
        this.tenancy = tenancy;
        this.trail = trail;
        this.subjects = modules.stream()
                .flatMap(module -> module.subjects().stream())
                .collect(Collectors.toUnmodifiableMap(Subject::table, subject -> subject));
        this.traces =
                modules.stream().flatMap(module -> module.traces().stream()).toList();
        this.formerly = modules.stream()
                .flatMap(module -> module.formerly().entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * What was erased.
     *
     * @param records rows that were emptied or deleted
     * @param trailEntries entries of the audit trail that say nothing of it any more
     */
    record Erased(int records, int trailEntries) {}

    Set<String> kinds() {
        return new TreeSet<>(subjects.keySet());
    }

    /** Repeated, it erases what came since. 409 where the record says that it is not the time yet. */
    Uni<Erased> erase(Caller caller, String kind, UUID id, String reason) {
        caller.requireReachingAll();
        String why = Checks.text("reason", reason);
        Subject subject = subjects.get(kind);
        if (subject == null) {
            throw Problem.invalid("kind", "must be one of " + String.join(", ", kinds()), "enum");
        }
        return tenancy.write(
                caller,
                session -> tenancy.sql(
                                caller,
                                connection -> address(connection, subject, id)
                                        .chain(address -> formerly(connection, subject, id)
                                                .chain(former -> rows(connection, subject, id, address)
                                                        .map(rows -> new Touched(rows, former)))))
                        .chain(touched -> Multi.createFrom()
                                .iterable(touched.all())
                                .onItem()
                                .transformToUniAndConcatenate(row -> trail.erase(caller, row, why))
                                .collect()
                                .with(Collectors.summingInt(Integer::intValue))
                                .map(entries -> new Erased(touched.rows().size(), entries))));
    }

    /**
     * @param rows what was emptied or deleted
     * @param former records that are there no more, and were the person's
     */
    private record Touched(List<UUID> rows, List<UUID> former) {
        /** Whatever the trail may tell of; the record is the last. */
        List<UUID> all() {
            return Stream.concat(former.stream(), rows.stream()).toList();
        }
    }

    private Uni<List<UUID>> formerly(SqlConnection connection, Subject subject, UUID id) {
        String statement = formerly.get(subject.table());
        return statement == null
                ? Uni.createFrom().item(List.of())
                : connection.preparedQuery(statement).execute(Tuple.of(id)).map(rows -> {
                    List<UUID> ids = new ArrayList<>();
                    rows.forEach(row -> ids.add(row.getUUID(0)));
                    return ids;
                });
    }

    /** Of the person, whom nobody else changes from here on. */
    private static Uni<String> address(SqlConnection connection, Subject subject, UUID id) {
        return connection
                .preparedQuery("select email, (" + subject.erasable() + ") as erasable from " + subject.table()
                        + " where id = $1 for no key update")
                .execute(Tuple.of(id))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw Problem.unknownReference("id");
                    }
                    Row row = rows.iterator().next();
                    if (!row.getBoolean("erasable")) {
                        throw Problem.conflict(
                                ProblemType.PERSON_PRESENT, "somebody who works here has to be removed first");
                    }
                    String email = row.getString("email");
                    return email == null ? "" : email;
                });
    }

    /** The ids of all rows that were touched; the record is the last. */
    private Uni<List<UUID>> rows(SqlConnection connection, Subject subject, UUID id, String address) {
        List<Trace> found = traces.stream()
                .filter(trace -> trace.of() == null || trace.of().equals(subject.table()))
                .toList();
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToMultiAndConcatenate(trace -> ids(connection, statement(trace), id, address))
                .collect()
                .asList()
                .chain(before -> ids(connection, statement(subject), id, address)
                        .collect()
                        .asList()
                        .map(last -> {
                            before.addAll(last);
                            return before;
                        }));
    }

    private static Multi<UUID> ids(SqlConnection connection, String sql, UUID id, @Nullable String address) {
        return connection
                .preparedQuery(sql)
                .execute(Tuple.of(id, address))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .map(row -> row.getUUID(0));
    }

    private static String statement(Trace trace) {
        String where = " where (" + trace.where() + ")" + KNOWN + " returning id";
        return trace.emptied().isEmpty()
                ? "delete from " + trace.table() + where
                : "update " + trace.table() + " set " + assignments(trace.emptied()) + where;
    }

    private static String statement(Subject subject) {
        return "update " + subject.table() + " set " + assignments(subject.emptied())
                + ", version = version + 1, updated_at = app_now() where id = $1" + KNOWN + " returning id";
    }

    /** Not every condition names both. */
    private static final String KNOWN = " and $1::uuid is not null and $2::text is not null";

    private static String assignments(Map<String, String> emptied) {
        return emptied.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(column -> column.getKey() + " = " + column.getValue())
                .collect(Collectors.joining(", "));
    }
}
