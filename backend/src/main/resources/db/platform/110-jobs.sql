--liquibase formatted sql

--changeset platform:110-job-due splitStatements:false
-- When each job of each tenant is due next, so that one statement finds what has come due for all of them. A job without a
-- name stands for all: the tenant has just come, or its days begin at another time.
create table job_due (
    tenant_id uuid        not null,
    job       text        not null,
    due_at    timestamptz not null,
    primary key (tenant_id, job)
);
create index job_due_next on job_due (due_at);
alter table job_due enable row level security;
alter table job_due force row level security;
create policy own_or_all on job_due using (
    (select coalesce(current_setting('app.tenant_id', true), '')) = ''
    or tenant_id = (select nullif(current_setting('app.tenant_id', true), ''))::uuid);
grant select, insert, update, delete on job_due to pulso_app;

create function plan_jobs() returns trigger language plpgsql as $$
begin
    if new.active then
        insert into job_due (tenant_id, job, due_at) values (new.tenant_id, '', now())
        on conflict (tenant_id, job) do update set due_at = excluded.due_at;
    else
        delete from job_due where tenant_id = new.tenant_id;
    end if;
    return null;
end $$;
create trigger plan_new after insert on tenant_directory for each row execute function plan_jobs();
create trigger plan_change after update on tenant_directory for each row
    when ((old.time_zone, old.active) is distinct from (new.time_zone, new.active)) execute function plan_jobs();

--changeset platform:110-job-runs splitStatements:false
-- On whose behalf a run is done, by whichever process takes it.
alter table job_runs add column requested_by_id uuid, add column request_id text;
alter table job_runs no force row level security;
alter table work no force row level security;
-- At most one of a job by hand: the newest goes on.
update job_runs r set status = 'failed', finished_at = now(), error = 'Another run by hand goes on.'
where r.trigger = 'manual' and r.status in ('queued', 'running')
  and exists (select from job_runs newer where newer.tenant_id = r.tenant_id and newer.job = r.job and newer.id > r.id
                and newer.trigger = 'manual' and newer.status in ('queued', 'running'));
-- What has not ended goes on in the queue, once the process that may still work on it would count as dead.
insert into work (queue, tenant_id, key, ref, failures, due_at)
select 'jobs', tenant_id, id, id, least(attempt, 4), coalesce(next_attempt_at, now() + interval '3 minutes')
from job_runs where status in ('queued', 'running') or next_attempt_at is not null;
alter table job_runs force row level security;
alter table work force row level security;
create unique index job_runs_one_by_hand on job_runs (tenant_id, job)
    where trigger = 'manual' and status in ('queued', 'running');
