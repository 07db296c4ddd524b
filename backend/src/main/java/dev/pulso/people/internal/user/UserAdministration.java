package dev.pulso.people.internal.user;

import dev.pulso.access.GrantableRoles;
import dev.pulso.access.MakersKeys;
import dev.pulso.edge.security.AccessGate;
import dev.pulso.edge.security.Roles;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.ProblemType;
import dev.pulso.kernel.Steps;
import dev.pulso.people.internal.session.Sessions;
import dev.pulso.store.data.External;
import dev.pulso.store.data.ExternalKeys;
import dev.pulso.store.data.Page;
import dev.pulso.store.data.PageRequest;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.OwnedRecords;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What admins do with the people of a tenant. A change counts from the person's next request on. Nobody touches the
 * rights of somebody who may do more, and one active admin always stays.
 */
@ApplicationScoped
class UserAdministration {
    /** In the order of ids, so that two who do this at once wait for each other instead of locking each other out. */
    private static final String LOCK_ADMINS =
            "select id from users where role = '" + Roles.ADMIN + "' and disabled_at is null order by id for update";

    private final Tenancy tenancy;
    private final UserRepository users;
    private final UserService service;
    private final UserQueries queries;
    private final GrantableRoles roles;
    private final MakersKeys keys;
    private final Sessions sessions;
    private final List<OwnedRecords> owned;
    private final AccessGate gate;
    private final Clock clock;
    private final ExternalKeys external;

    UserAdministration(
            Tenancy tenancy,
            UserRepository users,
            UserService service,
            UserQueries queries,
            GrantableRoles roles,
            MakersKeys keys,
            Sessions sessions,
            @All List<OwnedRecords> owned,
            AccessGate gate,
            Clock clock,
            ExternalKeys external) {
        this.tenancy = tenancy;
        this.users = users;
        this.service = service;
        this.queries = queries;
        this.roles = roles;
        this.keys = keys;
        this.sessions = sessions;
        this.owned = owned;
        this.gate = gate;
        this.clock = clock;
        this.external = external;
    }

    Uni<Page<UserData>> list(Caller caller, UserQueries.Filter filter, PageRequest page) {
        return queries.list(caller, filter, page);
    }

    /** The user that another system knows by this key, or 404. */
    Uni<UserData> get(Caller caller, String source, String externalId) {
        return external.require(caller, UserService.PRESENT, source, externalId).chain(id -> service.get(caller, id));
    }

    /** Adds a person with a first password. */
    Uni<UserData> create(
            Caller caller,
            String name,
            String email,
            String role,
            @Nullable UUID teamId,
            String password,
            External known) {
        caller.requireReachingAll();
        return roles.requireGrantable(caller, "role", role)
                .chain(() -> requireTeam(caller, teamId))
                .chain(() -> service.create(caller, name, email, role, teamId, password, known))
                .chain(made -> service.get(caller, made.id()));
    }

    Uni<UserData> edit(Caller caller, UUID id, ExpectedVersion expected, UserChanges changes) {
        return change(caller, id, user -> {
            user.requireVersion(expected);
            changes.name().ifGiven(value -> user.rename(Checks.present("name", value)));
            String role = changes.role().given()
                    ? Checks.present("role", changes.role().value())
                    : user.role();
            Uni<Void> assigned = role.equals(user.role())
                    ? Uni.createFrom().voidItem()
                    : roles.requireGrantable(caller, "role", role)
                            .chain(() -> requireAnotherAdmin(caller, user))
                            .invoke(() -> user.assign(role));
            Uni<Void> known = assigned.chain(
                            () -> external.requireFree(caller, UserService.PRESENT, user, changes.external()))
                    .invoke(() -> user.know(changes.external()));
            return changes.teamId().given()
                    ? known.chain(() -> requireTeam(caller, changes.teamId().value()))
                            .invoke(() -> user.join(changes.teamId().value()))
                    : known;
        });
    }

    Uni<UserData> disable(Caller caller, UUID id, ExpectedVersion expected) {
        return change(
                caller,
                id,
                user -> requireAnotherAdmin(caller, asExpected(user, expected))
                        .invoke(() -> user.disable(clock.instant()))
                        .chain(() -> keys.revokeOf(caller, id))
                        .chain(() -> sessions.revokeAll(caller, id, null)));
    }

