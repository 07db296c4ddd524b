--liquibase formatted sql

--changeset pulso:identity-040-plans splitStatements:false
-- What a tenant may have of the installation; the plans are settings of it (pulso.plans). In the directory too, because every
-- node reads the plans of all tenants.
alter table tenants add column plan text not null default 'standard' check (plan ~ '^[a-z][a-z0-9-]{0,29}$');
alter table tenant_directory add column plan text not null default 'standard';
create index tenant_directory_plan_idx on tenant_directory (plan) where plan <> 'standard';

create or replace function follow_tenant() returns trigger language plpgsql as $$
begin
    insert into tenant_directory (tenant_id, slug, time_zone, active, plan)
    values (new.id, new.slug, new.time_zone, new.deleted_at is null, new.plan)
    on conflict (tenant_id) do update
        set slug = excluded.slug, time_zone = excluded.time_zone, active = excluded.active, plan = excluded.plan;
    return null;
end $$;
create function announce_plan_change() returns trigger language plpgsql as $$
begin
    perform pg_notify('plan_changed', new.id::text);
    return null;
end $$;
create trigger follow_tenant_plan after update of plan on tenants
    for each row execute function follow_tenant();
create trigger announce_plan_change after update on tenants
    for each row when (old.plan is distinct from new.plan) execute function announce_plan_change();
