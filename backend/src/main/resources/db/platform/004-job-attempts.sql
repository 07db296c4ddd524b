--liquibase formatted sql

--changeset platform:004-job-attempts splitStatements:false
alter table job_runs
    add column attempt int not null default 1,
    -- When a failed run of the schedule is tried again.
    add column next_attempt_at timestamptz;
create index job_runs_unfinished on job_runs (tenant_id) where status = 'running' or next_attempt_at is not null;

-- The first statement of every transaction that works for a run: it fails when the run has been taken over meanwhile,
-- and as long as the transaction lasts nobody can take it over (that needs FOR UPDATE, which waits for KEY SHARE; signs
-- of life do not). So a process that was frozen and comes back writes nothing more.
create function hold_job_run(run uuid, claimed int) returns void language plpgsql as $$
begin
    perform from job_runs r where r.id = run and r.attempt = claimed and r.status = 'running' for key share;
    if not found then
        raise exception 'run % is no longer at attempt %', run, claimed using errcode = 'PU001';
    end if;
end $$;
