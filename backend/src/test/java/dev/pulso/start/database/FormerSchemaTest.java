package dev.pulso.start.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulso.store.tenancy.TenancyCatalogue;
import dev.pulso.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The database of an installation of a former release, as {@code pg_dump} wrote it down ({@code migrations/former-schema.sql}),
 * with some rows in most tables. Today's changes bring it where they bring an empty one.
 */
class FormerSchemaTest {
    private static final Path DUMP = Path.of("src", "test", "resources", "migrations", "former-schema.sql");
    private static final Path HOME = TestDatabase.temporaryHome();

    private static final String TABLES = "select relname from pg_class where relnamespace = 'public'::regnamespace"
            + " and relkind in ('r', 'p') and not relispartition order by relname";

    /**
     * All that the changes make, one line each; pieces of growing tables are cut by the day, and a dump has fewer brackets
     * around the conditions of triggers.
     */
    private static final String SCHEMA = """
            with ours as (select * from pg_class where relnamespace = 'public'::regnamespace and not relispartition
                          and relname not like 'databasechangelog%')
            select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' '
                || a.attnotnull || a.attidentity::text || a.attgenerated::text || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
            from ours c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum where c.relkind in ('r', 'p', 'v')
            union all
            select 'constraint ' || c.relname || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
            from ours c join pg_constraint k on k.conrelid = c.oid where k.contype <> 'n'
            union all
            select 'index ' || pg_get_indexdef(i.indexrelid) || ' ' || i.indisvalid
            from ours c join pg_index i on i.indrelid = c.oid
            union all
            select 'policy ' || c.relname || ' ' || p.polname || ' ' || p.polcmd::text || ' '
                || coalesce(pg_get_expr(p.polqual, c.oid), '') || ' ' || coalesce(pg_get_expr(p.polwithcheck, c.oid), '')
            from ours c join pg_policy p on p.polrelid = c.oid
            union all
            select 'table ' || c.relname || ' ' || c.relrowsecurity || c.relforcerowsecurity || ' '
                || coalesce(c.reloptions::text, '') || ' ' || coalesce(c.relacl::text, '') from ours c
            union all
            select 'trigger ' || translate(pg_get_triggerdef(t.oid), '()', '') from ours c join pg_trigger t on t.tgrelid = c.oid
            where not t.tgisinternal
            union all
            select 'view ' || c.relname || ' ' || pg_get_viewdef(c.oid) from ours c where c.relkind = 'v'
            union all
            select 'function ' || pg_get_functiondef(p.oid) || ' ' || coalesce(p.proacl::text, '') from pg_proc p
            where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
              and not exists (select from pg_depend e where e.objid = p.oid and e.deptype = 'e')
            order by 1""";

    private static EmbeddedDatabase.Server server;

    @BeforeAll
    static void start() {
        MigratedTemplate.copyTo(HOME);
        server = DatabaseStart.startServer(TestDatabase.settings(HOME, TestDatabase.freePort()));
    }

    @AfterAll
    static void stop() {
        server.stop();
        TestDatabase.delete(HOME);
    }

    @Test
    void todays_changes_bring_it_where_they_bring_an_empty_one_and_lose_no_row() throws SQLException, IOException {
        DatabaseUrl today = DatabaseBootstrap.embedded(server);
        DatabaseUrl former =
                new DatabaseUrl(today.host(), today.port(), "former", today.user(), today.password(), Map.of());
        try (Connection connection = superuser(today);
                Statement sql = connection.createStatement()) {
            sql.execute("create database former owner " + today.user());
        }
        Map<String, Long> before;
        try (Connection connection = superuser(former);
                Statement sql = connection.createStatement()) {
            sql.execute(Files.readString(DUMP, StandardCharsets.UTF_8));
            sql.execute("set search_path = public");
            before = counts(sql);
        }
        assertThat(before.values().stream().filter(rows -> rows > 0))
                .as("tables with rows")
                .hasSizeGreaterThan(40);

        Migrations migrations = new Migrations(former, Migrations.CHANGELOG, what -> {});
        migrations.run();

        migrations.check();
        try (Connection connection = superuser(former);
                Statement sql = connection.createStatement();
                Connection ofToday = superuser(today);
                Statement sqlOfToday = ofToday.createStatement()) {
            Map<String, Long> after = counts(sql);
            // A change may add rows, such as the kinds of records that there are.
            assertThat(before)
                    .allSatisfy((table, rows) ->
                            assertThat(after.getOrDefault(table, 0L)).as(table).isGreaterThanOrEqualTo(rows));
            List<String> migrated = lines(sql, SCHEMA);
            List<String> made = lines(sqlOfToday, SCHEMA);
            assertThat(without(migrated, made)).as("too much").isEmpty();
            assertThat(without(made, migrated)).as("missing").isEmpty();
            assertThat(TenancyCatalogue.violations(connection)).isEmpty();
        }
    }

    private static Set<String> without(List<String> lines, List<String> others) {
        Set<String> left = new TreeSet<>(lines);
        others.forEach(left::remove);
        return left;
    }

    private static Connection superuser(DatabaseUrl url) throws SQLException {
        return DatabaseBootstrap.connect(url.withLogin(server.superuser(), server.password()));
    }

    private static Map<String, Long> counts(Statement sql) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : lines(sql, TABLES)) {
            counts.put(
                    table,
                    Long.parseLong(lines(sql, "select count(*) from " + table).getFirst()));
        }
        return counts;
    }

    private static List<String> lines(Statement sql, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
