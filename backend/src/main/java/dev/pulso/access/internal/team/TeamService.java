package dev.pulso.access.internal.team;

import dev.pulso.access.GrantableRoles;
import dev.pulso.edge.security.AccessGate;
import dev.pulso.kernel.Change;
import dev.pulso.kernel.Checks;
import dev.pulso.kernel.ExpectedVersion;
import dev.pulso.kernel.Problem;
import dev.pulso.kernel.Steps;
import dev.pulso.store.data.UniqueValues;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Teams; people of one see each other's records when their role says so. */
@ApplicationScoped
class TeamService {
    private static final String WITH_MEMBERS = """
            select t.id, t.name, t.created_at, t.updated_at, t.version,
                   (select count(*) from users u where u.tenant_id = t.tenant_id and u.team_id = t.id)::int as members
            from teams t where $1::uuid is null or t.id = $1 order by t.name, t.id""";

    private final Tenancy tenancy;
    private final TeamRepository teams;
    private final AccessGate gate;
    private final GrantableRoles roles;
    private final UniqueValues unique;

    TeamService(Tenancy tenancy, TeamRepository teams, AccessGate gate, GrantableRoles roles, UniqueValues unique) {
        this.unique = unique;
        this.roles = roles;
        this.tenancy = tenancy;
        this.teams = teams;
        this.gate = gate;
    }

    Uni<List<TeamData>> all(Caller caller) {
        return tenancy.query(caller, WITH_MEMBERS, Tuple.of((UUID) null)).map(rows -> {
            List<TeamData> all = new ArrayList<>();
            rows.forEach(row -> all.add(data(row)));
            return all;
        });
    }

    Uni<TeamData> create(Caller caller, String name) {
        caller.requireReachingAll();
        return tenancy.write(
                caller,
                session -> unique.requireFree(caller, "teams", "name", Checks.text("name", name), null)
                        .chain(() -> teams.persistAndFlush(new Team(caller, name)))
                        .map(team -> team.data(0)));
    }

    Uni<TeamData> edit(Caller caller, UUID id, ExpectedVersion expected, Change<String> name) {
        caller.requireReachingAll();
        return tenancy.write(
                caller,
                session -> load(id).invoke(team -> team.requireVersion(expected))
                        .call(() -> unique.requireFree(
                                caller,
                                "teams",
                                "name",
                                name.value() == null ? null : Checks.text("name", name.value()),
                                id))
                        .call(team -> {
                            name.ifGiven(value -> team.rename(Checks.present("name", value)));
                            return session.flush();
                        })
                        .chain(() -> tenancy.query(caller, WITH_MEMBERS, Tuple.of(id)))
                        .map(rows -> data(rows.iterator().next())));
    }

    Uni<Void> delete(Caller caller, UUID id, ExpectedVersion expected) {
        caller.requireReachingAll();
        return tenancy.write(
                        caller,
                        session -> hold(caller, id)
                                .chain(() -> load(id))
                                .invoke(team -> team.requireVersion(expected))
                                .call(() -> requireRights(caller, id))
                                .call(() -> tenancy.sql(
                                        caller,
                                        connection -> connection
                                                .preparedQuery(
                                                        "update users set team_id = null, updated_at = app_now(),"
                                                                + " version = version + 1 where team_id = $1")
                                                .execute(Tuple.of(id))))
                                .chain(teams::delete)
                                .chain(() -> session.flush()))
                .invoke(() -> gate.changed(caller.tenantId()));
    }

    /** Who joins it meanwhile waits, and finds it gone; who has joined is taken out with the others. */
    private Uni<Void> hold(Caller caller, UUID id) {
        return tenancy.sql(
                        caller,
                        connection -> connection
                                .preparedQuery("select id from teams where id = $1 for update")
                                .execute(Tuple.of(id)))
                .replaceWithVoid();
    }

    /** Who is in the team sees less without it: as much a change of their rights as another role is. */
    private Uni<Void> requireRights(Caller caller, UUID id) {
        return tenancy.query(caller, "select distinct role from users where team_id = $1 order by role", Tuple.of(id))
                .chain(rows -> {
                    List<String> held = new ArrayList<>();
                    rows.forEach(row -> held.add(row.getString("role")));
                    return Steps.inOrder(held, role -> roles.requireGrantable(caller, "role", role));
                });
    }

    private Uni<Team> load(UUID id) {
        return teams.findById(id).onItem().ifNull().failWith(Problem::notFound);
    }

    private static TeamData data(Row row) {
        return new TeamData(
                row.getUUID("id"),
                row.getString("name"),
                row.getInteger("members"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getInteger("version"));
    }
}
