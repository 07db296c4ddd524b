--liquibase formatted sql

--changeset platform:001-extensions splitStatements:false
create extension if not exists pg_trgm schema public;
create extension if not exists unaccent schema public;
create extension if not exists btree_gin schema public;

--changeset platform:001-normalize-search splitStatements:false
-- Searches compare normalised text on both sides. ILIKE could not use an index under row-level security.
-- unaccent() is only STABLE because its dictionary could be edited; ours is not, so a stored column may rest on it.
create function normalize_search(input text) returns text
    language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, input));

--changeset platform:001-time-ordered-uuid splitStatements:false
-- UUIDv7 for rows that the database itself writes; PostgreSQL has one of its own only since version 18.
create function time_ordered_uuid() returns uuid
    language sql volatile parallel safe
    return encode(
        set_bit(
            set_bit(
                overlay(uuid_send(gen_random_uuid())
                    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
                    from 1 for 6),
                52, 1),
            53, 1),
        'hex')::uuid;

--changeset platform:001-audit-log splitStatements:false
create table audit_log (
    tenant_id  uuid        not null,
    id         uuid        not null default time_ordered_uuid(),
    at         timestamptz not null default clock_timestamp(),
    actor_id   uuid,
    actor      text        not null,
    request_id text,
    entity     text        not null,
    entity_id  uuid        not null,
    action     text        not null check (action in ('insert', 'update', 'delete')),
    before     jsonb,
    after      jsonb,
    primary key (tenant_id, id)
);
create index audit_log_entity on audit_log (tenant_id, entity, entity_id, id);
create index audit_log_actor on audit_log (tenant_id, actor_id, id);

--changeset platform:001-audit-triggers splitStatements:false runOnChange:true
-- Secrets must not leak into the log; search and bookkeeping columns would only repeat what other columns say.
create or replace function audit_hidden_columns() returns text[]
    language sql immutable parallel safe
    return array['password_hash', 'token_hash', 'refresh_hash', 'key_hash', 'secret', 'secret_hash', 'totp_secret',
                 'search', 'answer'];

-- One function serves the three statements: the transition tables carry all rows of a statement, so that a bulk
-- insert costs one insert here too. The tenant comes from the setting; the policy has already checked the rows.
create or replace function audit_insert() returns trigger language plpgsql as $$
begin
    insert into audit_log (tenant_id, actor_id, actor, request_id, entity, entity_id, action, after)
    select current_setting('app.tenant_id')::uuid, nullif(current_setting('app.actor_id', true), '')::uuid,
           coalesce(current_setting('app.actor', true), ''), nullif(current_setting('app.request_id', true), ''),
           tg_table_name, n.id, 'insert', to_jsonb(n) - audit_hidden_columns()
    from new_rows n;
    return null;
end $$;

-- Nested loops are off because the plan is made for the first statement and kept: made for one row, it would compare
-- every old row with every new one of a bulk update. "offset 0" keeps the rows from being turned into JSON once per column.
create or replace function audit_update() returns trigger language plpgsql set enable_nestloop = off as $$
begin
    insert into audit_log (tenant_id, actor_id, actor, request_id, entity, entity_id, action, before, after)
    select current_setting('app.tenant_id')::uuid, nullif(current_setting('app.actor_id', true), '')::uuid,
           coalesce(current_setting('app.actor', true), ''), nullif(current_setting('app.request_id', true), ''),
           tg_table_name, r.id, 'update', changed.before, changed.after
    from (
        select n.id, to_jsonb(o) - audit_hidden_columns() as old, to_jsonb(n) - audit_hidden_columns() as new
        from old_rows o join new_rows n on n.id = o.id
        offset 0
    ) r
    cross join lateral (
        select jsonb_object_agg(c.key, r.old -> c.key) as before, jsonb_object_agg(c.key, c.value) as after
        from jsonb_each(r.new) c
        where (r.old -> c.key) is distinct from c.value
    ) changed
    -- A statement that only moved the bookkeeping (of a session, too: every renewal does) says nothing about the record.
    where changed.after - '{updated_at,version,last_used_at,expires_at}'::text[] <> '{}'::jsonb;
    return null;
end $$;

create or replace function audit_delete() returns trigger language plpgsql as $$
begin
    insert into audit_log (tenant_id, actor_id, actor, request_id, entity, entity_id, action, before)
    select current_setting('app.tenant_id')::uuid, nullif(current_setting('app.actor_id', true), '')::uuid,
           coalesce(current_setting('app.actor', true), ''), nullif(current_setting('app.request_id', true), ''),
           tg_table_name, o.id, 'delete', to_jsonb(o) - audit_hidden_columns()
    from old_rows o;
    return null;
end $$;

--changeset platform:001-make-tenant-table splitStatements:false
-- Turns a table with tenant_id (and, when audited, id) into a tenant table: isolation that even the owner cannot
-- step around, the audit trail, and the rights of the application.
create function make_tenant_table(
    name text, audited boolean default true, grants text default 'select, insert, update, delete'
) returns void language plpgsql as $$
begin
    if not exists (select from pg_attribute where attrelid = name::regclass and attname = 'tenant_id' and attnotnull) then
        raise exception 'table % needs a column tenant_id uuid not null', name;
    end if;
    if audited and not exists (select from pg_attribute where attrelid = name::regclass and attname = 'id') then
        raise exception 'table % needs a column id to be audited', name;
    end if;
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    -- Without a default the setting fails loudly where no tenant is set.
    execute format('create policy tenant_isolation on %I '
        'using (tenant_id = current_setting(''app.tenant_id'')::uuid) '
        'with check (tenant_id = current_setting(''app.tenant_id'')::uuid)', name);
    execute format('grant %s on %I to pulso_app', grants, name);
    if audited then
        execute format('create trigger audit_insert after insert on %I referencing new table as new_rows '
            'for each statement execute function audit_insert()', name);
        execute format('create trigger audit_update after update on %I referencing old table as old_rows '
            'new table as new_rows for each statement execute function audit_update()', name);
        execute format('create trigger audit_delete after delete on %I referencing old table as old_rows '
            'for each statement execute function audit_delete()', name);
    end if;
end $$;
revoke execute on function make_tenant_table(text, boolean, text) from public;

-- Nobody rewrites history.
select make_tenant_table('audit_log', audited => false, grants => 'select, insert');
