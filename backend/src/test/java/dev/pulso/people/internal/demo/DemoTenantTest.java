package dev.pulso.people.internal.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pulso.store.jobs.Job;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo as the database and the API tell it. */
@QuarkusTest
class DemoTenantTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    /** Rows that a fresh registration gives random ids, or that say when the row was stored, are left out. */
    private static final String ROWS = """
        select md5(string_agg(j::text, ',' order by j->>'id')) as digest, count(*)::int as rows from (
            select to_jsonb(t) - '{tenant_id,owner_id,created_by_id,completed_by_id,account_manager_id,pipeline_id,stage_id,lost_reason_id,updated_at}'::text[] as j from %s t) rows\
        """;

    private static final Map<String, String> TOKENS = new HashMap<>();
    private static Caller first;
    private static Caller second;

    @Inject
    DemoTenant demos;

    @Inject
    Tenancy tenancy;

    @BeforeEach
    void founded() {
        if (first == null) {
            first = demos.found("demo-one").await().atMost(PATIENCE);
            second = demos.found("demo-two").await().atMost(PATIENCE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "leads, 1200, 1200",
        "lead_score_sheets, 900, 1200",
        "deals, 900, 900",
        "activities, 1700, 3200",
        "products, 11, 11",
        "custom_fields, 3, 3",
        "deal_lines, 250, 500",
        "companies, 500, 900",
        "contacts, 600, 1000",
        "customers, 180, 180",
        "contracts, 260, 260",
        "contract_changes, 350, 600",
        "invoices, 1400, 2400",
        "invoice_items, 1400, 2400",
        "payments, 1300, 2400"
    })
    void two_foundings_on_one_day_are_equal_row_by_row(String table, int least, int most) {
        Row one = row(first, ROWS.formatted(table));
        Row other = row(second, ROWS.formatted(table));
        assertThat(one.getString("digest")).isEqualTo(other.getString("digest"));
        assertThat(one.getInteger("rows")).isBetween(least, most);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // money
                """
                select count(*) from invoices i
                where i.total_cents <> (select sum(t.total_cents) from invoice_items t where t.invoice_id = i.id)
                   or i.paid_cents <> coalesce((select sum(p.amount_cents) from payments p where p.invoice_id = i.id), 0)
                   or i.last_paid_on is distinct from (select max(p.paid_on) from payments p where p.invoice_id = i.id)\
                """,
                """
                select count(*) from deals d cross join lateral (
                    select coalesce(sum(l.total_cents) filter (where l.charge = 'one_off'), 0) as once,
                           coalesce(sum(l.total_cents) filter (where l.charge = 'monthly'), 0) as monthly
                    from deal_lines l where l.deal_id = d.id) l
                where (d.one_off_cents, d.mrr_cents, d.first_year_cents) <> (l.once, l.monthly, l.once + 12 * l.monthly)
                   or (d.amount_source = 'lines' and d.amount_cents <> d.first_year_cents)\
                """,
                "select coalesce(max(number), 0) - count(number) from invoices",
                "select count(*) from invoice_counters c where c.last_number <> (select max(number) from invoices)",
                """
                select count(*) from (select issued_on, lag(issued_on) over (order by number) as before from invoices
                                      where number is not null) i where i.issued_on < i.before\
                """,
                """
                select count(*) from invoices a join invoices b on a.contract_id = b.contract_id and a.id < b.id
                where a.period_start <= b.period_end and b.period_start <= a.period_end\
                """,
                """
                select count(*) from invoices i join contracts c on c.id = i.contract_id
                where i.customer_id <> c.customer_id or i.issued_on < c.start_on\
                """,
                // contracts: the present terms are the latest that were kept, and since then
                """
                select count(*) from contracts c cross join lateral (
                    select * from contract_changes h where h.contract_id = c.id order by h.effective_on desc, h.id desc limit 1
                ) h
                where (c.amount_cents, c.cost_cents, c.billing_cycle, c.status, c.paying)
                          is distinct from (h.amount_cents, h.cost_cents, h.billing_cycle, h.status, h.paying)
                   or coalesce(c.terms_since, '-infinity') <> h.effective_on\
                """,
                """
                select count(*) from contracts c
                where (select min(h.effective_on) from contract_changes h where h.contract_id = c.id) <> '-infinity'\
                """,
                // sales
                """
                select count(*) from contracts c left join deals d on d.id = c.deal_id
                where c.deal_id is not null and (d.status is distinct from 'won' or d.customer_id <> c.customer_id)\
                """,
                """
                select count(*) from customers c left join deals d on d.id = c.crm_deal_id
                where c.crm_deal_id is not null and (d.status is distinct from 'won' or d.customer_id <> c.id)\
                """,
                """
                select count(*) from customers c left join companies o on o.id = c.company_id
                where (c.kind = 'company') <> (o.id is not null) or o.name <> c.name or o.tax_id <> c.tax_id\
                """,
                """
                select count(*) from deals d join leads l on l.id = d.lead_id
                where l.deal_id <> d.id or l.created_at > d.created_at\
                """,
                "select count(*) from deals d where d.closed_on <> (d.stage_entered_at at time zone"
                        + " 'America/Sao_Paulo')::date",
                """
                select count(*) from (select d.position, lag(d.position) over (partition by d.stage_id order by d.position)
                                      as before from deals d) p where p.position = p.before\
                """,
                // owners are people of the company
                "select count(*) from deals where owner_id not in (select id from users)",
                "select count(*) from leads where owner_id not in (select id from users)",
                // a score is the sum of its lines
                """
                select count(*) from leads l left join lead_score_sheets h on h.lead_id = l.id
                where l.score <> coalesce(h.total, 0) or h.total <> (select sum((line ->> 'points')::int) from jsonb_array_elements(h.lines) line)\
                """,
                "select count(*) from leads l where cardinality(l.tags) <> (select count(*) from record_tags t where t.record_id = l.id)",
                "select count(*) from activities where owner_id not in (select id from users)",
                // something is late, and something is to be done today
                """
                select (not exists (select from activities where completed_at is null and due_key < now()))::int
                     + (not exists (select from activities where completed_at is null
                            and due_on = (now() at time zone 'America/Sao_Paulo')::date))::int\
                """,
                // what was imported is what there was
                """
                select count(*) from imports i where (i.status, i.rows, i.total_rows)
                    is distinct from ('succeeded', i.created + i.updated + i.skipped + i.failed, i.rows)
                    or i.rows <> (select count(*) from contracts c where c.created_at < i.created_at)\
                """,
                // standing
                """
                select count(*) from customers c where (c.billing_status <> 'current') <> exists (
                    select from invoices i where i.customer_id = c.id and i.status = 'issued'
                        and i.due_on < (now() at time zone 'America/Sao_Paulo')::date)\
                """,
                """
                select count(*) from invoices i where i.status = 'issued'
                    and (i.overdue_since is not null) <> (i.due_on < (now() at time zone 'America/Sao_Paulo')::date)\
                """,
                // the past is told, not announced
                "select count(*) from outbox_events where occurred_at is not null",
                // nothing lies ahead
                """
                select (select count(*) from leads where updated_at > now()) + (select count(*) from deals where updated_at > now())
                     + (select count(*) from invoices where updated_at > now()) + (select count(*) from payments where recorded_at > now())
                     + (select count(*) from contracts where updated_at > now())
                     + (select count(*) from activities where greatest(updated_at, completed_at) > now())\
                """
            })
    void no_rule_is_broken(String broken) {
        assertThat(row(first, broken).getLong(0)).isZero();
    }

    @Test
    void its_settings_are_those_of_a_company_that_works() {
        Row settings = row(first, """
                select (select count(*)::int from teams) as teams,
                       (select count(*)::int from users where team_id is null) as without_team,
                       (select count(*)::int from api_keys where revoked_at is null) as keys,
                       (select count(*)::int from imports where updated > 100) as imports,
                       (select count(distinct extract(year from day))::int from holidays) as years_with_holidays,
                       (select count(*)::int from tenant_logos l join tenants t on t.logo_hash = l.hash) as logos\
                """);
        assertThat(settings.getInteger("teams")).isEqualTo(2);
        assertThat(settings.getInteger("without_team")).isZero();
        assertThat(settings.getInteger("keys")).isEqualTo(1);
        assertThat(settings.getInteger("imports")).isEqualTo(1);
        assertThat(settings.getInteger("years_with_holidays")).isEqualTo(2);
        assertThat(settings.getInteger("logos")).isEqualTo(1);
    }

    @Test
    void everything_is_in_the_audit_trail() {
        assertThat(row(first, "select count(*) from audit_log where entity = 'deals' and action = 'insert'")
                        .getLong(0))
                .isEqualTo(900);
    }

    @Test
    void past_portfolios_are_what_they_were_and_grow() {
        LocalDate today = LocalDate.now(SAO_PAULO);
        List<Long> mrr = new ArrayList<>();
        for (int ago = 12; ago >= 0; ago--) {
            mrr.add(api(first, "demo-one")
                    .get(
                            "/api/portfolio/summary?as_of={day}",
                            today.minusMonths(ago).toString())
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getLong("mrr_cents"));
        }
        assertThat(mrr.getFirst()).isPositive();
        assertThat(mrr.getLast()).isGreaterThan(mrr.getFirst() * 13 / 10);
        assertThat(mrr).doesNotHaveDuplicates();
    }

    @Test
    void the_runs_of_today_and_tomorrow_bill_nothing_twice() {
        Caller third = demos.found("demo-three").await().atMost(PATIENCE);
        LocalDate today = LocalDate.now(SAO_PAULO);
        long before = row(third, "select count(*) from invoices").getLong(0);
        assertThat(run(third, today).getInt("counts.invoices_created")).isZero();

        long due = row(third, """
            select count(*) from contracts c
            cross join (values ('monthly', 1), ('quarterly', 3), ('semiannual', 6), ('annual', 12)) as m(cycle, months)
            where m.cycle = c.billing_cycle and c.paying and c.amount_cents > 0
              and (c.end_on is null or c.end_on > '%1$s')
              and billing_period_start(c.start_on, m.months, billing_period_index(c.start_on, m.months, '%2$s')) = '%2$s'
            """.formatted(today, today.plusDays(1))).getLong(0);
        assertThat(runOfTomorrow(third, today.plusDays(1)).get("invoices_created"))
                .isEqualTo(due);
        assertThat(row(third, "select count(*) from invoices").getLong(0)).isEqualTo(before + due);
        assertThat(row(third, """
            select count(*) from invoices a join invoices b on a.contract_id = b.contract_id and a.id < b.id
            where a.period_start <= b.period_end and b.period_start <= a.period_end\
            """).getLong(0)).isZero();
    }

    /** By the schedule: nobody may ask for it today. */
    private Map<String, Long> runOfTomorrow(Caller tenant, LocalDate tomorrow) {
        return Arc.container().listAll(Job.class).stream()
                .map(InstanceHandle::get)
                .filter(job -> job.name().equals("invoice-run"))
                .findFirst()
                .orElseThrow()
                .run(tenant, tomorrow, counts -> Uni.createFrom().voidItem())
                .await()
                .atMost(PATIENCE);
    }

    private JsonPath run(Caller tenant, LocalDate on) {
        String id = api(tenant, "demo-three")
                .body(Map.of("on", on.toString()))
                .post("/api/jobs/invoice-run/runs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(PATIENCE)
                .until(() -> List.of("succeeded", "failed")
                        .contains(api(tenant, "demo-three")
                                .get("/api/jobs/runs/{id}", id)
                                .path("status")));
        JsonPath run = api(tenant, "demo-three").get("/api/jobs/runs/{id}", id).jsonPath();
        assertThat(run.getString("status")).isEqualTo("succeeded");
        return run;
    }

    private Row row(Caller tenant, String sql) {
        return tenancy.query(tenant, sql, Tuple.tuple())
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next();
    }

    private static RequestSpecification api(Caller tenant, String slug) {
        String token = TOKENS.computeIfAbsent(
                slug,
                name -> given().contentType(ContentType.JSON)
                        .body(Map.of("email", tenant.actor(), "password", "demo12345", "tenant", name))
                        .post("/api/auth/login")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("access_token"));
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token);
    }
}
