--liquibase formatted sql

--changeset pulso:identity-041-origins splitStatements:false
-- Sites of the company whose pages may call the API. The directory repeats them, because a browser asks before it says who
-- it is.
alter table tenants add column allowed_origins text[] not null default '{}' check (cardinality(allowed_origins) <= 20);
alter table tenant_directory add column origins text[] not null default '{}';
create or replace function follow_tenant() returns trigger language plpgsql as $$
begin
    insert into tenant_directory (tenant_id, slug, time_zone, active, plan, origins)
    values (new.id, new.slug, new.time_zone, new.deleted_at is null, new.plan, new.allowed_origins)
    on conflict (tenant_id) do update
        set slug = excluded.slug, time_zone = excluded.time_zone, active = excluded.active, plan = excluded.plan,
            origins = excluded.origins;
    return null;
end $$;
drop trigger follow_tenant on tenants;
create trigger follow_tenant after insert or update of slug, time_zone, deleted_at, allowed_origins on tenants
    for each row execute function follow_tenant();
