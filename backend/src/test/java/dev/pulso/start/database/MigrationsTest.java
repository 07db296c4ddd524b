package dev.pulso.start.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pulso.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private static final Path HOME = TestDatabase.temporaryHome();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static EmbeddedDatabase.Server server;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private DatabaseUrl owner;

    @BeforeAll
    static void start() {
        server = DatabaseStart.startServer(TestDatabase.settings(HOME, TestDatabase.freePort()));
    }

    @AfterAll
    static void stop() {
        server.stop();
        TestDatabase.delete(HOME);
    }

    @BeforeEach
    void an_empty_database() throws SQLException {
        DatabaseUrl first = DatabaseBootstrap.embedded(server);
        String name = "migrated_" + DATABASES.incrementAndGet();
        owner = new DatabaseUrl(first.host(), first.port(), name, first.user(), first.password(), Map.of());
        try (Connection connection = DatabaseBootstrap.connect(first.withLogin(server.superuser(), server.password()));
                Statement sql = connection.createStatement()) {
            sql.execute("create database " + name + " owner " + owner.user());
        }
    }

    @Test
    void a_node_that_only_checks_refuses_a_database_that_is_behind_and_takes_one_that_is_ahead() {
        assertThatThrownBy(() -> migrations("first").check())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("is empty")
                .hasMessageContaining("`migrate`");
        migrations("first").run();
        migrations("first").check();
        assertThatThrownBy(() -> migrations("small").check())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("1 changes are missing")
                .hasMessageContaining("small-colour");
        migrations("small").run();
        migrations("small").check();
        migrations("first").check();
        assertThat(ask("select count(*) from parts")).isEqualTo("1");
    }

    @Test
    void a_change_that_fails_leaves_nothing_behind_and_is_named() {
        assertThatThrownBy(() -> migrations("broken").run())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("division by zero");
        assertThat(ask("select to_regclass('pieces')::text")).isNull();
        assertThat(ask("select count(*) from parts")).isEqualTo("1");
        assertThat(ask("select locked::text from databasechangeloglock")).isEqualTo("false");
        migrations("small").run();
    }

    @Test
    void a_table_that_is_in_use_is_asked_for_again_and_others_get_to_it_meanwhile() throws Exception {
        migrations("first").run();
        CompletableFuture<Void> migrated;
        try (Connection reader = DatabaseBootstrap.connect(owner);
                Statement sql = reader.createStatement()) {
            reader.setAutoCommit(false);
            sql.executeQuery("select * from parts").close();
            CompletableFuture<Void> waiting = started("small");
            migrated = waiting;
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> waiting.isDone() || said.stream().anyMatch(what -> what.contains("in use")));
            assertThat(migrated).isNotDone();
            reader.commit();
        }
        migrated.get(1, TimeUnit.MINUTES);
        assertThat(ask("select count(colour) from parts")).isEqualTo("0");
    }

    @Test
    void several_at_once_wait_for_each_other() throws Exception {
        List<CompletableFuture<Void>> starts = List.of(started("small"), started("small"), started("small"));
        for (CompletableFuture<Void> start : starts) {
            start.get(2, TimeUnit.MINUTES);
        }
        assertThat(ask("select count(*) from databasechangelog")).isEqualTo("2");
        assertThat(ask("select count(*) from parts")).isEqualTo("1");
    }

    @Test
    void the_row_that_an_older_release_left_locked_is_taken_back() {
        migrations("first").run();
        execute("update databasechangeloglock set locked = true, lockedby = 'gone', lockgranted = now()");
        migrations("small").run();
        assertThat(said).anyMatch(what -> what.contains("broken off"));
        assertThat(ask("select locked::text from databasechangeloglock")).isEqualTo("false");
    }

    @Test
    void what_is_done_is_told_by_the_database_until_somebody_else_changes_it() {
        migrations("small").run();
        // Whoever goes through the changes takes this back first.
        execute("update databasechangeloglock set locked = true, lockedby = 'a watcher', lockgranted = now()");
        migrations("small").run();
        migrations("small").check();
        assertThat(ask("select lockedby from databasechangeloglock")).isEqualTo("a watcher");

        // An older release that has done one of its own again.
        execute("update databasechangelog set dateexecuted = now() + interval '1 second' where orderexecuted = 1");
        migrations("small").run();
        assertThat(ask("select locked::text from databasechangeloglock")).isEqualTo("false");

        execute("update databasechangeloglock set locked = true, lockedby = 'a watcher', lockgranted = now()");
        migrations("first").run();
        assertThat(ask("select locked::text from databasechangeloglock"))
                .as("other changes than those that were done last")
                .isEqualTo("false");
    }

    @Test
    void what_they_are_made_of_counts_whatever_file_it_stands_in() {
        String slow = new Changes("migrations/slow.yaml").digest();
        assertThat(slow).isEqualTo(new Changes("migrations/slow.yaml").digest()).hasSize(64);
        assertThat(slow).isNotEqualTo(new Changes(Migrations.CHANGELOG).digest());
        assertThat(new Changes("migrations/first.sql").digest())
                .isNotEqualTo(new Changes("migrations/small.sql").digest());
        assertThat(new Changes("migrations/nowhere.yaml").digest()).isNull();
        assertThat(new Changes(Migrations.CHANGELOG).digest()).isNotNull();
    }

    /** In a thread of its own, which finds classes where this one does. */
    private CompletableFuture<Void> started(String name) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                migrations(name).run();
                done.complete(null);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    private Migrations migrations(String name) {
        return new Migrations(owner, "migrations/" + name + ".sql", said::add);
    }

    private String ask(String query) {
        try (Connection connection = DatabaseBootstrap.connect(owner);
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String statement) {
        try (Connection connection = DatabaseBootstrap.connect(owner);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
