package dev.pulso.audit.internal.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.pulso.audit.AuditErasure;
import dev.pulso.audit.internal.trail.AuditChain.Findings;
import dev.pulso.store.tenancy.Caller;
import dev.pulso.store.tenancy.Tenancy;
import dev.pulso.testing.Person;
import dev.pulso.testing.TestTenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody with the rights of the database's owner changes the past; the check tells. */
@QuarkusTest
class AuditChainTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    @Inject
    AuditChain chain;

    @Inject
    AuditCheck check;

    @Inject
    AuditErasure erasure;

    @Inject
    Tenancy tenancy;

    private TestTenant tenant;

    @BeforeEach
    void three_blocks() {
        tenant = TestTenant.register();
        seal(tenant);
        write("Ana");
        seal(tenant);
        write("Rui");
        seal(tenant);
        assertThat(number("select count(*) from audit_seals")).isEqualTo(3);
    }

    @Test
    void what_nobody_touched_is_intact_and_the_screen_is_told_until_when() {
        assertThat(tenant.get("/api/audit/integrity").getString("status")).isEqualTo("unchecked");
        long entries = number("select count(*) from audit_log");

        JsonPath run = runCheck();
        assertThat(run.getString("status")).isEqualTo("succeeded");
        assertThat(run.getLong("counts.entries_checked")).isEqualTo(entries);
        assertThat(run.getLong("counts.blocks_bad")).isZero();

        JsonPath told = tenant.get("/api/audit/integrity");
        assertThat(told.getString("status")).isEqualTo("intact");
        assertThat(told.getString("checked_at")).isNotNull();
        assertThat(told.getLong("entries_checked")).isEqualTo(entries);
        assertThat(told.getLong("unsealed")).isZero();
        assertThat(told.getInt("head.number")).isEqualTo(3);
        assertThat(told.getString("head.hash")).matches("[0-9a-f]{64}");
        assertThat(told.getString("first_problem")).isNull();
    }

    /** What is kept of it elsewhere is held against the blocks (ADR 16): the line names whose it is, the block and its hash. */
    @Test
    void a_check_leaves_the_head_of_the_chain_in_the_log() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler collector = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line instanceof ExtLogRecord one) {
                    lines.add(one.getFormattedMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(collector);
        try {
            runCheck();
        } finally {
            Logger.getLogger("").removeHandler(collector);
        }
        MatchResult told = lines.stream()
                .flatMap(line -> Pattern.compile("audit trail of " + tenant.id()
                                + " intact: \\d+ entries, block (\\d+) has hash ([0-9a-f]{64})")
                        .matcher(line)
                        .results())
                .findFirst()
                .orElseThrow();
        assertThat(text("select encode(hash, 'hex') from audit_seals where number = " + told.group(1)))
                .isEqualTo(told.group(2));
    }

    @Test
    void an_altered_entry_is_found_and_named_and_the_run_has_failed() {
        UUID entry = entryOf("Ana");
        asOwner("update audit_log set after = jsonb_set(after, '{name}', '\"Eva\"') where id = '" + entry + "'");

        JsonPath run = runCheck();
        assertThat(run.getString("status")).isEqualTo("failed");
        assertThat(run.getString("error")).contains("block 2").contains("entry " + entry + " was altered");
        assertThat(run.getLong("counts.entries_altered")).isEqualTo(1);

        tenant.api()
                .get("/api/audit/integrity")
                .then()
                .body("status", equalTo("broken"))
                .body("altered_entries", equalTo(1))
                .body("bad_blocks", equalTo(1))
                .body("first_problem.kind", equalTo("entry_altered"))
                .body("first_problem.block", equalTo(2))
                .body("first_problem.entry_id", equalTo(entry.toString()))
                .body("first_problem.entry.after.name", equalTo("Eva"));
        Object role = tenant.create(
                "/api/roles",
                Map.of(
                        "name",
                        "Auditor of their own",
                        "permissions",
                        List.of("audit.entries:read"),
                        "record_scopes",
                        Map.of("leads", "own")));
        Person.join(tenant, role.toString())
                .api()
                .get("/api/audit/integrity")
                .then()
                .body("first_problem.entry_id", equalTo(entry.toString()))
                .body("first_problem.entry", nullValue());
        io.restassured.RestAssured.given()
                .header("Authorization", "Bearer token-of-the-tests")
                .get("/q/metrics")
                .then()
                .body(containsString("pulso_audit_broken_total"));
    }

    @Test
    void every_column_of_an_entry_is_sealed() {
        UUID entry = entryOf("Ana");
        for (String change : List.of(
                "actor = 'somebody else'",
                "actor_id = null",
                "request_id = 'another'",
                "entity = 'deals'",
                "entity_id = id",
                "action = 'update'",
                "before = '{}'",
                "after = null",
                "at = at - interval '1 microsecond'")) {
            String column = change.substring(0, change.indexOf(' '));
            String kept = text("select " + column + "::text from audit_log where id = '" + entry + "'");
            asOwner("update audit_log set " + change + " where id = '" + entry + "'");
            assertThat(findings(tenant).first()).as(change).isNotNull();
            asOwner("update audit_log set " + column + " = "
                    + (kept == null ? "null" : "'" + kept.replace("'", "''") + "'") + " where id = '" + entry + "'");
            assertThat(findings(tenant).first()).as("put back: " + change).isNull();
        }
    }

    @Test
    void a_deleted_entry_is_found_and_named() {
        UUID entry = entryOf("Ana");
        asOwner("delete from audit_log where id = '" + entry + "'");

        Findings found = findings(tenant);
        assertThat(found.first()).isEqualTo(new AuditChain.Problem("entry_deleted", 2, entry));
        assertThat(found.deleted()).isEqualTo(1);
    }

    @Test
    void an_entry_that_is_inserted_among_older_ones_is_found_and_named() {
        UUID forged = UUID.randomUUID();
        asOwner("insert into audit_log (tenant_id, id, tx, at, actor, entity, entity_id, action) select tenant_id, '"
                + forged + "', tx, at, actor, entity, entity_id, action from audit_log where id = '" + entryOf("Ana")
                + "'");

        Findings found = findings(tenant);
        assertThat(found.first()).isEqualTo(new AuditChain.Problem("entry_inserted", 2, forged));
        assertThat(found.inserted()).isEqualTo(1);
    }

    @Test
    void an_entry_that_bears_a_time_of_the_past_is_found_even_though_it_was_sealed() {
        asOwner(
                "insert into audit_log (tenant_id, at, actor, entity, entity_id, action) select tenant_id, at - interval "
                        + "'1 day', actor, entity, entity_id, action from audit_log where id = '" + entryOf("Ana")
                        + "'");
        seal(tenant);

        Findings found = findings(tenant);
        assertThat(found.first().kind()).isEqualTo("entry_inserted");
        assertThat(found.first().block()).isEqualTo(4);
    }

    @Test
    void a_removed_block_is_missed_also_when_it_is_the_newest() {
        asOwner("delete from audit_seals where number = 2");
        assertThat(findings(tenant).first()).isEqualTo(new AuditChain.Problem("block_missing", 2, null));

        TestTenant other = TestTenant.register();
        seal(other);
        asOwner(other, "delete from audit_seals where number = 1");
        assertThat(findings(other).first()).isEqualTo(new AuditChain.Problem("block_missing", 1, null));
        // Sealing goes on and does not close the gap.
        other.create("/api/crm/leads", Map.of("name", "Eva"));
        seal(other);
        assertThat(findings(other).first()).isEqualTo(new AuditChain.Problem("block_missing", 1, null));
    }

    @Test
    void a_changed_block_is_found() {
        asOwner("update audit_seals set sealed_at = sealed_at - interval '1 second' where number = 2");
        assertThat(findings(tenant).first()).isEqualTo(new AuditChain.Problem("block_changed", 2, null));
    }

    @Test
    void an_entry_that_is_altered_together_with_its_block_breaks_the_link_to_the_next() {
        asOwner("update audit_log set actor = 'somebody else' where id = '" + entryOf("Ana") + "'");
        reseal(2);
        assertThat(findings(tenant).first()).isEqualTo(new AuditChain.Problem("block_changed", 2, null));
    }

    @Test
    void a_chain_that_was_written_anew_no_longer_holds_what_earlier_checks_saw() {
        runCheck();
        asOwner("update audit_log set actor = 'somebody else' where id = '" + entryOf("Ana") + "'");
        reseal(2);
        reseal(3);
        asOwner("update audit_heads set hash = (select hash from audit_seals where number = 3)");

        assertThat(findings(tenant).first()).isEqualTo(new AuditChain.Problem("chain_rewritten", 3, null));
    }

    @Test
    void nothing_is_lost_when_a_block_is_sealed_while_a_long_transaction_is_open() throws SQLException {
        long before = number("select sum(entries) from audit_seals");
        try (Connection late = owner.getConnection();
                Statement sql = late.createStatement()) {
            late.setAutoCommit(false);
            sql.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
            sql.execute("update tenants set name = 'Written first'");
            write("Committed while the other is open");

            AuditChain.Sealed during = chain.seal(system(tenant), true).await().atMost(SOON);
            assertThat(during.waiting()).isTrue();
            assertThat(during.entries()).isZero();
            assertThat(tenant.get("/api/audit/integrity").getLong("unsealed")).isEqualTo(1);
            sql.execute("update tenants set name = 'Written last'");
            late.commit();
        }
        seal(tenant);

        assertThat(number("select sum(entries) from audit_seals")).isEqualTo(before + 3);
        assertThat(findings(tenant).first()).isNull();
        assertThat(findings(tenant).entries()).isEqualTo(number("select count(*) from audit_log"));
    }

    @Test
    void many_writers_and_many_sealers_at_once_seal_every_entry_once() {
        List<Uni<Void>> all = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String name = "Lead " + i;
            all.add(tenancy.sql(
                    system(tenant),
                    connection -> connection
                            .query("update tenants set name = '" + name + "'")
                            .execute()
                            .replaceWithVoid()));
            if (i % 6 == 0) {
                all.add(chain.seal(system(tenant), i % 12 == 0).replaceWithVoid());
            }
        }
        // As many as one company may have at once; the rest wait here, for longer than a request would.
        Uni.join().all(all).usingConcurrencyOf(8).andFailFast().await().atMost(SOON);
        seal(tenant);

        Findings found = findings(tenant);
        assertThat(found.first()).isNull();
        assertThat(found.entries()).isEqualTo(number("select count(*) from audit_log"));
        assertThat(found.blocks()).isGreaterThan(3);
    }

    @Test
    void what_happens_to_one_companys_trail_does_not_touch_anothers() {
        TestTenant other = TestTenant.register();
        seal(other);
        asOwner("update audit_log set actor = 'somebody else'");
        asOwner("delete from audit_seals where number = 1");

        assertThat(findings(tenant).first()).isNotNull();
        assertThat(findings(other).first()).isNull();
        assertThat(other.get("/api/audit/integrity").getString("status")).isEqualTo("unchecked");
    }

    @Test
    void large_blocks_are_split_and_checked_in_steps() {
        asOwner("insert into audit_log (tenant_id, actor, entity, entity_id, action, after) select '" + tenant.id()
                + "', 'bulk', 'leads', gen_random_uuid(), 'insert', jsonb_build_object('n', n)"
                + " from generate_series(1, 45000) n");
        seal(tenant);
        assertThat(number("select count(*) from audit_seals")).isEqualTo(6);
        assertThat(findings(tenant).first()).isNull();

        asOwner("update audit_log set actor = 'x' where id = (select id from audit_log order by id desc limit 1)");
        assertThat(findings(tenant).first().block()).isEqualTo(6);
        assertThat(findings(tenant).altered()).isEqualTo(1);
    }

    @Test
    void what_a_check_says_to_have_seen_is_the_hash_of_the_chain_whatever_it_says() {
        seal(tenant);
        assertThat(findings(tenant).first()).isNull();
        Object[] hashes = ask("""
                insert into audit_checks (tenant_id, id, checked_at, head_number, head_hash, blocks, entries, altered_entries,
                                          deleted_entries, inserted_entries, bad_blocks)
                select tenant_id, gen_random_uuid(), now(), number, 'made up', 1, 1, 0, 0, 0, 0 from audit_heads
                returning head_hash, (select hash from audit_heads)""");
        assertThat(hashes[0]).isEqualTo(hashes[1]);
        assertThat(findings(tenant).first()).isNull();
    }

    @Test
    void the_application_takes_nothing_out_of_the_log_of_all_that_a_node_may_not_have_read() {
        tenant.create("/api/crm/leads", Map.of("name", "Ana"));
        ask("with gone as (delete from live_log) select 1, 1");
        assertThat(ask("select count(*), 1 from live_log where tenant_id = '" + tenant.id() + "'")[0])
                .isNotEqualTo(0L);
    }

    /** Two columns of the only row that the application gets. */
    private Object[] ask(String sql) {
        return tenancy.sql(
                        system(tenant),
                        connection -> connection.query(sql).execute().map(rows -> {
                            var row = rows.iterator().next();
                            return new Object[] {row.getValue(0), row.getValue(1)};
                        }))
                .await()
                .atMost(SOON);
    }

    @Test
    void the_application_may_neither_write_to_the_trail_nor_change_nor_empty_it() {
        for (String statement : List.of(
                "insert into audit_log (tenant_id, actor, entity, entity_id, action) values ('" + tenant.id()
                        + "', 'me', 'leads', gen_random_uuid(), 'insert')",
                "update audit_log set actor = 'me'",
                "delete from audit_log",
                "truncate audit_log",
                "update audit_seals set entries = 1",
                "delete from audit_seals",
                "truncate audit_seals",
                "insert into audit_seals select * from audit_seals",
                "update audit_heads set number = 0",
                "delete from audit_heads",
                "update audit_checks set bad_blocks = 0",
                "delete from audit_checks",
                "select continue_audit_clock()",
                "delete from audit_redactions",
                "insert into audit_retirements (tenant_id, before_id) values ('" + tenant.id()
                        + "', gen_random_uuid())",
                "select retire_audit(gen_random_uuid())",
                "update audit_log_first set actor = 'me'",
                "alter table audit_log disable trigger all",
                "create temp table leads (id uuid) on commit drop; create trigger forge after insert on leads"
                        + " referencing new table as new_rows for each statement execute function audit_insert()")) {
            assertThatThrownBy(() -> tenancy.sql(
                                    system(tenant),
                                    connection -> connection.query(statement).execute())
                            .await()
                            .atMost(SOON))
                    .as(statement)
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    void after_a_move_to_another_cluster_the_order_goes_on() throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
            // As if the old cluster had counted further than this one.
            sql.execute("update audit_heads set upto_tx = upto_tx + 1000000000");
            assertThatThrownBy(() -> {
                        sql.execute("savepoint moved");
                        sql.execute("select seal_audit(100, true)");
                    })
                    .hasMessageContaining("continue_audit_clock");
            sql.execute("rollback to savepoint moved");
            sql.execute("select continue_audit_clock()");
            sql.execute("select set_config('app.tenant_id', '" + tenant.id() + "', true)");
            sql.execute("update tenants set name = 'after the move'");
            try (ResultSet row =
                    sql.executeQuery("select (select max(tx) from audit_log) > upto_tx from audit_heads")) {
                row.next();
                assertThat(row.getBoolean(1)).isTrue();
            }
            connection.rollback();
        }
    }

    @Test
    void a_person_is_erased_from_the_trail_and_the_chain_still_holds() {
        UUID entry = entryOf("Ana");
        UUID ana = UUID.fromString(text("select entity_id::text from audit_log where id = '" + entry + "'"));
        int about = (int) number("select count(*) from audit_log where entity_id = '" + ana + "'");

        assertThat(erase(ana, "Asked for by the person")).isEqualTo(about);
        seal(tenant);
        assertThat(findings(tenant).first()).isNull();
        assertThat(runCheck().getString("status")).isEqualTo("succeeded");
        assertThat(number("select count(*) from audit_log where entity_id = '" + ana
                        + "' and (before is not null or after is not null or salt is not null)"))
                .isZero();
        assertThat(number("select count(*) from audit_log where after::text like '%Ana%' and entity = 'leads'"))
                .isZero();
        // Who, when and why stays, and is told like any other change.
        tenant.api()
                .queryParam("entity", "audit_redactions")
                .get("/api/audit")
                .then()
                .body("data.size()", equalTo(1))
                .body("data[0].actor", equalTo("test"))
                .body("data[0].after.reason", equalTo("Asked for by the person"))
                .body("data[0].after.subject_id", equalTo(ana.toString()));
        assertThat(erase(ana, "Once more")).isZero();
    }

    @Test
    void what_was_written_before_entries_had_salt_is_checked_and_can_be_erased_as_well() {
        TestTenant old = TestTenant.register();
        asOwner(old, "update audit_log set format = 1, salt = null");
        seal(old);
        asOwner(
                old,
                "update audit_seals set format = 1; update audit_seals s set hash = audit_seal_hash(s);"
                        + " update audit_heads set hash = (select hash from audit_seals)");
        old.create("/api/crm/leads", Map.of("name", "Later"));
        seal(old);
        assertThat(findings(old).first()).isNull();

        int emptied = erasure.erase(system(old), old.id(), "The company is gone")
                .await()
                .atMost(SOON);
        seal(old);
        assertThat(emptied).isPositive();
        assertThat(findings(old).first()).isNull();
        asOwner(old, "update audit_log set after = '{}' where digest is not null and format = 1");
        assertThat(findings(old).first().kind()).isEqualTo("entry_altered");
    }

    @Test
    void emptying_an_entry_by_hand_is_found() {
        UUID entry = entryOf("Ana");
        String emptied =
                "update audit_log set digest = sha256(salt || convert_to(jsonb_build_array(before, after)::text,"
                        + " 'UTF8')), before = null, after = null, salt = null, redaction_id = %s where id = '" + entry
                        + "'";
        asOwner(emptied.formatted("null"));
        assertThat(findings(tenant).first()).isEqualTo(new AuditChain.Problem("entry_altered", 2, entry));

        // Neither with the erasure of somebody else.
        erase(
                UUID.fromString(text("select entity_id::text from audit_log where id = '" + entryOf("Rui") + "'")),
                "Rui");
        asOwner("update audit_log set redaction_id = (select max(id::text)::uuid from audit_redactions) where id = '"
                + entry + "'");
        seal(tenant);
        assertThat(findings(tenant).first()).isEqualTo(new AuditChain.Problem("entry_altered", 2, entry));
    }

    @Test
    void entries_whose_time_is_over_go_with_a_word_in_the_trail_and_nothing_else_may_hide_behind_it() {
        TestTenant old = TestTenant.register();
        TestTenant silent = TestTenant.register();
        for (TestTenant each : List.of(old, silent)) {
            asOwner(
                    each,
                    "insert into audit_log (tenant_id, id, at, actor, entity, entity_id, action)"
                            + " select '" + each.id()
                            + "', first_uuid_at(t), t, 'then', 'leads', gen_random_uuid(), 'insert'"
                            + " from generate_series(now() - interval '8 years', now() - interval '7 years', interval '1 week') t");
            seal(each);
            assertThat(findings(each).first()).isNull();
        }
        String gone = "delete from audit_log where id < first_uuid_at(now() - interval '6 years')";
        asOwner(silent, gone);

        asOwner("select retire_audit(first_uuid_at(now() - interval '6 years'))");
        asOwner(old, gone);
        seal(old);
        assertThat(findings(old).first()).isNull();
        assertThat(findings(silent).first().kind()).isEqualTo("entry_deleted");
        asOwner(old, "delete from audit_log where id = (select id from audit_log where entity = 'users' limit 1)");
        assertThat(findings(old).first().kind()).isEqualTo("entry_deleted");

        // What is recent cannot be declared to be over.
        UUID entry = entryOf("Ana");
        asOwner("delete from audit_log where id = '" + entry + "'; select retire_audit(first_uuid_at(now()))");
        seal(tenant);
        assertThat(findings(tenant).first()).isEqualTo(new AuditChain.Problem("entry_deleted", 2, entry));
    }

    @Test
    void a_night_looks_at_what_is_new_and_at_a_thirtieth_of_the_old_and_all_of_it_within_a_month() {
        for (int i = 0; i < 9; i++) {
            write("Lead " + i);
            seal(tenant);
        }
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThat(night(day).get("blocks_checked")).isEqualTo(12);
        write("New");
        seal(tenant);
        assertThat(night(day.plusDays(1)).get("blocks_checked")).isLessThanOrEqualTo(2);
        assertThat(runCheck().getLong("counts.blocks_checked")).isEqualTo(13);

        UUID entry = entryOf("Rui");
        asOwner("update audit_log set actor = 'somebody else' where id = '" + entry + "'");
        List<LocalDate> found = new ArrayList<>();
        for (int i = 0; i < 30 && found.isEmpty(); i++) {
            try {
                night(day.plusDays(i));
            } catch (dev.pulso.kernel.Problem altered) {
                assertThat(altered).hasMessageContaining(entry.toString());
                found.add(day.plusDays(i));
            }
        }
        assertThat(found).hasSize(1);
        // And then every night, until it is well again.
        assertThatThrownBy(() -> night(found.getFirst().plusDays(1))).hasMessageContaining(entry.toString());
    }

    private Map<String, Long> night(LocalDate on) {
        return check.run(system(tenant), on, counts -> Uni.createFrom().voidItem())
                .await()
                .atMost(SOON);
    }

    private int erase(UUID subject, String reason) {
        return erasure.erase(system(tenant), subject, reason).await().atMost(SOON);
    }

    private void write(String name) {
        tenant.create("/api/crm/leads", Map.of("name", name));
    }

    /** Seals until nothing waits any more; another test's or a job's transaction may hold a little of it back. */
    private void seal(TestTenant of) {
        await().atMost(SOON)
                .until(() -> !chain.seal(system(of), true).await().atMost(SOON).waiting());
    }

    private Findings findings(TestTenant of) {
        Findings found = Findings.NONE;
        while (found.more()) {
            found = chain.checkMore(system(of), found, null).await().atMost(SOON);
        }
        return found;
    }

    private JsonPath runCheck() {
        String run = tenant.post("/api/jobs/audit-check/runs", Map.of())
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(SOON)
                .until(() -> List.of("succeeded", "failed")
                        .contains(tenant.get("/api/jobs/runs/{id}", run).getString("status")));
        return tenant.get("/api/jobs/runs/{id}", run);
    }

    /** What who rewrites a block would do: its content and hash fit the entries again. */
    private void reseal(int number) {
        asOwner(
                "update audit_seals s set content = (select string_agg(uuid_send(a.id) || audit_entry_hash(a), ''::bytea"
                        + " order by a.tx, a.id) from audit_log a where (a.tx, a.id) > (s.from_tx, s.from_id)"
                        + " and (a.tx, a.id) <= (s.upto_tx, s.upto_id)), previous = coalesce((select p.hash from audit_seals p"
                        + " where p.number = s.number - 1), s.previous) where number = " + number
                        + "; update audit_seals s set hash = audit_seal_hash(s) where number = " + number);
    }

    private UUID entryOf(String lead) {
        return UUID.fromString(text("select id::text from audit_log where entity = 'leads' and after ->> 'name' = '"
                + lead + "' order by id limit 1"));
    }

    private long number(String query) {
        return Long.parseLong(text("select (" + query + ")::text"));
    }

    private String text(String query) {
        return tenancy.query(system(tenant), query, io.vertx.mutiny.sqlclient.Tuple.tuple())
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getString(0);
    }

    private void asOwner(String statements) {
        asOwner(tenant, statements);
    }

    private void asOwner(TestTenant of, String statements) {
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select set_config('app.tenant_id', '" + of.id() + "', true)");
            sql.execute(statements);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Caller system(TestTenant of) {
        return Caller.system(of.id(), "test", null);
    }
}
