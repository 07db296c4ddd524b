--liquibase formatted sql

--changeset pulso:platform-150-clock splitStatements:true
-- The time of business can be moved ahead in a company that only tries things out (docs/adr/0029-business-time.md). In the
-- directory as well, because every node knows the clocks of all.
alter table tenants add column sandbox boolean not null default false;
alter table tenants add column clock_ahead_seconds bigint not null default 0;
alter table tenants add constraint tenants_clock_check
    check (clock_ahead_seconds = 0 or (sandbox and clock_ahead_seconds > 0)) not valid;
alter table tenant_directory add column clock_ahead_seconds bigint not null default 0;

--changeset pulso:platform-150-clock-holds splitStatements:true
alter table tenants validate constraint tenants_clock_check;

--changeset pulso:platform-150-clock-index splitStatements:true runInTransaction:false
drop index concurrently if exists tenant_directory_clock_idx;
create index concurrently tenant_directory_clock_idx on tenant_directory (tenant_id) where clock_ahead_seconds > 0;

--changeset pulso:platform-150-follow-clock splitStatements:false
create function follow_tenant_clock() returns trigger language plpgsql as $$
begin
    update tenant_directory set clock_ahead_seconds = new.clock_ahead_seconds where tenant_id = new.id;
    perform pg_notify('clock_moved', new.id::text);
    -- Other jobs are due there now.
    insert into job_due (tenant_id, job, due_at) values (new.id, '', now())
    on conflict (tenant_id, job) do update set due_at = excluded.due_at;
    return null;
end $$;
create trigger follow_tenant_clock after update on tenants
    for each row when (old.clock_ahead_seconds is distinct from new.clock_ahead_seconds)
    execute function follow_tenant_clock();

--changeset pulso:platform-150-app-now splitStatements:false
-- What time it is in the business of the tenant of this transaction; now() is the time of machines: leases, heartbeats,
-- sessions, tokens, the audit trail.
create function app_now() returns timestamptz language sql stable parallel safe
    return now() + coalesce(nullif(current_setting('app.clock_ahead', true), '')::interval, interval '0');

-- Columns that say when something happened in a business.
create function business_time(name text, variadic columns text[]) returns void language plpgsql as $$
declare
    found text;
begin
    foreach found in array columns loop
        execute format('alter table %I alter column %I set default app_now()', name, found);
    end loop;
end $$;
revoke execute on function business_time(text, text[]) from public;

-- Changes are stamped with business time, so that is what they are asked by.
create or replace function changes_settled() returns timestamptz
    language sql stable
    return (select least(min(xact_start), clock_timestamp()) - interval '2 seconds' + (app_now() - now())
            from pg_stat_activity
            where datname = current_database() and usename = current_user and pid <> pg_backend_pid());
