package dev.pulso.access.internal.team;

import dev.pulso.api.model.Team;
import dev.pulso.api.model.TeamList;
import java.util.List;

/** Teams at the edge of the API. */
final class TeamMapper {
    private TeamMapper() {}

    static Team toApi(TeamData team) {
        return new Team()
                .id(team.id())
                .name(team.name())
                .memberCount(team.members())
                .members(team.members())
                .createdAt(team.createdAt())
                .updatedAt(team.updatedAt())
                .version(team.version());
    }

    static TeamList toApi(List<TeamData> teams) {
        return new TeamList().data(teams.stream().map(TeamMapper::toApi).toList());
    }
}
