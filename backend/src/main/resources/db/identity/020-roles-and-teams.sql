--liquibase formatted sql

--changeset pulso:identity-020-roles splitStatements:true
-- Roles of a tenant's own. The built-in ones are code: they grow with the product.
create table roles (
    tenant_id   uuid        not null references tenants (id),
    id          uuid        not null,
    name        text        not null check (length(name) between 1 and 80),
    description text        check (length(description) <= 300),
    permissions text[]      not null default '{}',
    leads_scope text        not null default 'all' check (leads_scope in ('own', 'team', 'all')),
    deals_scope text        not null default 'all' check (deals_scope in ('own', 'team', 'all')),
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    version     int         not null default 0,
    primary key (tenant_id, id)
);
create unique index roles_name_key on roles (tenant_id, name);
select make_tenant_table('roles');

create table teams (
    tenant_id  uuid        not null references tenants (id),
    id         uuid        not null,
    name       text        not null check (length(name) between 1 and 80),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version    int         not null default 0,
    primary key (tenant_id, id)
);
create unique index teams_name_key on teams (tenant_id, name);
select make_tenant_table('teams');

--changeset pulso:identity-020-users splitStatements:true
alter table users drop constraint users_role_check;
-- A role is the name of a built-in one or the id of the tenant's own; the key keeps the latter from vanishing.
alter table users
    add column role_id uuid generated always as (
        case when role ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then role::uuid end) stored,
    add column team_id uuid,
    add column removed_at timestamptz,
    add constraint users_role_check check (
        role_id is not null or role in ('admin', 'manager', 'agent', 'finance', 'technician', 'viewer')),
    -- Who has left may not log in.
    add constraint users_removed_is_disabled check (removed_at is null or disabled_at is not null);
-- Not validated: the rows cannot be seen without a tenant, and none has either yet.
alter table users
    add constraint users_role_fk foreign key (tenant_id, role_id) references roles (tenant_id, id) not valid,
    add constraint users_team_fk foreign key (tenant_id, team_id) references teams (tenant_id, id) not valid;
create index users_role_idx on users (tenant_id, role);
create index users_role_id_idx on users (tenant_id, role_id) where role_id is not null;
create index users_team_idx on users (tenant_id, team_id) where team_id is not null;
-- The address of somebody who has left may be used again.
alter table users drop constraint users_email_key;
create unique index users_email_key on users (tenant_id, email) where removed_at is null;
-- Records keep the name of their owner when it has left; new ones are not given to it.
create or replace view user_names with (security_invoker = true) as
    select tenant_id, id, name, removed_at is null as present from users;

--changeset pulso:identity-020-access-changes splitStatements:false
create trigger announce_access_change after update on roles for each row
    when (old.permissions is distinct from new.permissions or old.leads_scope is distinct from new.leads_scope
          or old.deals_scope is distinct from new.deals_scope)
    execute function announce_access_change('tenant_id');
-- Whose records the others of the old and the new team reach.
create trigger announce_team_change after update on users for each row
    when (old.team_id is distinct from new.team_id)
    execute function announce_access_change('tenant_id');
