--liquibase formatted sql

--changeset platform:110-live-log splitStatements:false
alter table live_log
    -- Whose record it is, where that decides who may know of it; and the one person that is told, where it is one.
    add column owner_kind text,
    add column owner_id   uuid,
    add column user_id    uuid;

-- What has settled: every transaction with a number below oldest_open has ended, and what it has written is there to be read by
-- the statement that asks. No transaction that was open when another statement saw next_number can be open any more once
-- oldest_open has reached that. Exact, however long a transaction takes; whoever numbers rows before they are committed
-- waits for that instead of for some time.
create function settled_horizon(out oldest_open bigint, out next_number bigint) language sql stable
    return (select row (pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
                        pg_snapshot_xmax(pg_current_snapshot())::text::bigint));

-- Tell of every record that is made, changed or removed. Arguments: the kind, as in the types of events; the permission by
-- which it is read; and, for records that belong to people, the kind that roles limit. Of more than twenty at once nothing
-- is told but that they have changed.
create function announce_made() returns trigger language plpgsql as $$
begin
    if (select count(*) from (select from new_rows limit 21) few) > 20 then
        insert into live_log (tenant_id, permission, type, owner_kind)
        select tenant_id, tg_argv[1], tg_argv[0] || '.updated', tg_argv[2] from new_rows limit 1;
    else
        insert into live_log (tenant_id, permission, type, record_id, version, owner_kind, owner_id)
        select n.tenant_id, tg_argv[1], tg_argv[0] || '.created', n.id, (to_jsonb(n) ->> 'version')::int, tg_argv[2],
               (to_jsonb(n) ->> 'owner_id')::uuid
        from new_rows n;
    end if;
    return null;
end $$;

-- Who has given a record away is told as well: it is gone from there. A change without a new version is bookkeeping.
create function announce_changed() returns trigger language plpgsql set enable_nestloop = off as $$
begin
    if (select count(*) from (select from new_rows limit 21) few) > 20 then
        insert into live_log (tenant_id, permission, type, owner_kind)
        select tenant_id, tg_argv[1], tg_argv[0] || '.updated', tg_argv[2] from new_rows limit 1;
    else
        insert into live_log (tenant_id, permission, type, record_id, version, owner_kind, owner_id)
        select c.tenant_id, tg_argv[1], tg_argv[0] || '.updated', c.id, (c.new ->> 'version')::int, tg_argv[2], w.owner_id
        from (select n.tenant_id, n.id, to_jsonb(o) as old, to_jsonb(n) as new
              from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id) c
        cross join lateral (select (c.new ->> 'owner_id')::uuid as owner_id
                            union select (c.old ->> 'owner_id')::uuid) w
        where not c.new ? 'version' or c.old ->> 'version' is distinct from c.new ->> 'version';
    end if;
    return null;
end $$;

create function announce_gone() returns trigger language plpgsql as $$
begin
    if (select count(*) from (select from old_rows limit 21) few) > 20 then
        insert into live_log (tenant_id, permission, type, owner_kind)
        select tenant_id, tg_argv[1], tg_argv[0] || '.updated', tg_argv[2] from old_rows limit 1;
    else
        insert into live_log (tenant_id, permission, type, record_id, owner_kind, owner_id)
        select o.tenant_id, tg_argv[1], tg_argv[0] || '.deleted', o.id, tg_argv[2], (to_jsonb(o) ->> 'owner_id')::uuid
        from old_rows o;
    end if;
    return null;
end $$;

-- Which table holds the records of a kind, and whether they have versions: an event names the version that it leaves behind.
create table record_kinds (
    kind       text    not null primary key,
    table_name text    not null,
    versioned  boolean not null
);
grant select on record_kinds to pulso_app;

create function record_versions(of_kind text, ids uuid[]) returns table (id uuid, version int) language plpgsql stable as $$
declare name text;
begin
    select k.table_name into name from record_kinds k where k.kind = of_kind and k.versioned;
    if found then
        return query execute format(
            'select r.id, r.version from %I r where r.tenant_id = current_setting(''app.tenant_id'')::uuid and r.id = any($1)',
            name) using ids;
    end if;
end $$;

create function make_record_kind(name text, kind text) returns void language sql as $$
    insert into record_kinds (kind, table_name, versioned)
    values (kind, name, exists (select from pg_attribute where attrelid = name::regclass and attname = 'version'))
    on conflict do nothing;
$$;
revoke execute on function make_record_kind(text, text) from public;

create function make_live_table(name text, kind text, permission text, owner_kind text default null) returns void
    language plpgsql as $$
declare args text := concat_ws(', ', quote_literal(kind), quote_literal(permission), quote_literal(owner_kind));
begin
    perform make_record_kind(name, kind);
    execute format('create trigger announce_made after insert on %I referencing new table as new_rows '
        'for each statement execute function announce_made(%s)', name, args);
    execute format('create trigger announce_changed after update on %I referencing old table as old_rows '
        'new table as new_rows for each statement execute function announce_changed(%s)', name, args);
    execute format('create trigger announce_gone after delete on %I referencing old table as old_rows '
        'for each statement execute function announce_gone(%s)', name, args);
end $$;
revoke execute on function make_live_table(text, text, text, text) from public;

alter table outbox_events
    add column schema_version    int not null default 1,
    add column aggregate_type    text,
    add column aggregate_version int;

create or replace function announce_job_run() returns trigger language plpgsql as $$
begin
    insert into live_log (tenant_id, permission, type, record_id)
    values (new.tenant_id, 'jobs:read', 'job_run.' || case tg_op when 'INSERT' then 'created' else 'updated' end, new.id);
    return null;
end $$;
