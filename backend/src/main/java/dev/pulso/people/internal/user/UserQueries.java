package dev.pulso.people.internal.user;

import dev.pulso.store.data.KeysetQuery;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists of users, and where an e-mail may log in. */
@ApplicationScoped
class UserQueries {
    private static final String LOGINS = """
            select l.tenant_id, l.user_id, d.active
            from login_directory l join tenant_directory d on d.tenant_id = l.tenant_id
            where l.email = $1 and (d.active or $3) and ($2::text is null or $2 in (d.slug, d.tenant_id::text))
            order by l.tenant_id limit 10""";

    private static final String COLUMNS = """
            u.id, u.name, u.email, u.role, r.name as role_name, u.team_id, t.name as team_name, u.last_login_at,
            u.created_at, u.updated_at, u.disabled_at is not null as disabled, u.version""";

    private static final String FROM = "users u left join roles r on r.tenant_id = u.tenant_id and r.id = u.role_id"
            + " left join teams t on t.tenant_id = u.tenant_id and t.id = u.team_id";

    private final Tenancy tenancy;

    UserQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    record Secret(UUID userId, UUID tenantId, boolean active, String passwordHash, long lastLoginMillis) {}

    record Filter(
            @Nullable String query,
            @Nullable String role,
            @Nullable UUID teamId,
            @Nullable Boolean disabled) {}

    Uni<Page<UserData>> list(Caller caller, Filter filter, PageRequest page) {
        KeysetQuery query = KeysetQuery.select(COLUMNS, FROM, "u.id")
                .where("u.removed_at is null")
                .where("u.role = ?", filter.role())
                .where("u.team_id = ?", filter.teamId());
        if (filter.disabled() != null) {
            query.where(filter.disabled() ? "u.disabled_at is not null" : "u.disabled_at is null");
        }
        return query.search("u.search", filter.query())
                .sortable("name", "u.name", "text")
                .sortable("created_at", "u.created_at", "timestamptz")
                .range("created_at", "u.created_at", "timestamptz")
                .range("updated_at", "u.updated_at", "timestamptz")
                .range("last_login_at", "u.last_login_at", "timestamptz")
                .changing("u.updated_at")
                .page(tenancy, caller, page, "-created_at", UserQueries::data);
    }

    /** The user with the names of role and team; null for one that has left or never was. */
    Uni<@Nullable UserData> get(Caller caller, UUID id) {
        return tenancy.query(
                        caller,
                        "select " + COLUMNS + " from " + FROM + " where u.id = $1 and u.removed_at is null",
                        Tuple.of(id))
                .map(rows -> rows.size() == 0 ? null : data(rows.iterator().next()));
    }

    /**
     * Tenants in which the e-mail has a user; before any tenant is known.
     *
     * @param tenant slug or id, when only that one is meant
     * @param closedToo whether tenants that are closed count
     */
    Uni<List<UserService.Login>> logins(String email, @Nullable String tenant, boolean closedToo) {
        return tenancy.withoutTenant(connection -> connection
                .preparedQuery(LOGINS)
                .execute(Tuple.of(email, tenant, closedToo))
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
                        "select id, password_hash, last_login_at from users where id = $1 and disabled_at is null",
                        Tuple.of(login.userId()))
                .map(rows -> {
                    for (Row row : rows) {
                        var last = row.getOffsetDateTime("last_login_at");
                        return new Secret(
                                row.getUUID("id"),
                                login.tenantId(),
                                login.active(),
                                row.getString("password_hash"),
                                last == null ? 0 : last.toInstant().toEpochMilli());
                    }
                    return null;
                });
    }

    private static UserData data(Row row) {
        var lastLogin = row.getOffsetDateTime("last_login_at");
        return new UserData(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("role"),
                row.getString("role_name"),
                row.getUUID("team_id"),
                row.getString("team_name"),
                lastLogin == null ? null : lastLogin.toInstant(),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getBoolean("disabled"),
                row.getInteger("version"));
    }
}