    Uni<UserData> enable(Caller caller, UUID id, ExpectedVersion expected) {
        return change(caller, id, user -> {
            asExpected(user, expected).enable();
            return Uni.createFrom().voidItem();
        });
    }

    /** The person leaves. Its records go to {@code reassignTo}; without that, 409 when there are any. */
    Uni<Void> remove(Caller caller, UUID id, ExpectedVersion expected, @Nullable UUID reassignTo) {
        return inTransaction(
                        caller,
                        id,
                        user -> requireAnotherAdmin(caller, asExpected(user, expected))
                                .chain(() -> reassignTo == null
                                        ? requireNothingOwned(caller, id)
                                        : handOn(caller, id, reassignTo))
                                .invoke(() -> user.remove(clock.instant()))
                                .chain(() -> keys.revokeOf(caller, id))
                                .chain(() -> sessions.revokeAll(caller, id, null))
                                .chain(() -> execute(
                                        caller,
                                        "delete from login_directory where tenant_id = $1 and user_id = $2",
                                        Tuple.of(caller.tenantId(), id))))
                .replaceWithVoid();
    }

    private Uni<UserData> change(Caller caller, UUID id, Function<User, Uni<Void>> work) {
        return inTransaction(caller, id, work).chain(() -> service.get(caller, id));
    }

    private Uni<User> inTransaction(Caller caller, UUID id, Function<User, Uni<Void>> work) {
        caller.requireReachingAll();
        return tenancy.write(
                        caller,
                        // Admins before anything else: who waits for one holds nothing that the other needs.
                        session -> tenancy.query(caller, LOCK_ADMINS, Tuple.tuple())
                                .chain(() -> users.findById(id))
                                .invoke(user -> {
                                    if (user == null || user.removed()) {
                                        throw Problem.notFound();
                                    }
                                })
                                .call(user -> roles.requireGrantable(caller, "role", user.role()))
                                .call(user -> work.apply(user).chain(() -> session.flush())))
                .invoke(() -> gate.changed(caller.tenantId()));
    }

    private static User asExpected(User user, ExpectedVersion expected) {
        user.requireVersion(expected);
        return user;
    }

    private Uni<Void> requireAnotherAdmin(Caller caller, User user) {
        if (!user.role().equals(Roles.ADMIN) || user.disabled()) {
            return Uni.createFrom().voidItem();
        }
        return tenancy.query(
                        caller,
                        "select 1 from users where role = $1 and disabled_at is null and id <> $2 limit 1",
                        Tuple.of(Roles.ADMIN, user.id()))
                .invoke(others -> {
                    if (others.size() == 0) {
                        throw Problem.conflict(ProblemType.LAST_ADMIN, "a company keeps at least one active admin");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> requireTeam(Caller caller, @Nullable UUID teamId) {
        if (teamId == null) {
            return Uni.createFrom().voidItem();
        }
        return tenancy.query(caller, "select 1 from teams where id = $1", Tuple.of(teamId))
                .invoke(found -> {
                    if (found.size() == 0) {
                        throw Problem.unknownReference("team_id");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> requireNothingOwned(Caller caller, UUID id) {
        return Steps.inOrder(
                owned,
                records -> records.count(caller, id)
                        .invoke(count -> {
                            if (count > 0) {
                                throw Problem.conflict(
                                        ProblemType.OWNS_RECORDS, "the user owns records; name who gets them");
                            }
                        })
                        .replaceWithVoid());
    }

    private Uni<Void> handOn(Caller caller, UUID from, UUID to) {
        if (from.equals(to)) {
            throw Problem.invalid("reassign_to", "must be somebody else", "same");
        }
        return users.findById(to)
                .invoke(heir -> {
                    if (heir == null || heir.disabled()) {
                        throw Problem.unknownReference("reassign_to");
                    }
                })
                .chain(() -> Steps.inOrder(owned, records -> records.handOn(caller, from, to)));
    }

    private Uni<Void> execute(Caller caller, String sql, Tuple values) {
        return tenancy.sql(caller, connection -> connection.preparedQuery(sql).execute(values))
                .replaceWithVoid();
    }
}
