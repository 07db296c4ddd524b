package dev.pulso.people.internal.user;

import dev.pulso.store.data.External;
import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.data.Rows;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists of users, and where an e-mail may log in. */
@ApplicationScoped
class UserQueries {
    /**
     * The proven ones, the last used first. What nobody has proved is only somebody's word: it counts in the company that is
     * named, and where nothing is proven the oldest does, which nobody who comes later can push aside.
     */
    private static final String LOGINS = """
            select l.tenant_id, l.user_id, d.active
            from logins_of($1) l join tenant_directory d on d.tenant_id = l.tenant_id
            where (d.active or $3)
            and case when $2::text is not null then $2 in (d.slug, d.tenant_id::text)
                when l.proven_at is not null then true
                else l.tenant_id = (
                    select o.tenant_id from logins_of($1) o join tenant_directory od on od.tenant_id = o.tenant_id
                    where (od.active or $3)
                    order by o.proven_at is null, o.tenant_id limit 1) end
            order by l.used_at desc nulls last, l.tenant_id limit $4 offset $5""";

    private static final int LOGINS_PER_PAGE = 100;

    private static final Rows<UserData> ROWS =
            Rows.of(UserData.class, "u").from("disabled", "u.disabled_at is not null");

    private static final String FROM = "users u";

    private final Tenancy tenancy;

    UserQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    record Secret(UUID userId, UUID tenantId, boolean active, String passwordHash) {}

    record Filter(
            @Nullable String query,
            @Nullable String role,
            @Nullable UUID teamId,
            External.Key key) {}

    Uni<Page<UserData>> list(Caller caller, Filter filter, PageRequest page) {
        KeysetQuery query = filter.key()
                .in(KeysetQuery.select(ROWS, FROM), "u")
                .where("u.removed_at is null")
                .where("u.role = ?", filter.role())
                .where("u.team_id = ?", filter.teamId());
        return query.search("u.search", filter.query())
                .anyOf("status", Map.of("active", "u.disabled_at is null", "disabled", "u.disabled_at is not null"))
                .sortable("name", "u.name", "text")
                .sortable("created_at", "u.created_at", "timestamptz")
                .range("created_at", "u.created_at", "timestamptz")
                .range("updated_at", "u.updated_at", "timestamptz")
                .range("last_login_at", "u.last_login_at", "timestamptz")
                .changing("u.updated_at")
                .page(tenancy, caller, page, "-created_at", ROWS::read);
    }

    /** The user; null for one that has left or never was. */
    Uni<@Nullable UserData> get(Caller caller, UUID id) {
        return tenancy.query(
                        caller,
                        "select " + ROWS.columns() + " from " + FROM + " where u.id = $1 and u.removed_at is null",
                        Tuple.of(id))
                .map(ROWS::one);
    }

    /**
     * Tenants in which the e-mail has a user; before any tenant is known.
     *
     * @param tenant slug or id, when only that one is meant
     * @param closedToo whether tenants that are closed count
     */
    Uni<List<UserService.Login>> logins(String email, @Nullable String tenant, boolean closedToo) {
        return logins(email, tenant, closedToo, LOGINS_PER_PAGE, 0).chain(page -> more(page, email, tenant, closedToo));
    }

    private Uni<List<UserService.Login>> more(
            List<UserService.Login> found, String email, @Nullable String tenant, boolean closedToo) {
        if (found.isEmpty() || found.size() % LOGINS_PER_PAGE != 0) {
            return Uni.createFrom().item(found);
        }
        return logins(email, tenant, closedToo, LOGINS_PER_PAGE, found.size()).chain(page -> {
            List<UserService.Login> all = new ArrayList<>(found);
            all.addAll(page);
            return page.isEmpty() ? Uni.createFrom().item(all) : more(all, email, tenant, closedToo);
        });
    }

    /** The one that a login means; null when there is none. */
    Uni<UserService.@Nullable Login> login(String email, @Nullable String tenant) {
        return logins(email, tenant, true, 1, 0).map(found -> found.isEmpty() ? null : found.getFirst());
    }

    private Uni<List<UserService.Login>> logins(
            String email, @Nullable String tenant, boolean closedToo, int limit, int offset) {
        return tenancy.withoutTenant(connection -> connection
                .preparedQuery(LOGINS)
                .execute(Tuple.of(email, tenant, closedToo, limit, offset))
                .map(rows -> {
                    List<UserService.Login> logins = new ArrayList<>();
                    rows.forEach(row ->
                            logins.add(new UserService.Login(row.getUUID(0), row.getUUID(1), row.getBoolean(2))));
                    return logins;
                }));
    }

    /** The hash to check a password against; null for a user who may not log in. */
    Uni<@Nullable Secret> secret(UserService.Login login) {
        return tenancy.query(
                        Caller.system(login.tenantId(), "system", null),
                        "select id, password_hash from users where id = $1 and disabled_at is null",
                        Tuple.of(login.userId()))
                .map(rows -> {
                    for (Row row : rows) {
                        return new Secret(
                                row.getUUID("id"), login.tenantId(), login.active(), row.getString("password_hash"));
                    }
                    return null;
                });
    }
}
