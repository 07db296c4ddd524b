package dev.pulso.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody has lost is noted for every kind of records that roles limit, also for one that nobody has thought of yet. */
@QuarkusTest
class LostReachTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Tenancy tenancy;

    private TestTenant tenant;
    private UUID role;
    private UUID ana;
    private UUID bia;

    @BeforeEach
    void two_people_of_one_team() {
        tenant = TestTenant.register();
        role = tenant.create("/api/roles", Map.of("name", "Atendimento", "permissions", List.of("crm.leads:read")));
        ana = Person.join(tenant, role.toString()).id();
        bia = Person.join(tenant, role.toString()).id();
        run("insert into teams (tenant_id, id, name) values ('" + tenant.id() + "', gen_random_uuid(), 'Norte')");
        run("update users set team_id = (select id from teams where name = 'Norte') where role_id = '" + role + "'");
    }

    @Test
    void a_role_that_reaches_less_of_a_new_kind() {
        run("update roles set scopes = scopes || '{\"tickets\": \"team\"}' where id = '" + role + "'");
        assertThat(lost("tickets")).containsExactlyInAnyOrder(ana + " all", bia + " all");
        assertThat(lost("deals")).isEmpty();
    }

    @Test
    void who_leaves_a_team_and_who_stays() {
        run("update roles set scopes = '{\"tickets\": \"team\", \"visits\": \"own\"}' where id = '" + role + "'");
        run("update users set team_id = null where id = '" + ana + "'");
        assertThat(lost("tickets")).contains(ana + " " + bia, bia + " " + ana);
        assertThat(lost("visits")).noneMatch(one -> one.equals(ana + " " + bia));
    }

    private List<String> lost(String kind) {
        List<String> found = new ArrayList<>();
        tenancy.query(
                        system(),
                        "select user_id || ' ' || coalesce(owner_id::text, 'all') as lost from reach_losses where kind = $1",
                        Tuple.of(kind))
                .await()
                .atMost(SOON)
                .forEach(row -> found.add(row.getString("lost")));
        return found;
    }

    private void run(String sql) {
        tenancy.sql(system(), connection -> connection.query(sql).execute())
                .await()
                .atMost(SOON);
    }

    private Caller system() {
        return Caller.system(tenant.id(), "test", null);
    }
}
