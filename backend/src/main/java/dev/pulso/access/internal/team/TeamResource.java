package dev.pulso.access.internal.team;

import dev.pulso.api.TeamsApi;
import dev.pulso.api.model.Team;
import dev.pulso.api.model.TeamCreate;
import dev.pulso.api.model.TeamList;
import dev.pulso.api.model.TeamPatch;
import dev.pulso.edge.web.AtMostOnce;
import dev.pulso.edge.web.CallerContext;
import dev.pulso.edge.web.PatchBody;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Teams over HTTP. */
@AtMostOnce
class TeamResource implements TeamsApi {
    private final TeamService teams;
    private final CallerContext context;
    private final PatchBody patch;

    TeamResource(TeamService teams, CallerContext context, PatchBody patch) {
        this.teams = teams;
        this.context = context;
        this.patch = patch;
    }

    @Override
    public Uni<TeamList> listTeams() {
        return teams.all(context.caller()).map(TeamMapper::toApi);
    }

    @Override
    public Uni<Team> createTeam(TeamCreate body) {
        return teams.create(context.caller(), body.getName()).map(TeamMapper::toApi);
    }

    @Override
    public Uni<Team> updateTeam(UUID id, TeamPatch body) {
        return teams.edit(context.caller(), id, context.requiredVersion(), patch.change("name", body.getName()))
                .map(TeamMapper::toApi);
    }

    @Override
    public Uni<Void> deleteTeam(UUID id) {
        return teams.delete(context.caller(), id, context.expectedVersion());
    }
}
