package dev.pulso.crm.internal.duplicate;

import dev.pulso.kernel.Ids;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Violation;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Records that may be one: while one is typed, in a list, and what people have said of them. */
@ApplicationScoped
class DuplicateService {
    private static final String DISMISS = """
        insert into duplicate_pairs (tenant_id, id, kind, first_id, second_id, weight, reasons, status, dismissed_by_id)
        values (current_setting('app.tenant_id')::uuid, $1, $2, least($3::uuid, $4::uuid), greatest($3::uuid, $4::uuid), 0, '{}', 'dismissed', $5)
        on conflict (tenant_id, kind, first_id, second_id) do update
        set status = 'dismissed', dismissed_by_id = excluded.dismissed_by_id, updated_at = app_now()\
        """;

    private static final String RESTORE = """
        update duplicate_pairs set status = 'open', dismissed_by_id = null, updated_at = app_now()
        where kind = $1 and first_id = least($2::uuid, $3::uuid) and second_id = greatest($2::uuid, $3::uuid)\
        """;

    private final Tenancy tenancy;
    private final DuplicateQueries queries;

    DuplicateService(Tenancy tenancy, DuplicateQueries queries) {
        this.tenancy = tenancy;
        this.queries = queries;
    }

    /** Among the kinds that the caller may read, and the records that it reaches. */
    Uni<List<Similar>> similar(Caller caller, Typed typed) {
        caller.require(typed.kind().read());
        return queries.similar(
                caller,
                typed,
                typed.kind().among().stream()
                        .filter(kind -> caller.may(kind.read()))
                        .toList());
    }

    Uni<Page<DuplicateQueries.Pair>> pairs(Caller caller, DuplicateKind kind, boolean dismissed, PageRequest page) {
        caller.require(kind.read());
        return queries.pairs(caller, kind, dismissed, page);
    }

    /** They are two, and are not offered again. */
    Uni<Void> dismiss(Caller caller, DuplicateKind kind, UUID one, UUID other) {
        return decide(
                caller, kind, one, other, DISMISS, Tuple.of(Ids.next(), kind.code(), one, other, caller.userId()));
    }

    /** They may be one after all. */
    Uni<Void> restore(Caller caller, DuplicateKind kind, UUID one, UUID other) {
        return decide(caller, kind, one, other, RESTORE, Tuple.of(kind.code(), one, other));
    }

    private Uni<Void> decide(Caller caller, DuplicateKind kind, UUID one, UUID other, String statement, Tuple values) {
        caller.require(kind.write());
        if (one.equals(other)) {
            throw Problem.invalid("second_id", "must be another record", "same");
        }
        return queries.likenesses(caller, kind, List.of(one, other))
                .invoke(found -> {
                    List<Violation> missing = new ArrayList<>();
                    if (!found.containsKey(one)) {
                        missing.add(new Violation("first_id", "names no existing record", "not_found"));
                    }
                    if (!found.containsKey(other)) {
                        missing.add(new Violation("second_id", "names no existing record", "not_found"));
                    }
                    if (!missing.isEmpty()) {
                        throw Problem.invalid(missing);
                    }
                })
                .chain(() -> tenancy.sql(
                        caller,
                        connection -> connection
                                .preparedQuery(statement)
                                .execute(values)
                                .replaceWithVoid()));
    }
}
