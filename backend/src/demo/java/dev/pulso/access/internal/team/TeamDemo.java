package dev.pulso.access.internal.team;

import dev.pulso.demo.DemoData;
import dev.pulso.demo.DemoYear;
import dev.pulso.store.tenancy.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The teams of the demo company; who belongs to which is told with the people. */
@ApplicationScoped
class TeamDemo implements DemoData {
    private final TeamService teams;

    TeamDemo(TeamService teams) {
        this.teams = teams;
    }

    @Override
    public Uni<Void> seed(Caller admin, DemoYear year) {
        return teams.create(admin, "Comercial")
                .chain(() -> teams.create(admin, "Administração"))
                .replaceWithVoid();
    }

    @Override
    public int order() {
        return 5;
    }
}
