package dev.pulso.access.internal.role;

import dev.pulso.access.GrantableRoles;
import dev.pulso.edge.security.AccessGate;
import dev.pulso.edge.security.Roles;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.store.data.UniqueValues;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.OwnedRecords;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Roles: the built-in ones, which nobody changes, and the tenant's own. */
@ApplicationScoped
public class RoleService implements GrantableRoles {
    private static final String IN_USE = """
            select exists (select from users where role = $1 and removed_at is null)
                or exists (select from invitations
                           where role = $1 and accepted_at is null and revoked_at is null)""";

    private final Tenancy tenancy;
    private final RoleRepository roles;
    private final RoleQueries queries;
    private final AccessGate gate;
    private final UniqueValues unique;
    private final Set<String> kinds;

    RoleService(
            Tenancy tenancy,
            RoleRepository roles,
            RoleQueries queries,
            AccessGate gate,
            UniqueValues unique,
            @All List<OwnedRecords> owned) {
        this.unique = unique;
        this.kinds = owned.stream().flatMap(each -> each.kinds().stream()).collect(Collectors.toUnmodifiableSet());
        this.tenancy = tenancy;
        this.roles = roles;
        this.queries = queries;
        this.gate = gate;
    }

    /** Of which a role says whose records it reaches: all that are owned. */
    Set<String> kinds() {
        return kinds;
    }

    Uni<List<RoleData>> all(Caller caller) {
        return queries.all(caller);
    }

    /** The role, or 404. */
    Uni<RoleData> get(Caller caller, String id) {
        return all(caller)
                .map(all -> all.stream()
                        .filter(role -> role.id().equals(id))
                        .findFirst()
                        .orElseThrow(Problem::notFound));
    }

    Uni<RoleData> create(Caller caller, NewRole role) {
        requireKinds(role.recordScopes());
        return tenancy.write(caller, session -> {
            Role made = new Role(caller, role);
            requireWithin(caller, made.data(0));
            return unique.requireFree(caller, "roles", "name", Checks.text("name", role.name()), null)
                    .chain(() -> roles.persistAndFlush(made))
                    .map(saved -> saved.data(0));
        });
    }

    Uni<RoleData> edit(Caller caller, String id, ExpectedVersion expected, RoleChanges changes) {
        UUID own = ownRole(id);
        changes.recordScopes().ifGiven(this::requireKinds);
        return tenancy.write(
                        caller,
                        session -> load(own)
                                .invoke(role -> role.requireVersion(expected))
                                .call(() -> unique.requireFree(
                                        caller,
                                        "roles",
                                        "name",
                                        changes.name().value() == null
                                                ? null
                                                : Checks.text(
                                                        "name", changes.name().value()),
                                        own))
                                .call(role -> {
                                    requireWithin(caller, role.data(0));
                                    role.edit(changes);
                                    requireWithin(caller, role.data(0));
                                    return session.flush();
                                })
                                .chain(role ->
                                        queries.holders(caller).map(holders -> role.data(holders.getOrDefault(id, 0)))))
                .invoke(() -> gate.changed(caller.tenantId()));
    }

    /** Who has the role gets the other one; without one a role in use is a 409. */
    Uni<Void> delete(Caller caller, String id, ExpectedVersion expected, @Nullable String reassignTo) {
        UUID own = ownRole(id);
        return tenancy.write(
                        caller,
                        session -> roles.findById(own, LockModeType.PESSIMISTIC_WRITE)
                                .onItem()
                                .ifNull()
                                .failWith(Problem::notFound)
                                .invoke(role -> role.requireVersion(expected))
                                .invoke(role -> requireWithin(caller, role.data(0)))
                                .call(role -> replacement(caller, id, reassignTo)
                                        .chain(other ->
                                                other == null ? requireUnused(caller, id) : give(caller, id, other)))
                                // Those who have left keep no role but a harmless one: the key must not hold them.
                                .call(role -> tenancy.sql(
                                        caller,
                                        connection -> connection
                                                .preparedQuery(
                                                        "update users set role = 'viewer', updated_at = app_now(),"
                                                                + " version = version + 1 where role = $1 and removed_at is not null")
                                                .execute(Tuple.of(id))))
                                .chain(roles::delete)
                                .chain(() -> session.flush()))
                .invoke(() -> gate.changed(caller.tenantId()));
    }

