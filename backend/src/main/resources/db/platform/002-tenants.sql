--liquibase formatted sql

--changeset platform:002-tenants splitStatements:false
create table tenants (
    id                uuid        not null primary key,
    slug              text        not null check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) <= 63),
    name              text        not null check (length(name) between 1 and 200),
    locale            text        not null default 'pt-BR' check (locale in ('pt-BR', 'en')),
    time_zone         text        not null default 'America/Sao_Paulo',
    currency          char(3)     not null default 'BRL' check (currency ~ '^[A-Z]{3}$'),
    tax_id            text,
    pix_key           text,
    pix_merchant_name text,
    pix_city          text,
    invoice_due_days  int         not null default 10 check (invoice_due_days between 0 and 365),
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now(),
    version           int         not null default 0,
    deleted_at        timestamptz,
    constraint tenants_slug_unique unique (slug)
);
-- The one tenant table whose tenant is its own id.
alter table tenants enable row level security;
alter table tenants force row level security;
create policy tenant_isolation on tenants
    using (id = current_setting('app.tenant_id')::uuid)
    with check (id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on tenants to pulso_app;
create trigger audit_insert after insert on tenants referencing new table as new_rows
    for each statement execute function audit_insert();
create trigger audit_update after update on tenants referencing old table as old_rows new table as new_rows
    for each statement execute function audit_update();
create trigger audit_delete after delete on tenants referencing old table as old_rows
    for each statement execute function audit_delete();

--changeset platform:002-tenant-directory splitStatements:false
-- What may be known before a tenant is: login by slug and the job scheduler enumerate it. Everybody reads it, but a
-- row can only be written by its own tenant, and it is: by the trigger that follows tenants.
create table tenant_directory (
    tenant_id uuid    not null primary key,
    slug      text    not null,
    time_zone text    not null,
    active    boolean not null default true,
    constraint tenant_directory_slug_unique unique (slug)
);
alter table tenant_directory enable row level security;
alter table tenant_directory force row level security;
create policy everybody_reads on tenant_directory for select using (true);
create policy tenant_inserts on tenant_directory for insert
    with check (tenant_id = current_setting('app.tenant_id')::uuid);
create policy tenant_updates on tenant_directory for update
    using (tenant_id = current_setting('app.tenant_id')::uuid)
    with check (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on tenant_directory to pulso_app;

create function follow_tenant() returns trigger language plpgsql as $$
begin
    insert into tenant_directory (tenant_id, slug, time_zone, active)
    values (new.id, new.slug, new.time_zone, new.deleted_at is null)
    on conflict (tenant_id) do update
        set slug = excluded.slug, time_zone = excluded.time_zone, active = excluded.active;
    return null;
end $$;
create trigger follow_tenant after insert or update of slug, time_zone, deleted_at on tenants
    for each row execute function follow_tenant();
