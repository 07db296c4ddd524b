package dev.pulso.access.internal.role;

import dev.pulso.edge.security.Permissions;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.Problem;
import dev.pulso.store.data.TenantRecord;
import dev.pulso.store.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A role of a tenant's own. */
@Entity
@Table(name = "roles")
class Role extends TenantRecord {
    private String name;

    private @Nullable String description;

    private String[] permissions;

    @Column(name = "leads_scope")
    private String leadsScope = RecordScope.ALL;

    @Column(name = "deals_scope")
    private String dealsScope = RecordScope.ALL;

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
        return Set.of(permissions);
    }

    RoleData data(int users) {
        return new RoleData(
                id().toString(),
                name,
                description,
                false,
                permissions(),
                Map.of("leads", leadsScope, "deals", dealsScope),
                users,
                version());
    }

    private void scope(@Nullable Map<String, String> scopes) {
        Map<String, String> given = scopes == null ? Map.of() : scopes;
        leadsScope = given.getOrDefault("leads", RecordScope.ALL);
        dealsScope = given.getOrDefault("deals", RecordScope.ALL);
    }

    private static String[] known(List<String> permissions) {
        Set<String> sorted = new TreeSet<>(permissions);
        for (String permission : sorted) {
            if (!Permissions.ALL.contains(permission)) {
                throw Problem.invalid("permissions", permission + " is no permission", "not_found");
            }
        }
        return sorted.toArray(String[]::new);
    }
}
