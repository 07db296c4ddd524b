package dev.pulso.start.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.testing.PackagedApp;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Migrations of the product as it is shipped. */
class MigrationPackagedTest {
    private final PackagedApp app = PackagedApp.onAnEmptyDatabase();

    @AfterEach
    void stop() throws Exception {
        app.close();
    }

    @Test
    void a_start_that_was_killed_in_the_middle_of_a_change_does_not_block_the_next() throws Exception {
        Process slow = app.run(Map.of(), "-Dpulso.db.changelog=migrations/slow.yaml");
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            assertThat(slow.isAlive()).as(app::log).isTrue();
            return ask("select count(*) from pg_stat_activity where query like '%pg_sleep%' and state = 'active'"
                            + " and pid <> pg_backend_pid()")
                    .equals("1");
        });
        app.kill();
        assertThat(ask("select locked::text from databasechangeloglock")).isEqualTo("true");

        app.start();
        assertThat(ask("select locked::text from databasechangeloglock")).isEqualTo("false");
        assertThat(ask("select to_regclass('half_made')::text")).isNull();
        assertThat(app.log()).contains("a migration was broken off before");
    }

    @Test
    void migrating_is_a_start_of_its_own_and_a_node_may_only_check() throws Exception {
        Map<String, String> onlyChecks = Map.of("PULSO_MIGRATE", "false");
        assertThat(app.run(onlyChecks).waitFor()).isEqualTo(1);
        assertThat(app.log()).contains("is empty; run this program once as `migrate`");

        assertThat(app.command("migrate").waitFor()).isZero();
        assertThat(ask("select (count(*) > 50)::text from databasechangelog")).isEqualTo("true");

        app.run(onlyChecks);
        app.awaitReady();
    }

    private String ask(String query) throws SQLException {
        try (Connection connection = app.database();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
