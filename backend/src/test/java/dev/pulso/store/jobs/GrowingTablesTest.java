package dev.pulso.store.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulso.store.tenancy.Tenancy;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tables that only grow are cut by the time in their ids. */
@QuarkusTest
class GrowingTablesTest {
    private static final UUID TENANT = UUID.fromString("019a0000-0000-7000-8000-000000000001");

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    @Inject
    Tenancy tenancy;

    @Inject
    GrowingTables growing;

    @Test
    void pieces_for_the_time_to_come_are_made_once() throws SQLException {
        growing.keep().await().atMost(Duration.ofSeconds(30));
        rolledBack(sql -> {
            assertThat(ask(sql, "select made || ' ' || dropped from keep_partitions()"))
                    .isEqualTo("0 0");
            for (String table : new String[] {
                "audit_log", "deal_changes", "refresh_tokens", "outbox_events", "removals", "reach_losses"
            }) {
                assertThat(ask(
                                sql,
                                "select (max(moment_of(upper_bound(inhrelid))) > now() + interval '2 months')::text"
                                        + " from pg_inherits where inhparent = '" + table + "'::regclass"))
                        .as(table)
                        .isEqualTo("true");
            }
        });
    }

    @Test
    void a_table_with_rows_is_cut_without_losing_one_and_keeps_its_keys_policy_and_rights() throws SQLException {
        rolledBack(sql -> {
            sql.execute("select set_config('app.tenant_id', '" + TENANT + "', true)");
            sql.execute(
                    "create table probe_growth (tenant_id uuid not null, id uuid not null, word text check (word <> ''),"
                            + " primary key (tenant_id, id)); create index probe_growth_word on probe_growth (tenant_id, word);"
                            + " select make_tenant_table('probe_growth', audited => false, grants => 'select, insert')");
            sql.execute("insert into probe_growth select '" + TENANT + "', first_uuid_at(t), 'w' from generate_series("
                    + "now() - interval '3 years', now(), interval '1 month') t");
            String rows = ask(sql, "select count(*) from probe_growth");
            cut(sql);

            assertThat(ask(sql, "select count(*) from probe_growth")).isEqualTo(rows);
            assertThat(ask(sql, "select count(*) from pg_indexes where tablename = 'probe_growth'"))
                    .isEqualTo("2");
            assertThat(ask(
                            sql,
                            "select has_table_privilege('pulso_app', 'probe_growth', 'insert') || ' '"
                                    + " || has_table_privilege('pulso_app', 'probe_growth', 'update') || ' '"
                                    + " || has_table_privilege('pulso_app', 'probe_growth_first', 'select')"))
                    .isEqualTo("true false false");
            sql.execute("insert into probe_growth values ('" + TENANT
                    + "', first_uuid_at(now() + interval '5 months'), 'x')");
            sql.execute("savepoint before");
            for (String refused : new String[] {
                "insert into probe_growth select * from probe_growth limit 1",
                "insert into probe_growth values ('" + TENANT + "', first_uuid_at(now()), '')",
                "insert into probe_growth values (gen_random_uuid(), first_uuid_at(now()), 'foreign')"
            }) {
                assertThatThrownBy(() -> sql.execute(refused)).as(refused).isInstanceOf(SQLException.class);
                sql.execute("rollback to savepoint before");
            }
            // Now its rule says that only what is a year ahead is kept: all pieces go, and what no clock made stays.
            sql.execute("update partition_rules set keep = interval '-1 year' where table_name = 'probe_growth'");
            sql.execute(
                    "insert into probe_growth values ('" + TENANT + "', 'ffffffff-ffff-4fff-bfff-ffffffffffff', 'y')");
            assertThat(Integer.parseInt(ask(sql, "select dropped from keep_partitions()")))
                    .isPositive();
            sql.execute("select set_config('app.tenant_id', '" + TENANT + "', true)");
            assertThat(ask(sql, "select string_agg(word, ' ') from probe_growth"))
                    .isEqualTo("y");
        });
    }

    private static void cut(Statement sql) throws SQLException {
        sql.execute("select bound_partition('probe_growth')");
        sql.execute("alter table probe_growth validate constraint probe_growth_bound");
        sql.execute("select partition_by_id('probe_growth', interval '3 months', null, 'a probe')");
        sql.execute("select keep_partitions()");
        sql.execute("select set_config('app.tenant_id', '" + TENANT + "', true)");
    }

    private void rolledBack(Work work) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                work.on(sql);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static String ask(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private interface Work {
        void on(Statement sql) throws SQLException;
    }
}
