package dev.pulso.people.internal.demo;

import dev.pulso.demo.DemoData;
import dev.pulso.demo.DemoYear;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Who sells belongs to the one team, everybody else to the other. */
@ApplicationScoped
class MembersDemo implements DemoData {
    private static final String JOIN = """
            update users u set team_id = t.id, version = u.version + 1
            from teams t
            where t.name = case when u.role in ('agent', 'manager') then 'Comercial' else 'Administração' end\
            """;

    private final Tenancy tenancy;

    MembersDemo(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @Override
    public Uni<Void> seed(Caller admin, DemoYear year) {
        return tenancy.sql(admin, connection -> connection.query(JOIN).execute())
                .replaceWithVoid();
    }

    @Override
    public int order() {
        return 6;
    }
}
