package dev.pulso.store.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Isolation as the database itself describes it, and the proof that the description would notice a hole. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenancyCatalogueTest {
    @Inject
    ProbeTables tables;

    @BeforeAll
    void tables() throws Exception {
        tables.create();
    }

    @Test
    void nothing_in_the_database_lets_a_tenant_see_another() throws SQLException {
        try (Connection connection = tables.owner().getConnection()) {
            assertThat(TenancyCatalogue.violations(connection)).isEmpty();
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "drop policy tenant_isolation on probe_notes | table probe_notes must have exactly one policy",
                "alter table probe_notes no force row level security | does not force row-level security",
                "alter table probe_notes disable row level security | probe_notes has row-level security disabled",
                "alter policy tenant_isolation on probe_notes using (true) | probe_notes has another policy",
                "alter policy tenant_isolation on probe_notes with check (true) | probe_notes has another policy",
                "create policy more on probe_notes using (true) | probe_notes must have exactly one policy",
                "alter policy tenant_isolation on tenants using (true) | table tenants has another policy",
                "alter policy tenant_updates on tenant_directory using (true) | tenant_directory has other policies",
                "alter policy own_or_all_read on work using (true) | pointers work have other policies",
                "alter policy tenant_inserts on work with check (true) | pointers work have other policies",
                "alter table work no force row level security | pointers work have other policies",
                "alter policy own_or_all on job_due using (true) | pointers job_due have other policies",
                "alter table tenant_directory no force row level security | tenant_directory is open",
                "alter table tenant_directory add column email text | tenant_directory tells everybody email",
                "alter table login_directory disable row level security | logins are open to others",
                "alter policy tenant_isolation on login_directory using (true) | logins are open to others",
                "create table leaky (tenant_id uuid not null, id uuid) | leaky has row-level security disabled",
                "create table shared (id uuid) | shared has no tenant_id",
                "alter table probe_notes drop constraint probe_notes_pkey cascade;"
                        + " alter table probe_notes alter tenant_id drop not null"
                        + " | probe_notes allows rows without tenant_id",
                "create view peek as select * from probe_notes | view peek lacks security_invoker",
                "create materialized view peek as select 1 | materialised view peek",
                "create function peek() returns int language sql security definer return 1 | peek is SECURITY DEFINER",
                "alter table probe_notes add unique (id); alter table probe_lines add constraint thin foreign key (note_id)"
                        + " references probe_notes (id) not valid | key thin from probe_lines to probe_notes does not carry",
                "grant truncate on probe_notes to pulso_app | pulso_app may [TRUNCATE] on probe_notes",
                "grant references on probe_notes to pulso_app | pulso_app may [REFERENCES] on probe_notes",
                "grant trigger on probe_notes to pulso_app | pulso_app may [TRIGGER] on probe_notes",
                "grant update on audit_log to pulso_app | pulso_app may [UPDATE] on audit_log",
                "grant delete on tenants to pulso_app | pulso_app may [DELETE] on tenants",
                "grant select on probe_notes to public | PUBLIC has rights on probe_notes",
                "grant select (text) on probe_notes to public | PUBLIC has rights on probe_notes",
                "grant select on probe_notes to pulso_app with grant option | pass on its rights on probe_notes",
                "grant select on databasechangelog to pulso_app | pulso_app may [SELECT] on databasechangelog",
                "grant select on audit_log_first to pulso_app | partition audit_log_first is granted directly",
                "alter table audit_log_else no force row level security | piece audit_log_else does not force",
                "create view peek with (security_invoker = true) as select * from audit_log_first"
                        + " | view peek reads the piece audit_log_first",
                "grant select on partition_rules to pulso_app | pulso_app may [SELECT] on partition_rules",
                "grant create on schema public to pulso_app | may create objects in schema public",
                "alter default privileges grant select on tables to pulso_app | default privileges",
                "alter role pulso_app createrole | pulso_app has CREATEROLE",
                "create role helper; grant helper to pulso_app | pulso_app is a member of helper",
                "drop trigger audit_update on probe_notes | probe_notes is not audited",
                "alter table probe_notes disable trigger audit_insert | probe_notes is not audited",
            })
    void a_hole_is_noticed(String hole, String report) throws SQLException {
        assertThat(violationsAfter(hole)).anyMatch(line -> line.contains(report));
    }

    private List<String> violationsAfter(String hole) throws SQLException {
        try (Connection connection = tables.owner().getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                sql.execute(hole);
                return TenancyCatalogue.violations(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