    @Override
    public Uni<Void> requireGrantable(Caller caller, String field, String role) {
        return find(caller, role)
                .invoke(found -> {
                    if (found == null) {
                        throw Problem.unknownReference(field);
                    }
                    requireWithin(caller, found);
                })
                .replaceWithVoid();
    }

    private Uni<@Nullable RoleData> find(Caller caller, String role) {
        if (Roles.builtIn(role)) {
            return Uni.createFrom().item(RoleQueries.builtIn(role, Map.of()));
        }
        UUID id = uuid(role);
        return id == null
                ? Uni.createFrom().nullItem()
                : tenancy.write(
                        caller,
                        session -> roles.findById(id, LockModeType.PESSIMISTIC_READ)
                                .map(found -> found == null ? null : found.data(0)));
    }

    private Uni<@Nullable RoleData> replacement(Caller caller, String id, @Nullable String reassignTo) {
        if (reassignTo == null) {
            return Uni.createFrom().nullItem();
        }
        if (reassignTo.equals(id)) {
            throw Problem.invalid("reassign_to", "must be another role", "same");
        }
        return find(caller, reassignTo).invoke(found -> {
            if (found == null) {
                throw Problem.unknownReference("reassign_to");
            }
            requireWithin(caller, found);
        });
    }

    private Uni<Void> requireUnused(Caller caller, String id) {
        return tenancy.query(caller, IN_USE, Tuple.of(id))
                .invoke(used -> {
                    if (used.iterator().next().getBoolean(0)) {
                        throw Problem.conflict(
                                ProblemType.ROLE_IN_USE, "people have this role, or are invited with it");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> give(Caller caller, String id, RoleData other) {
        return tenancy.sql(
                        caller,
                        connection -> connection
                                .preparedQuery(
                                        "update users set role = $2, updated_at = app_now(), version = version + 1"
                                                + " where role = $1")
                                .execute(Tuple.of(id, other.id()))
                                .chain(() -> connection
                                        .preparedQuery("update invitations set role = $2, updated_at = app_now(),"
                                                + " version = version + 1"
                                                + " where role = $1 and accepted_at is null and revoked_at is null")
                                        .execute(Tuple.of(id, other.id()))))
                .replaceWithVoid();
    }

    private void requireKinds(@Nullable Map<String, String> scopes) {
        if (scopes != null && !kinds.containsAll(scopes.keySet())) {
            throw Problem.invalid(
                    "record_scopes", "must be of " + String.join(", ", new TreeSet<>(kinds)), "unknown_field");
        }
    }

    private static void requireWithin(Caller caller, RoleData role) {
        if (!caller.permissions().containsAll(role.permissions())) {
            throw beyond();
        }
        for (String kind : caller.reach().keySet()) {
            // Whoever reaches a part may hand on no more than what every such person has: its own.
            if (!RecordScope.OWN.equals(role.recordScopes().get(kind))) {
                throw beyond();
            }
        }
    }

    private static Problem beyond() {
        return Problem.of(
                ProblemType.BEYOND_OWN_RIGHTS,
                "a role may be given, taken or changed only by who may do all that it allows");
    }

    private Uni<Role> load(UUID id) {
        return roles.findById(id).onItem().ifNull().failWith(Problem::notFound);
    }

    private static UUID ownRole(String id) {
        if (Roles.builtIn(id)) {
            throw Problem.conflict(ProblemType.BUILT_IN_ROLE, "built-in roles cannot be changed");
        }
        UUID own = uuid(id);
        if (own == null) {
            throw Problem.notFound();
        }
        return own;
    }

    /** Null for what is no id; only the one spelling that the database knows counts. */
    private static @Nullable UUID uuid(String id) {
        try {
            UUID uuid = UUID.fromString(id);
            return uuid.toString().equals(id) ? uuid : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
