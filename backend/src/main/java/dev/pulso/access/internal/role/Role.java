package dev.pulso.access.internal.role;

import dev.pulso.edge.security.Permissions;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.TenantRecord;
import dev.pulso.store.tenancy.Caller;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A role of a tenant's own. */
@Entity
@Table(name = "roles")
class Role extends TenantRecord {
    private String name;

    private @Nullable String description;

    private String[] permissions;

    private JsonObject scopes = new JsonObject();

    /** For Hibernate. */
    protected Role() {}

    Role(Caller caller, NewRole role) {
        super(caller);
        name = Checks.text("name", role.name());
        description = Checks.trimmed(role.description());
        permissions = known(role.permissions());
        scope(role.recordScopes());
    }

    void edit(RoleChanges changes) {
        changes.name().ifGiven(value -> name = Checks.text("name", value));
        changes.description().ifGiven(value -> description = Checks.trimmed(value));
        changes.permissions().ifGiven(value -> permissions = known(Checks.present("permissions", value)));
        changes.recordScopes().ifGiven(this::scope);
    }

    Set<String> permissions() {
        return known(permissions);
    }

    /** Of what is stored what there still is: names of before stay there for nodes of the release before. */
    static Set<String> known(String[] stored) {
        return Stream.of(stored).filter(Permissions.ALL::contains).collect(Collectors.toUnmodifiableSet());
    }

    RoleData data(int users) {
        return new RoleData(
                id().toString(),
                name,
                description,
                false,
                permissions(),
                scopes(scopes),
                users,
                createdAt(),
                updatedAt(),
                version());
    }

    private void scope(@Nullable Map<String, String> scopes) {
        JsonObject given = new JsonObject();
        if (scopes != null) {
            scopes.forEach(given::put);
        }
        this.scopes = given;
    }

    /** By kind of record. */
    static Map<String, String> scopes(JsonObject stored) {
        return stored.stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, kind -> (String) kind.getValue()));
    }

    private static String[] known(List<String> permissions) {
        Set<String> sorted =
                permissions.stream().map(Permissions::present).collect(Collectors.toCollection(TreeSet::new));
        for (String permission : sorted) {
            if (!Permissions.ALL.contains(permission)) {
                throw Problem.invalid("permissions", permission + " is no permission", "not_found");
            }
        }
        return sorted.toArray(String[]::new);
    }
}
