package dev.pulso.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The database and {@link BillingPeriods} must never disagree about a day: both are asked the same, thousands of times.
 */
class BillingPeriodsSqlTest {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            // Through Liquibase, so that its splitting of the file into statements is tried too.
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            for (String file : List.of("010-billing-periods", "120-due-days")) {
                new Liquibase(
                                "db/portfolio/" + file + ".sql",
                                new ClassLoaderResourceAccessor(BillingPeriodsSqlTest.class.getClassLoader()),
                                database)
                        .update(new Contexts());
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void starts_and_indexes_agree_on_every_start_day_of_eight_years() throws SQLException {
        List<Case> cases = new ArrayList<>();
        Random random = new Random(20_240_229);
        LocalDate first = LocalDate.of(2022, 1, 1);
        for (LocalDate start : first.datesUntil(first.plusYears(8)).toList()) {
            for (BillingCycle cycle : BillingCycle.values()) {
                int k = random.nextInt(240);
                // Days around a boundary are where the arithmetic could differ.
                LocalDate boundary = new BillingPeriods(start, cycle).startOf(k);
                for (int offset = -2; offset <= 1; offset++) {
                    cases.add(new Case(start, cycle, k, boundary.plusDays(offset)));
                }
                cases.add(new Case(start, cycle, -k, start.minusDays(random.nextInt(4_000))));
            }
        }
        assertThat(cases).hasSizeGreaterThan(50_000);
        agree(cases);
    }

    @Test
    void due_dates_agree_on_every_day_of_a_leap_cycle_and_every_billing_day() throws SQLException {
        LocalDate first = LocalDate.of(2023, 1, 1);
        List<LocalDate> starts = first.datesUntil(first.plusYears(2)).toList();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                    select s, d, k, invoice_due_on(s, (s + make_interval(months => k))::date, d, 7)
                    from unnest(?::date[]) s, (select generate_series(1, 31) union all select null) days(d),
                         (values (0), (1), (13)) later(k)
                    """)) {
            statement.setArray(1, connection.createArrayOf("date", starts.toArray()));
            int compared = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    LocalDate start = rows.getObject(1, LocalDate.class);
                    Integer billingDay = rows.getObject(2, Integer.class);
                    BillingPeriods monthly = new BillingPeriods(start, BillingCycle.MONTHLY);
                    assertThat(rows.getObject(4, LocalDate.class))
                            .as("%s, billing day %s", start, billingDay)
                            .isEqualTo(monthly.dueOn(monthly.startOf(rows.getInt(3)), billingDay, 7));
                    compared++;
                }
            }
            assertThat(compared).isEqualTo(starts.size() * 32 * 3);
        }
    }

    @Test
    void the_functions_are_immutable_and_inlined_into_the_statement_that_calls_them() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet volatileOnes = statement.executeQuery("""
                select count(*) from pg_proc
                where proname in ('billing_period_start', 'billing_period_index', 'invoice_due_on', 'day_of_month')
                  and provolatile = 'i' and proparallel = 's'
                """)) {
                volatileOnes.next();
                assertThat(volatileOnes.getInt(1)).isEqualTo(4);
            }
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = statement.executeQuery("""
                explain (verbose, costs off)
                select billing_period_start(s, m, k), billing_period_index(s, m, s), invoice_due_on(s, s, k, k)
                from (values (date '2024-01-31', 1, 2), (date '2024-01-30', 3, 4)) c(s, m, k)
                """)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            assertThat(plan.toString()).contains("make_interval").doesNotContain("billing_period_", "invoice_due_on");
        }
    }

    private static void agree(List<Case> cases) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                    select billing_period_start(s, m, k), billing_period_index(s, m, d)
                    from unnest(?::date[], ?::int[], ?::int[], ?::date[]) with ordinality c(s, m, k, d, n)
                    order by n
                    """)) {
            statement.setArray(
                    1, dates(connection, cases.stream().map(Case::start).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "int", cases.stream().map(c -> c.cycle().months()).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf("int", cases.stream().map(Case::k).toArray()));
            statement.setArray(4, dates(connection, cases.stream().map(Case::on).toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                for (Case c : cases) {
                    assertThat(rows.next()).isTrue();
                    BillingPeriods periods = new BillingPeriods(c.start(), c.cycle());
                    assertThat(rows.getObject(1, LocalDate.class))
                            .as("start of %s", c)
                            .isEqualTo(periods.startOf(c.k()));
                    assertThat(rows.getInt(2)).as("index of %s", c).isEqualTo(periods.indexOf(c.on()));
                }
            }
        }
    }

    private static Array dates(Connection connection, Object[] days) throws SQLException {
        return connection.createArrayOf("date", days);
    }

    private record Case(LocalDate start, BillingCycle cycle, int k, LocalDate on) {}
}
