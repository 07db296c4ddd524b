package dev.pulso.lists.internal.view;

import dev.pulso.kernel.Problem;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.Rows;
import dev.pulso.store.question.Lists;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Views, as far as the caller sees them: its own, its team's, the company's, of kinds that it may read. */
@ApplicationScoped
class ViewQueries {
    private static final Rows<ViewData> ROWS = Rows.of(ViewData.class, "v");

    /** By the caller, and by what it may read. */
    private static final String SEEN = """
        (v.visibility = 'company' or v.created_by_id = %1$s
         or (v.visibility = 'team' and v.team_id = (select m.team_id from user_teams m where m.id = %1$s)))\
        """;

    private final Tenancy tenancy;
    private final Lists lists;

    ViewQueries(Tenancy tenancy, Lists lists) {
        this.tenancy = tenancy;
        this.lists = lists;
    }

    Uni<Page<ViewData>> list(Caller caller, PageRequest page) {
        return KeysetQuery.select(ROWS, "views v")
                .where(SEEN.formatted("?"), caller.userId())
                .where("v.kind = any(?)", readable(caller))
                .sortable("position", "v.position", "int")
                .sortable("name", "v.name", "text")
                .sortable("created_at", "v.created_at", "timestamptz")
                .range("created_at", "v.created_at", "timestamptz")
                .range("updated_at", "v.updated_at", "timestamptz")
                .anyOf("kind", "v.kind", lists.kinds().stream())
                .page(tenancy, caller, page, "-created_at", ROWS::read);
    }

    /** The view, or 404 for who does not see it. */
    Uni<ViewData> get(Caller caller, UUID id) {
        return tenancy.query(
                        caller,
                        "select " + ROWS.columns() + " from views v where v.id = $1 and v.kind = any($3) and "
                                + SEEN.formatted("$2"),
                        Tuple.of(id, caller.userId(), readable(caller)))
                .map(ROWS::one)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    /** The view whoever sees it, for who has just changed it. */
    Uni<ViewData> kept(Caller caller, UUID id) {
        return tenancy.query(caller, "select " + ROWS.columns() + " from views v where v.id = $1", Tuple.of(id))
                .map(ROWS::one)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound);
    }

    /** Behind all views of the kind, whoever sees them. */
    Uni<Integer> last(Caller caller, String kind) {
        return tenancy.query(
                        caller,
                        "select least(coalesce(max(position) + 1, 0), 100000) as last from views where kind = $1",
                        Tuple.of(kind))
                .map(rows -> rows.iterator().next().getInteger("last"));
    }

    /** The team of a person, or null. */
    Uni<@Nullable UUID> team(Caller caller, UUID person) {
        return tenancy.query(caller, "select team_id from user_teams where id = $1", Tuple.of(person))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getUUID("team_id"));
    }

    private String[] readable(Caller caller) {
        return lists.kinds().stream()
                .filter(kind -> lists.mayRead(caller, kind))
                .toArray(String[]::new);
    }
}
