package dev.pulso.start.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulso.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {
    private final Path home = TestDatabase.temporaryHome();
    private final int port = TestDatabase.freePort();
    private final List<EmbeddedDatabase.Server> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(EmbeddedDatabase.Server::stop);
        TestDatabase.delete(home);
    }

    @Test
    void an_acknowledged_write_is_on_disk_and_text_sorts_as_in_brazil() throws Exception {
        DatabaseUrl owner = DatabaseBootstrap.embedded(start());
        assertThat(ask(owner, "show fsync")).isEqualTo("on");
        assertThat(ask(owner, "show synchronous_commit")).isEqualTo("on");
        assertThat(ask(owner, "show full_page_writes")).isEqualTo("on");
        assertThat(ask(owner, "select datlocprovider from pg_database where datname = current_database()"))
                .isEqualTo("i");
        assertThat(ask(owner, "select string_agg(w, ' ' order by w) from unnest(array['ovo','água','zebra','azul']) w"))
                .isEqualTo("água azul ovo zebra");
    }

    @Test
    void the_owner_is_no_superuser_and_the_app_role_owns_nothing() throws Exception {
        DatabaseUrl owner = DatabaseBootstrap.embedded(start());
        DatabaseUrl app = DatabaseBootstrap.appLogin(owner, null);
        assertThat(ask(owner, "select rolsuper::text from pg_roles where rolname = current_user"))
                .isEqualTo("false");
        assertThat(ask(
                        app,
                        "select (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole)::text from pg_roles"
                                + " where rolname = current_user"))
                .isEqualTo("false");
        assertThatThrownBy(() -> ask(app, "create table mine (id int)")).hasMessageContaining("permission denied");
        // Another node derives the same password and changes nothing.
        assertThat(DatabaseBootstrap.appLogin(owner, null)).isEqualTo(app);
        assertThatThrownBy(() -> ask(app.withLogin("postgres", "guess"), "select 1"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void a_server_that_outlived_its_killed_program_is_adopted_with_its_data() throws Exception {
        Process program = startAlone();
        DatabaseUrl owner = owner();
        execute(owner, "create table kept (id int); insert into kept values (42)");
        program.destroyForcibly().waitFor();
        EmbeddedDatabase.Server again = start();
        assertThat(again.adopted()).isTrue();
        assertThat(ask(DatabaseBootstrap.embedded(again), "select id::text from kept"))
                .isEqualTo("42");
        again.stop();
        assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void data_survives_when_the_server_itself_is_killed() throws Exception {
        execute(DatabaseBootstrap.embedded(start()), "create table kept (id int); insert into kept values (42)");
        long pid = Long.parseLong(
                Files.readAllLines(home.resolve("postgres/postmaster.pid")).getFirst());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get(20, TimeUnit.SECONDS);
        started.getFirst().stop();
        assertThat(home.resolve("postgres/postmaster.pid")).exists();
        EmbeddedDatabase.Server again = startUntilBackendsAreGone();
        assertThat(again.adopted()).isFalse();
        assertThat(ask(DatabaseBootstrap.embedded(again), "select id::text from kept"))
                .isEqualTo("42");
    }

    @Test
    void a_pid_file_whose_process_is_somebody_else_is_cleaned_away() throws Exception {
        EmbeddedDatabase.Server server = start();
        Path pidFile = home.resolve("postgres/postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(pidFile));
        server.stop();
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(pidFile, lines);
        assertThat(start().adopted()).isFalse();
    }

    @Test
    void a_taken_port_is_told_in_one_line() throws IOException {
        try (var taken = new java.net.ServerSocket(port, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(this::start)
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("port " + port + " is taken");
        }
    }

    @Test
    void a_wrong_database_url_is_told_in_one_line() {
        DatabaseUrl owner = DatabaseBootstrap.embedded(start());
        assertThatThrownBy(() -> DatabaseBootstrap.appLogin(owner.withLogin("pulso_owner", ""), null))
                .hasMessageContaining("PULSO_DB_APP_PASSWORD");
        assertThatThrownBy(() -> DatabaseBootstrap.appLogin(owner.withLogin("pulso_owner", "wrong"), null))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("user or password is wrong");
        assertThatThrownBy(() -> DatabaseBootstrap.appLogin(DatabaseUrl.parse("postgres://a:b@127.0.0.1:1/d"), null))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("nothing answers there");
        DatabaseUrl missing =
                new DatabaseUrl(owner.host(), owner.port(), "nowhere", owner.user(), owner.password(), Map.of());
        assertThatThrownBy(() -> DatabaseBootstrap.appLogin(missing, null))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void an_owner_without_rights_is_told_what_is_missing() throws Exception {
        EmbeddedDatabase.Server server = start();
        DatabaseUrl owner = DatabaseBootstrap.embedded(server);
        execute(owner, "create role guest login password 'guest'");
        assertThatThrownBy(() -> DatabaseBootstrap.appLogin(owner.withLogin("guest", "guest"), null))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("guest may not create tables");
        execute(owner, "grant all on schema public to guest; grant create on database pulso to guest");
        assertThatThrownBy(() -> DatabaseBootstrap.appLogin(owner.withLogin("guest", "guest"), null))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("grant it CREATEROLE");
    }

    /** Backends notice within moments that their postmaster is gone; until then PostgreSQL rightly refuses the data. */
    private EmbeddedDatabase.Server startUntilBackendsAreGone() {
        return org.awaitility.Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .ignoreException(DatabaseUnavailable.class)
                .until(this::start, server -> true);
    }

    private EmbeddedDatabase.Server start() {
        EmbeddedDatabase.Settings tests = TestDatabase.settings(home, port);
        // As people run it.
        EmbeddedDatabase.Server server = DatabaseStart.startServer(
                new EmbeddedDatabase.Settings(home, tests.binaries(), port, tests.sharedBuffers(), true));
        started.add(server);
        return server;
    }

    private Process startAlone() throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        classPath,
                        StartedAlone.class.getName(),
                        home.toString(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = program.inputReader();
        String line = output.readLine();
        while (line != null && !line.startsWith("ready")) {
            line = output.readLine();
        }
        assertThat(line).isEqualTo("ready " + port);
        return program;
    }

    private DatabaseUrl owner() throws IOException {
        String password = Files.readString(home.resolve("postgres.password")).strip();
        int runningPort = port;
        return DatabaseBootstrap.embedded(new EmbeddedDatabase.Server() {
            @Override
            public int port() {
                return runningPort;
            }

            @Override
            public String superuser() {
                return "postgres";
            }

            @Override
            public String password() {
                return password;
            }

            @Override
            public boolean adopted() {
                return true;
            }

            @Override
            public void stop() {}
        });
    }

    private static String ask(DatabaseUrl url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url.jdbcUrl(), url.user(), url.password());
                Statement sql = connection.createStatement()) {
            if (!sql.execute(query)) {
                return "";
            }
            try (ResultSet rows = sql.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static void execute(DatabaseUrl url, String statements) throws SQLException {
        ask(url, statements);
    }
}
