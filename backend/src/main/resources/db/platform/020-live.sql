--liquibase formatted sql

--changeset platform:020-live-log splitStatements:false
-- What changed, for who looks at it just now. Pointers only, so that each node reads it for all tenants at once; written
-- by triggers of the tables, so that no writer can forget it, and only for its own tenant. Kept for ten minutes.
create table live_log (
    seq        bigint      generated always as identity primary key,
    at         timestamptz not null default clock_timestamp(),
    tenant_id  uuid        not null,
    -- Who may read the record may hear of it.
    permission text        not null,
    type       text        not null,
    record_id  uuid,
    parent_id  uuid,
    version    int
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_insert_scale_factor = 0,
        autovacuum_vacuum_insert_threshold = 50000);
create index live_log_tenant on live_log (tenant_id, seq);
alter table live_log enable row level security;
alter table live_log force row level security;
create policy every_node_reads on live_log for select using (true);
create policy tenant_inserts on live_log for insert with check (tenant_id = current_setting('app.tenant_id')::uuid);
create policy every_node_forgets on live_log for delete using (true);
grant select, insert, delete on live_log to pulso_app;

--changeset platform:020-live-job-runs splitStatements:false
create function announce_job_run() returns trigger language plpgsql as $$
begin
    insert into live_log (tenant_id, permission, type, record_id)
    values (new.tenant_id, 'jobs:read', 'job_run.changed', new.id);
    return null;
end $$;
create trigger announce_new after insert on job_runs for each row execute function announce_job_run();
create trigger announce_change after update on job_runs for each row
    when ((old.status, old.counts) is distinct from (new.status, new.counts)) execute function announce_job_run();
