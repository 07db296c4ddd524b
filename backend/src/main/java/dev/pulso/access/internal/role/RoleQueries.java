package dev.pulso.access.internal.role;

import dev.pulso.edge.security.Roles;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Roles with how many people have them. */
@ApplicationScoped
class RoleQueries {
    private static final String OWN = """
            select id, name, description, permissions, scopes, created_at, updated_at, version from roles order by name, id""";

    private static final String HOLDERS =
            "select role, count(*)::int as users from users where removed_at is null group by role";

    private final Tenancy tenancy;

    RoleQueries(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** The built-in ones first, from the most to the least powerful; then the tenant's own by name. */
    Uni<List<RoleData>> all(Caller caller) {
        return holders(caller)
                .chain(holders -> tenancy.query(caller, OWN, Tuple.tuple()).map(rows -> {
                    List<RoleData> all = new ArrayList<>();
                    Roles.names().forEach(name -> all.add(builtIn(name, holders)));
                    rows.forEach(row -> all.add(own(row, holders)));
                    return all;
                }));
    }

    /** How many people have each role; nothing for a role that nobody has. */
    Uni<Map<String, Integer>> holders(Caller caller) {
        return tenancy.query(caller, HOLDERS, Tuple.tuple()).map(rows -> {
            Map<String, Integer> holders = new HashMap<>();
            rows.forEach(row -> holders.put(row.getString("role"), row.getInteger("users")));
            return holders;
        });
    }

    static RoleData builtIn(String name, Map<String, Integer> holders) {
        return new RoleData(
                name,
                name,
                null,
                true,
                Roles.permissions(name),
                Map.of(),
                holders.getOrDefault(name, 0),
                null,
                null,
                0);
    }

    private static RoleData own(Row row, Map<String, Integer> holders) {
        String id = row.getUUID("id").toString();
        return new RoleData(
                id,
                row.getString("name"),
                row.getString("description"),
                false,
                Role.known(row.getArrayOfStrings("permissions")),
                Role.scopes(row.getJsonObject("scopes")),
                holders.getOrDefault(id, 0),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getInteger("version"));
    }
}
