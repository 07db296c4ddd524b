package dev.pulso.store.tenancy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Two tenant tables of the tests, made exactly as a module makes its own. */
@ApplicationScoped
class ProbeTables {
    private final AgroalDataSource owner;

    ProbeTables(@DataSource("owner") AgroalDataSource owner) {
        this.owner = owner;
    }

    AgroalDataSource owner() {
        return owner;
    }

    void create() throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("""
                    create table if not exists probe_notes (
                        tenant_id uuid not null, id uuid not null, text text not null,
                        version int not null default 0, updated_at timestamptz not null default now(),
                        password_hash text, primary key (tenant_id, id));
                    create table if not exists probe_lines (
                        tenant_id uuid not null, id uuid not null, note_id uuid not null, primary key (tenant_id, id),
                        foreign key (tenant_id, note_id) references probe_notes (tenant_id, id));
                    do $$ begin
                        if not exists (select from pg_policy where polrelid = 'probe_notes'::regclass) then
                            perform make_tenant_table('probe_notes');
                            perform make_tenant_table('probe_lines');
                        end if;
                    end $$;
                    """);
        }
    }
}
