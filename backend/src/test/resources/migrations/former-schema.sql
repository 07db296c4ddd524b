-- The database of a small installation of the release 4bfa3e29, as pg_dump writes it: see FormerSchemaTest.
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE EXTENSION IF NOT EXISTS btree_gin WITH SCHEMA public;

COMMENT ON EXTENSION btree_gin IS 'support for indexing common datatypes in GIN';

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

COMMENT ON EXTENSION unaccent IS 'text search dictionary that removes accents';

CREATE FUNCTION public.announce_access_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    perform pg_notify('access_changed', concat_ws('/', to_jsonb(old) ->> tg_argv[0], to_jsonb(old) ->> tg_argv[1]));
    return null;
end $$;

ALTER FUNCTION public.announce_access_change() OWNER TO pulso_owner;

CREATE FUNCTION public.announce_changed() RETURNS trigger
    LANGUAGE plpgsql
    SET enable_nestloop TO 'off'
    AS $$
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

ALTER FUNCTION public.announce_changed() OWNER TO pulso_owner;

CREATE FUNCTION public.announce_changed_deals() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if (select count(*) from (select from new_rows limit 21) few) > 20
       or exists (select from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
                  where o.version = n.version) then
        insert into live_log (tenant_id, permission, type, parent_id, owner_kind)
        select distinct tenant_id, 'crm.deals:read', 'deal.updated', pipeline_id, 'deals' from new_rows;
    else
        insert into live_log (tenant_id, permission, type, record_id, parent_id, version, owner_kind, owner_id)
        select n.tenant_id, 'crm.deals:read', 'deal.updated', n.id, n.pipeline_id, n.version, 'deals', w.owner_id
        from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
        cross join lateral (select n.owner_id union select o.owner_id) w;
    end if;
    return null;
end $$;

ALTER FUNCTION public.announce_changed_deals() OWNER TO pulso_owner;

CREATE FUNCTION public.announce_gone() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

ALTER FUNCTION public.announce_gone() OWNER TO pulso_owner;

CREATE FUNCTION public.announce_gone_deals() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into live_log (tenant_id, permission, type, record_id, parent_id, owner_kind, owner_id)
    select tenant_id, 'crm.deals:read', 'deal.deleted', id, pipeline_id, 'deals', owner_id from old_rows limit 20;
    insert into live_log (tenant_id, permission, type, parent_id, owner_kind)
    select distinct tenant_id, 'crm.deals:read', 'deal.updated', pipeline_id, 'deals' from old_rows
    where (select count(*) from old_rows) > 20;
    return null;
end $$;

ALTER FUNCTION public.announce_gone_deals() OWNER TO pulso_owner;

CREATE FUNCTION public.announce_import() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into live_log (tenant_id, permission, type, record_id)
    values (new.tenant_id, 'imports:read', 'import.' || case tg_op when 'INSERT' then 'created' else 'updated' end, new.id);
    return null;
end $$;

ALTER FUNCTION public.announce_import() OWNER TO pulso_owner;

CREATE FUNCTION public.announce_job_run() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into live_log (tenant_id, permission, type, record_id)
    values (new.tenant_id, 'jobs:read', 'job_run.' || case tg_op when 'INSERT' then 'created' else 'updated' end, new.id);
    return null;
end $$;

ALTER FUNCTION public.announce_job_run() OWNER TO pulso_owner;

CREATE FUNCTION public.announce_made() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

ALTER FUNCTION public.announce_made() OWNER TO pulso_owner;

CREATE FUNCTION public.announce_new_deals() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if (select count(*) from (select from new_rows limit 21) few) > 20 then
        insert into live_log (tenant_id, permission, type, parent_id, owner_kind)
        select distinct tenant_id, 'crm.deals:read', 'deal.updated', pipeline_id, 'deals' from new_rows;
    else
        insert into live_log (tenant_id, permission, type, record_id, parent_id, version, owner_kind, owner_id)
        select tenant_id, 'crm.deals:read', 'deal.created', id, pipeline_id, version, 'deals', owner_id from new_rows;
    end if;
    return null;
end $$;

ALTER FUNCTION public.announce_new_deals() OWNER TO pulso_owner;

CREATE FUNCTION public.announce_pipeline() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
    changed jsonb := to_jsonb(coalesce(new, old));
    how text := case when tg_argv[0] <> 'id' or tg_op = 'UPDATE' then 'updated'
                     when tg_op = 'INSERT' then 'created' else 'deleted' end;
begin
    insert into live_log (tenant_id, permission, type, record_id, parent_id)
    values ((changed ->> 'tenant_id')::uuid, 'crm.deals:read', 'pipeline.' || how, (changed ->> tg_argv[0])::uuid,
            (changed ->> tg_argv[0])::uuid);
    return null;
end $$;

ALTER FUNCTION public.announce_pipeline() OWNER TO pulso_owner;

CREATE FUNCTION public.announce_plan_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    perform pg_notify('plan_changed', new.id::text);
    return null;
end $$;

ALTER FUNCTION public.announce_plan_change() OWNER TO pulso_owner;

CREATE FUNCTION public.announce_profiles_of_role() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into live_log (tenant_id, permission, type, record_id, user_id)
    select u.tenant_id, 'authenticated', 'profile.changed', u.id, u.id
    from users u
    where u.tenant_id = new.tenant_id and u.role_id = new.id and u.disabled_at is null;
    return null;
end $$;

ALTER FUNCTION public.announce_profiles_of_role() OWNER TO pulso_owner;

CREATE FUNCTION public.announce_profiles_of_users() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into live_log (tenant_id, permission, type, record_id, user_id)
    select u.tenant_id, 'authenticated', 'profile.changed', u.id, u.id
    from users u
    where u.tenant_id = new.tenant_id and u.disabled_at is null
      and (u.id = new.id
           
           or (old.team_id is distinct from new.team_id and u.team_id in (old.team_id, new.team_id)))
    limit 200;
    return null;
end $$;

ALTER FUNCTION public.announce_profiles_of_users() OWNER TO pulso_owner;

CREATE FUNCTION public.announce_tenant() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into live_log (tenant_id, permission, type, record_id, version)
    values (new.id, 'tenant:read', 'tenant.updated', new.id, new.version);
    return null;
end $$;

ALTER FUNCTION public.announce_tenant() OWNER TO pulso_owner;

CREATE FUNCTION public.app_now() RETURNS timestamp with time zone
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (now() + COALESCE((NULLIF(current_setting('app.clock_ahead'::text, true), ''::text))::interval, '00:00:00'::interval));

ALTER FUNCTION public.app_now() OWNER TO pulso_owner;

CREATE FUNCTION public.audit_delete() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    insert into audit_log (tenant_id, actor_id, actor, request_id, entity, entity_id, action, before)
    select current_setting('app.tenant_id')::uuid, nullif(current_setting('app.actor_id', true), '')::uuid,
           coalesce(current_setting('app.actor', true), ''), nullif(current_setting('app.request_id', true), ''),
           tg_table_name, o.id, 'delete', to_jsonb(o) - audit_hidden_columns()
    from old_rows o;
    return null;
end $$;

ALTER FUNCTION public.audit_delete() OWNER TO pulso_owner;

CREATE FUNCTION public.audit_tx_offset() RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (0)::bigint;

ALTER FUNCTION public.audit_tx_offset() OWNER TO pulso_owner;

CREATE FUNCTION public.time_ordered_uuid() RETURNS uuid
    LANGUAGE sql PARALLEL SAFE
    RETURN ((OVERLAY(lpad(to_hex(((EXTRACT(epoch FROM clock_timestamp()) * (4096000)::numeric))::bigint), 15, '0'::text) PLACING '7'::text FROM 13 FOR 0) || substr((gen_random_uuid())::text, 20)))::uuid;

ALTER FUNCTION public.time_ordered_uuid() OWNER TO pulso_owner;

SET default_tablespace = '';

CREATE TABLE public.audit_log (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT public.time_ordered_uuid() NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    actor_id uuid,
    actor text NOT NULL,
    request_id text,
    entity text NOT NULL,
    entity_id uuid NOT NULL,
    action text NOT NULL,
    before jsonb,
    after jsonb,
    tx bigint DEFAULT (txid_current() + public.audit_tx_offset()) NOT NULL,
    format smallint DEFAULT 2 NOT NULL,
    salt bytea DEFAULT uuid_send(gen_random_uuid()),
    digest bytea,
    redaction_id uuid,
    CONSTRAINT audit_log_action_check CHECK ((action = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
)
PARTITION BY RANGE (id);
ALTER TABLE ONLY public.audit_log ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log ALTER COLUMN at SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log ALTER COLUMN actor_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log ALTER COLUMN actor SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log ALTER COLUMN request_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log ALTER COLUMN entity SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log ALTER COLUMN entity_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log ALTER COLUMN action SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log ALTER COLUMN before SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log ALTER COLUMN after SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log ALTER COLUMN tx SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log ALTER COLUMN format SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log ALTER COLUMN salt SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log ALTER COLUMN digest SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log ALTER COLUMN redaction_id SET STATISTICS 0;

ALTER TABLE ONLY public.audit_log FORCE ROW LEVEL SECURITY;

ALTER TABLE public.audit_log OWNER TO pulso_owner;

CREATE FUNCTION public.audit_entry_hash(e public.audit_log) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN (((e).digest IS NOT NULL) AND (((e).before IS NOT NULL) OR ((e).after IS NOT NULL) OR ((e).salt IS NOT NULL) OR ((e).redaction_id IS NULL))) THEN '\x00'::bytea WHEN (((e).digest IS NOT NULL) AND ((e).format = 1)) THEN (e).digest WHEN ((e).format = 1) THEN sha256(convert_to((jsonb_build_array((e).tenant_id, (e).id, (e).tx, ((EXTRACT(epoch FROM (e).at) * (1000000)::numeric))::bigint, (e).actor_id, (e).actor, (e).request_id, (e).entity, (e).entity_id, (e).action, (e).before, (e).after))::text, 'UTF8'::name)) ELSE sha256((('\x02'::bytea || convert_to((jsonb_build_array((e).tenant_id, (e).id, (e).tx, ((EXTRACT(epoch FROM (e).at) * (1000000)::numeric))::bigint, (e).actor_id, (e).actor, (e).request_id, (e).entity, (e).entity_id, (e).action))::text, 'UTF8'::name)) || COALESCE((e).digest, sha256(((e).salt || convert_to((jsonb_build_array((e).before, (e).after))::text, 'UTF8'::name))), '\x00'::bytea))) END;

ALTER FUNCTION public.audit_entry_hash(e public.audit_log) OWNER TO pulso_owner;

CREATE FUNCTION public.audit_hidden_columns() RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ARRAY['password_hash'::text, 'token_hash'::text, 'refresh_hash'::text, 'key_hash'::text, 'secret'::text, 'secret_hash'::text, 'totp_secret'::text, 'search'::text, 'answer'::text, 'name_key'::text];

ALTER FUNCTION public.audit_hidden_columns() OWNER TO pulso_owner;

CREATE FUNCTION public.audit_insert() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
    insert into audit_log (tenant_id, actor_id, actor, request_id, entity, entity_id, action, after)
    select current_setting('app.tenant_id')::uuid, nullif(current_setting('app.actor_id', true), '')::uuid,
           coalesce(current_setting('app.actor', true), ''), nullif(current_setting('app.request_id', true), ''),
           tg_table_name, n.id, 'insert', to_jsonb(n) - audit_hidden_columns()
    from new_rows n;
    return null;
end $$;

ALTER FUNCTION public.audit_insert() OWNER TO pulso_owner;

SET default_table_access_method = heap;

CREATE TABLE public.audit_seals (
    tenant_id uuid NOT NULL,
    number bigint NOT NULL,
    from_tx bigint NOT NULL,
    from_id uuid NOT NULL,
    upto_tx bigint NOT NULL,
    upto_id uuid NOT NULL,
    since timestamp with time zone,
    sealed_at timestamp with time zone NOT NULL,
    entries integer NOT NULL,
    content bytea NOT NULL,
    previous bytea NOT NULL,
    hash bytea NOT NULL,
    format smallint DEFAULT 1 NOT NULL,
    CONSTRAINT audit_seals_entries_check CHECK ((entries > 0)),
    CONSTRAINT audit_seals_number_check CHECK ((number > 0))
);
ALTER TABLE ONLY public.audit_seals ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_seals ALTER COLUMN number SET STATISTICS 0;
ALTER TABLE ONLY public.audit_seals ALTER COLUMN from_tx SET STATISTICS 0;
ALTER TABLE ONLY public.audit_seals ALTER COLUMN from_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_seals ALTER COLUMN upto_tx SET STATISTICS 0;
ALTER TABLE ONLY public.audit_seals ALTER COLUMN upto_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_seals ALTER COLUMN since SET STATISTICS 0;
ALTER TABLE ONLY public.audit_seals ALTER COLUMN sealed_at SET STATISTICS 0;
ALTER TABLE ONLY public.audit_seals ALTER COLUMN entries SET STATISTICS 0;
ALTER TABLE ONLY public.audit_seals ALTER COLUMN content SET STATISTICS 0;
ALTER TABLE ONLY public.audit_seals ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE ONLY public.audit_seals ALTER COLUMN previous SET STATISTICS 0;
ALTER TABLE ONLY public.audit_seals ALTER COLUMN hash SET STATISTICS 0;
ALTER TABLE ONLY public.audit_seals ALTER COLUMN format SET STATISTICS 0;

ALTER TABLE ONLY public.audit_seals FORCE ROW LEVEL SECURITY;

ALTER TABLE public.audit_seals OWNER TO pulso_owner;

CREATE FUNCTION public.audit_seal_hash(s public.audit_seals) RETURNS bytea
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN sha256((((CASE WHEN ((s).format = 1) THEN '\x'::bytea ELSE '\x02'::bytea END || (s).previous) || convert_to((jsonb_build_array((s).tenant_id, (s).number, (s).from_tx, (s).from_id, (s).upto_tx, (s).upto_id, ((EXTRACT(epoch FROM (s).since) * (1000000)::numeric))::bigint, ((EXTRACT(epoch FROM (s).sealed_at) * (1000000)::numeric))::bigint, (s).entries))::text, 'UTF8'::name)) || (s).content));

ALTER FUNCTION public.audit_seal_hash(s public.audit_seals) OWNER TO pulso_owner;

CREATE FUNCTION public.audit_update() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET enable_nestloop TO 'off'
    SET search_path TO 'public', 'pg_temp'
    AS $$
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
    
    where changed.after - '{updated_at,version,last_used_at,expires_at}'::text[] <> '{}'::jsonb;
    return null;
end $$;

ALTER FUNCTION public.audit_update() OWNER TO pulso_owner;

CREATE FUNCTION public.billing_period_index(start_on date, cycle_months integer, on_date date) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (floor(((((((((EXTRACT(year FROM on_date))::integer - (EXTRACT(year FROM start_on))::integer) * 12) + (EXTRACT(month FROM on_date))::integer) - (EXTRACT(month FROM start_on))::integer) - CASE WHEN ((EXTRACT(day FROM on_date) < EXTRACT(day FROM start_on)) AND (EXTRACT(day FROM (on_date + 1)) <> (1)::numeric)) THEN 1 ELSE 0 END))::double precision / (cycle_months)::double precision)))::integer;

ALTER FUNCTION public.billing_period_index(start_on date, cycle_months integer, on_date date) OWNER TO pulso_owner;

CREATE FUNCTION public.billing_period_start(start_on date, cycle_months integer, k integer) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((start_on + make_interval(months => (cycle_months * k))))::date;

ALTER FUNCTION public.billing_period_start(start_on date, cycle_months integer, k integer) OWNER TO pulso_owner;

CREATE FUNCTION public.bound_partition(name text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    execute format('alter table %I add constraint %I check (id < %L) not valid', name, name || '_bound',
        first_uuid_at((date_trunc('month', now() at time zone 'UTC') + interval '3 months') at time zone 'UTC'));
end $$;

ALTER FUNCTION public.bound_partition(name text) OWNER TO pulso_owner;

CREATE FUNCTION public.business_time(name text, VARIADIC columns text[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    found text;
begin
    foreach found in array columns loop
        execute format('alter table %I alter column %I set default app_now()', name, found);
    end loop;
end $$;

ALTER FUNCTION public.business_time(name text, VARIADIC columns text[]) OWNER TO pulso_owner;

CREATE FUNCTION public.changes_settled() RETURNS timestamp with time zone
    LANGUAGE sql STABLE
    RETURN (SELECT ((LEAST(min(pg_stat_activity.xact_start), clock_timestamp()) - '00:00:02'::interval) + (public.app_now() - now())) FROM pg_stat_activity WHERE ((pg_stat_activity.datname = current_database()) AND (pg_stat_activity.usename = CURRENT_USER) AND (pg_stat_activity.pid <> pg_backend_pid())));

ALTER FUNCTION public.changes_settled() OWNER TO pulso_owner;

CREATE FUNCTION public.check_audit(after bigint, most integer, OUT last bigint, OUT blocks bigint, OUT entries bigint, OUT altered bigint, OUT deleted bigint, OUT inserted bigint, OUT bad_blocks bigint, OUT problem text, OUT problem_block bigint, OUT problem_entry uuid, OUT more boolean) RETURNS record
    LANGUAGE sql
    AS $$ select * from check_audit(after, most, null::bigint) $$;

ALTER FUNCTION public.check_audit(after bigint, most integer, OUT last bigint, OUT blocks bigint, OUT entries bigint, OUT altered bigint, OUT deleted bigint, OUT inserted bigint, OUT bad_blocks bigint, OUT problem text, OUT problem_block bigint, OUT problem_entry uuid, OUT more boolean) OWNER TO pulso_owner;

CREATE FUNCTION public.check_audit(after bigint, most integer, upto bigint, OUT last bigint, OUT blocks bigint, OUT entries bigint, OUT altered bigint, OUT deleted bigint, OUT inserted bigint, OUT bad_blocks bigint, OUT problem text, OUT problem_block bigint, OUT problem_entry uuid, OUT more boolean) RETURNS record
    LANGUAGE plpgsql
    AS $$
declare
    tenant constant uuid := current_setting('app.tenant_id')::uuid;
    
    slack  constant interval := interval '1 hour';
    newest bigint;
    head   audit_heads;
    before audit_seals;
    block  audit_seals;
    found_content bytea;
    out_of_time   uuid;
    unsaid        uuid;
    sealed        bytea;
    
    retired       uuid;
    wrong  record;
begin
    blocks := 0; entries := 0; altered := 0; deleted := 0; inserted := 0; bad_blocks := 0; more := false; last := after;
    select coalesce(max(r.before_id::text), '00000000-0000-0000-0000-000000000000')::uuid into retired
    from audit_retirements r join audit_log a
        on a.tenant_id = tenant and a.entity_id = r.id and a.entity = 'audit_retirements' and a.action = 'insert'
        and a.after ->> 'before_id' = r.before_id::text
    
    where r.tenant_id = tenant and moment_of(r.before_id) < a.at - interval '1 year';
    
    select max(s.number) into newest from audit_seals s where s.tenant_id = tenant;
    select * into head from audit_heads h where h.tenant_id = tenant;
    if after > 0 then
        select * into before from audit_seals s where s.tenant_id = tenant and s.number = after;
    else
        before.hash := sha256(uuid_send(tenant));
        before.upto_tx := 0;
        before.upto_id := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
    end if;
    for block in select * from audit_seals s where s.tenant_id = tenant and s.number > after and s.number <= coalesce(upto, s.number)
                 order by s.number loop
        if entries >= most then
            more := true;
            return;
        end if;
        if block.number > last + 1 then
            bad_blocks := bad_blocks + block.number - last - 1;
            if problem is null then
                problem := 'block_missing'; problem_block := last + 1;
            end if;
        elsif audit_seal_hash(block) = block.hash
              and (block.previous, block.from_tx, block.from_id)
                  is distinct from (before.hash, before.upto_tx, before.upto_id) then
            
            bad_blocks := bad_blocks + 1;
            if problem is null then
                problem := 'block_changed'; problem_block := greatest(last, 1);
            end if;
        end if;
        blocks := blocks + 1;
        entries := entries + block.entries;
        if audit_seal_hash(block) <> block.hash then
            bad_blocks := bad_blocks + 1;
            if problem is null then
                problem := 'block_changed'; problem_block := block.number;
            end if;
        else
            select coalesce(string_agg(uuid_send(a.id) || audit_entry_hash(a), ''::bytea order by a.tx, a.id), ''),
                   (array_agg(a.id order by a.tx, a.id) filter (where
                       a.at < block.since - slack or a.at > block.sealed_at + slack
                       or abs(uuid_millis(a.id) - extract(epoch from a.at) * 1000) > 1000 * extract(epoch from slack)))[1],
                   
                   (array_agg(a.id order by a.tx, a.id) filter (where a.digest is not null and not exists (
                       select from audit_redactions r join audit_log said
                           on said.tenant_id = tenant and said.entity_id = r.id and said.entity = 'audit_redactions'
                       where r.tenant_id = tenant and r.id = a.redaction_id and r.subject_id = a.entity_id)))[1]
            into found_content, out_of_time, unsaid
            from audit_log a
            where a.tenant_id = tenant and a.id >= retired and a.tx >= block.from_tx and a.tx <= block.upto_tx
              and (a.tx > block.from_tx or a.id > block.from_id) and (a.tx < block.upto_tx or a.id <= block.upto_id);
            sealed := block.content;
            if block.since is null or block.since - slack < moment_of(retired) then
                select coalesce(string_agg(substr(block.content, i * 48 + 1, 48), ''::bytea order by i), '') into sealed
                from generate_series(0, block.entries - 1) i
                where encode(substr(block.content, i * 48 + 1, 16), 'hex')::uuid >= retired;
            end if;
            if found_content <> sealed then
                select count(*) filter (where f.id is null) as gone, count(*) filter (where o.id is null) as new,
                       count(*) filter (where o.hash <> f.hash) as other,
                       (array_agg(case when f.id is null then 'entry_deleted' when o.id is null then 'entry_inserted'
                                       else 'entry_altered' end order by o.place, f.tx, f.id))[1] as kind,
                       (array_agg(coalesce(o.id, f.id) order by o.place, f.tx, f.id))[1] as entry
                into wrong
                from (
                    select i as place, encode(substr(block.content, i * 48 + 1, 16), 'hex')::uuid as id,
                           substr(block.content, i * 48 + 17, 32) as hash
                    from generate_series(0, block.entries - 1) i
                    where encode(substr(block.content, i * 48 + 1, 16), 'hex')::uuid >= retired
                ) o full join (
                    select a.id, a.tx, audit_entry_hash(a) as hash from audit_log a
                    where a.tenant_id = tenant and a.id >= retired
                      and a.tx >= block.from_tx and a.tx <= block.upto_tx
                      and (a.tx > block.from_tx or a.id > block.from_id)
                      and (a.tx < block.upto_tx or a.id <= block.upto_id)
                ) f on f.id = o.id
                where o.id is null or f.id is null or o.hash <> f.hash;
                altered := altered + wrong.other;
                deleted := deleted + wrong.gone;
                inserted := inserted + wrong.new;
                bad_blocks := bad_blocks + 1;
                if problem is null then
                    problem := wrong.kind; problem_block := block.number; problem_entry := wrong.entry;
                end if;
            elsif unsaid is not null then
                altered := altered + 1;
                bad_blocks := bad_blocks + 1;
                if problem is null then
                    problem := 'entry_altered'; problem_block := block.number; problem_entry := unsaid;
                end if;
            elsif out_of_time is not null then
                
                inserted := inserted + 1;
                bad_blocks := bad_blocks + 1;
                if problem is null then
                    problem := 'entry_inserted'; problem_block := block.number; problem_entry := out_of_time;
                end if;
            end if;
        end if;
        before := block;
        last := block.number;
    end loop;
    if upto is not null then
        return;
    end if;
    if coalesce(head.number, 0) > last then
        bad_blocks := bad_blocks + head.number - last;
        if problem is null then
            problem := 'block_missing'; problem_block := last + 1;
        end if;
    elsif coalesce(newest, 0) > coalesce(head.number, 0) or (head.number > 0 and not exists (
            select from audit_seals s where s.tenant_id = tenant and s.number = head.number and s.hash = head.hash)) then
        bad_blocks := bad_blocks + 1;
        if problem is null then
            problem := 'block_changed'; problem_block := greatest(head.number, 1);
        end if;
    end if;
    select min(c.head_number) as block, count(*) as heads into wrong
    from audit_checks c
    where c.tenant_id = tenant and c.head_number > 0 and not exists (
        select from audit_seals s where s.tenant_id = tenant and s.number = c.head_number and s.hash = c.head_hash);
    if wrong.heads > 0 and problem is null then
        bad_blocks := bad_blocks + 1;
        problem := 'chain_rewritten'; problem_block := wrong.block;
    end if;
end $$;

ALTER FUNCTION public.check_audit(after bigint, most integer, upto bigint, OUT last bigint, OUT blocks bigint, OUT entries bigint, OUT altered bigint, OUT deleted bigint, OUT inserted bigint, OUT bad_blocks bigint, OUT problem text, OUT problem_block bigint, OUT problem_entry uuid, OUT more boolean) OWNER TO pulso_owner;

CREATE FUNCTION public.close_partition(piece text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    execute format('alter table %I enable row level security', piece);
    execute format('alter table %I force row level security', piece);
    execute format('create policy tenant_isolation on %I '
        'using (tenant_id = current_setting(''app.tenant_id'')::uuid) '
        'with check (tenant_id = current_setting(''app.tenant_id'')::uuid)', piece);
end $$;

ALTER FUNCTION public.close_partition(piece text) OWNER TO pulso_owner;

CREATE FUNCTION public.complete_terms() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    select coalesce(new.currency, c.currency), coalesce(new.service_type, c.service_type) into new.currency, new.service_type
    from contracts c where c.tenant_id = new.tenant_id and c.id = new.contract_id;
    return new;
end $$;

ALTER FUNCTION public.complete_terms() OWNER TO pulso_owner;

CREATE FUNCTION public.continue_audit_clock() RETURNS bigint
    LANGUAGE plpgsql
    AS $$
declare
    tenant  uuid;
    highest bigint := 0;
begin
    for tenant in select d.tenant_id from tenant_directory d loop
        perform set_config('app.tenant_id', tenant::text, true);
        highest := greatest(highest, (select max(a.tx) from audit_log a where a.tenant_id = tenant),
                            (select h.upto_tx from audit_heads h where h.tenant_id = tenant));
    end loop;
    highest := greatest(highest - txid_current() + 1, 0);
    execute format('create or replace function audit_tx_offset() returns bigint language sql immutable parallel safe '
        'return %s::bigint', highest);
    return highest;
end $$;

ALTER FUNCTION public.continue_audit_clock() OWNER TO pulso_owner;

CREATE FUNCTION public.day_of_month(in_month date, day integer) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN LEAST(((date_trunc('month'::text, (in_month)::timestamp without time zone))::date + (day - 1)), (((date_trunc('month'::text, (in_month)::timestamp without time zone) + '1 mon'::interval))::date - 1));

ALTER FUNCTION public.day_of_month(in_month date, day integer) OWNER TO pulso_owner;

CREATE FUNCTION public.end_work(q text, tenant uuid, of_key uuid, number bigint, lease uuid) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    if not finish_work(q, tenant, of_key, number, lease) then
        raise exception 'work % of % is no longer leased by %', number, q, lease using errcode = 'PU001';
    end if;
end $$;

ALTER FUNCTION public.end_work(q text, tenant uuid, of_key uuid, number bigint, lease uuid) OWNER TO pulso_owner;

CREATE FUNCTION public.erase_from_audit(subject uuid, why text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    tenant    constant uuid := current_setting('app.tenant_id')::uuid;
    redaction constant uuid := time_ordered_uuid();
    emptied   int;
begin
    update audit_log a
    set digest = case when a.format = 1 then audit_entry_hash(a)
                      else sha256(a.salt || convert_to(jsonb_build_array(a.before, a.after)::text, 'UTF8')) end,
        before = null, after = null, salt = null, redaction_id = redaction
    where a.tenant_id = tenant and a.entity_id = subject and a.digest is null
      and (a.before is not null or a.after is not null);
    get diagnostics emptied = row_count;
    insert into audit_redactions (tenant_id, id, subject_id, reason, entries, made_by)
    values (tenant, redaction, subject, why, emptied, coalesce(current_setting('app.actor', true), ''));
    return emptied;
end $$;

ALTER FUNCTION public.erase_from_audit(subject uuid, why text) OWNER TO pulso_owner;

CREATE FUNCTION public.fail_work(q text, tenant uuid, of_key uuid, number bigint, lease uuid, pause interval, why text) RETURNS boolean
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
begin
    perform lock_work(q, tenant);
    update work w
    set failures = w.failures + 1, error = why, leased_by = null,
        due_at = clock_timestamp() + coalesce(pause, interval '0'),
        dead_at = case when pause is null then clock_timestamp() end
    where w.queue = q and w.tenant_id = tenant and w.key = of_key and w.seq = number and w.leased_by = lease;
    if not found then
        return false;
    end if;
    if pause is null then
        perform wake_work(q, tenant, of_key);
    end if;
    return true;
end $$;

ALTER FUNCTION public.fail_work(q text, tenant uuid, of_key uuid, number bigint, lease uuid, pause interval, why text) OWNER TO pulso_owner;

CREATE FUNCTION public.finish_work(q text, tenant uuid, of_key uuid, number bigint, lease uuid) RETURNS boolean
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
begin
    perform lock_work(q, tenant);
    delete from work w
    where w.queue = q and w.tenant_id = tenant and w.key = of_key and w.seq = number and w.leased_by = lease;
    if not found then
        return false;
    end if;
    perform wake_work(q, tenant, of_key);
    return true;
end $$;

ALTER FUNCTION public.finish_work(q text, tenant uuid, of_key uuid, number bigint, lease uuid) OWNER TO pulso_owner;

CREATE FUNCTION public.first_uuid_at(moment timestamp with time zone) RETURNS uuid
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((lpad(to_hex(GREATEST(((EXTRACT(epoch FROM moment) * (1000)::numeric))::bigint, (0)::bigint)), 12, '0'::text) || repeat('0'::text, 20)))::uuid;

ALTER FUNCTION public.first_uuid_at(moment timestamp with time zone) OWNER TO pulso_owner;

CREATE FUNCTION public.follow_tenant() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into tenant_directory (tenant_id, slug, time_zone, active, plan, origins)
    values (new.id, new.slug, new.time_zone, new.deleted_at is null, new.plan, new.allowed_origins)
    on conflict (tenant_id) do update
        set slug = excluded.slug, time_zone = excluded.time_zone, active = excluded.active, plan = excluded.plan,
            origins = excluded.origins;
    return null;
end $$;

ALTER FUNCTION public.follow_tenant() OWNER TO pulso_owner;

CREATE FUNCTION public.follow_tenant_clock() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    update tenant_directory set clock_ahead_seconds = new.clock_ahead_seconds where tenant_id = new.id;
    perform pg_notify('clock_moved', new.id::text);
    
    insert into job_due (tenant_id, job, due_at) values (new.id, '', now())
    on conflict (tenant_id, job) do update set due_at = excluded.due_at;
    return null;
end $$;

ALTER FUNCTION public.follow_tenant_clock() OWNER TO pulso_owner;

CREATE FUNCTION public.forward_event() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into work (queue, tenant_id, key, ref)
    values ('billing.customer-standing', new.tenant_id, new.event_id, new.event_id);
    return null;
end $$;

ALTER FUNCTION public.forward_event() OWNER TO pulso_owner;

CREATE FUNCTION public.forward_import() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into work (queue, tenant_id, key, ref) values ('imports', new.tenant_id, new.tenant_id, new.import_id);
    return null;
end $$;

ALTER FUNCTION public.forward_import() OWNER TO pulso_owner;

CREATE FUNCTION public.forward_mail() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into work (queue, tenant_id, key, ref) values ('mail', new.tenant_id, new.mail_id, new.mail_id);
    return null;
end $$;

ALTER FUNCTION public.forward_mail() OWNER TO pulso_owner;

CREATE FUNCTION public.hold_job_run(run uuid, claimed integer) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    perform from job_runs r where r.id = run and r.attempt = claimed and r.status = 'running' for key share;
    if not found then
        raise exception 'run % is no longer at attempt %', run, claimed using errcode = 'PU001';
    end if;
end $$;

ALTER FUNCTION public.hold_job_run(run uuid, claimed integer) OWNER TO pulso_owner;

CREATE FUNCTION public.hold_work(q text, of_key uuid, number bigint, lease uuid) RETURNS void
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    AS $$
begin
    perform from work w
    where w.queue = q and w.tenant_id = current_setting('app.tenant_id')::uuid and w.key = of_key and w.seq = number
      and w.leased_by = lease for key share;
    if not found then
        raise exception 'work % of % is no longer leased by %', number, q, lease using errcode = 'PU001';
    end if;
end $$;

ALTER FUNCTION public.hold_work(q text, of_key uuid, number bigint, lease uuid) OWNER TO pulso_owner;

CREATE FUNCTION public.invoice_due_on(start_on date, period_start date, billing_day integer, due_days integer) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (billing_day IS NULL) THEN (period_start + due_days) WHEN ((billing_day)::numeric < EXTRACT(day FROM start_on)) THEN public.day_of_month(((period_start + '1 mon'::interval))::date, billing_day) ELSE public.day_of_month(period_start, billing_day) END;

ALTER FUNCTION public.invoice_due_on(start_on date, period_start date, billing_day integer, due_days integer) OWNER TO pulso_owner;

CREATE FUNCTION public.keep_deal_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into deal_changes (tenant_id, deal_id, at, stage_id, status, amount_cents, currency, probability)
    select new.tenant_id, new.id,
           case when new.stage_id <> old.stage_id then new.stage_entered_at else app_now() end,
           new.stage_id, new.status, new.amount_cents, new.currency, s.probability
    from stages s where s.tenant_id = new.tenant_id and s.id = new.stage_id;
    return null;
end $$;

ALTER FUNCTION public.keep_deal_change() OWNER TO pulso_owner;

CREATE FUNCTION public.keep_new_deals() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into deal_changes (tenant_id, deal_id, at, stage_id, status, amount_cents, currency, probability)
    select n.tenant_id, n.id, n.stage_entered_at, n.stage_id, n.status, n.amount_cents, n.currency, s.probability
    from new_rows n join stages s on s.tenant_id = n.tenant_id and s.id = n.stage_id;
    return null;
end $$;

ALTER FUNCTION public.keep_new_deals() OWNER TO pulso_owner;

CREATE FUNCTION public.keep_partitions(OUT made integer, OUT dropped integer) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET lock_timeout TO '2s'
    AS $$
declare
    rule  partition_rules;
    piece record;
    low   timestamptz;
    high  timestamptz;
    name  text;
begin
    made := 0;
    dropped := 0;
    
    if not pg_try_advisory_xact_lock(7085700003) then
        return;
    end if;
    
    perform set_config('app.tenant_id', '00000000-0000-0000-0000-000000000000', true);
    for rule in select * from partition_rules order by table_name loop
        select max(moment_of(upper_bound(c.oid))) into strict low
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = rule.table_name::regclass and upper_bound(c.oid) is not null;
        while low < now() + 2 * rule.span loop
            high := ((low at time zone 'UTC') + rule.span) at time zone 'UTC';
            name := rule.table_name || '_' || to_char(low at time zone 'UTC', 'YYYYMMDD');
            execute format('create table %I (like %I including defaults including constraints including storage including indexes)',
                name, rule.table_name);
            perform close_partition(name);
            
            execute format('alter table %I attach partition %I for values from (%L) to (%L)', rule.table_name, name,
                first_uuid_at(low), first_uuid_at(high));
            made := made + 1;
            low := high;
        end loop;
        for piece in select c.relname, upper_bound(c.oid) as upto
                     from pg_inherits i join pg_class c on c.oid = i.inhrelid
                     where i.inhparent = rule.table_name::regclass and rule.keep is not null
                       and upper_bound(c.oid) <= first_uuid_at(now() - rule.keep)
                     order by 2 loop
            if rule.table_name = 'audit_log' then
                perform retire_audit(piece.upto);
            end if;
            execute format('drop table %I', piece.relname);
            dropped := dropped + 1;
        end loop;
    end loop;
end $$;

ALTER FUNCTION public.keep_partitions(OUT made integer, OUT dropped integer) OWNER TO pulso_owner;

CREATE FUNCTION public.keep_role_scopes() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if tg_op = 'INSERT' and new.scopes = '{}' or tg_op = 'UPDATE' and new.scopes is not distinct from old.scopes then
        new.scopes := new.scopes || jsonb_build_object('leads', new.leads_scope, 'deals', new.deals_scope);
    else
        new.leads_scope := coalesce(new.scopes ->> 'leads', 'all');
        new.deals_scope := coalesce(new.scopes ->> 'deals', 'all');
    end if;
    return new;
end $$;

ALTER FUNCTION public.keep_role_scopes() OWNER TO pulso_owner;

CREATE FUNCTION public.lock_work(q text, tenant uuid) RETURNS void
    LANGUAGE sql
    RETURN pg_advisory_xact_lock(hashtextextended((q || (tenant)::text), (20)::bigint));

ALTER FUNCTION public.lock_work(q text, tenant uuid) OWNER TO pulso_owner;

CREATE FUNCTION public.logins_of(mail text) RETURNS TABLE(tenant_id uuid, user_id uuid, proven_at timestamp with time zone, used_at timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    select l.tenant_id, l.user_id, l.proven_at, l.used_at from login_directory l where l.email = mail
$$;

ALTER FUNCTION public.logins_of(mail text) OWNER TO pulso_owner;

CREATE FUNCTION public.make_live_table(name text, kind text, permission text, owner_kind text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    AS $$
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

ALTER FUNCTION public.make_live_table(name text, kind text, permission text, owner_kind text) OWNER TO pulso_owner;

CREATE FUNCTION public.make_owned_table(name text, owner text DEFAULT 'owner_id'::text) RETURNS void
    LANGUAGE plpgsql
    AS $_$
begin
    execute format('drop policy if exists record_scope on %I', name);
    execute format('create policy record_scope on %1$I as restrictive using '
        '(not (select reach_is_limited(%2$L)) or %3$I = any ((select reached_owners(%2$L))::uuid[]))', name, name, owner);
end $_$;

ALTER FUNCTION public.make_owned_table(name text, owner text) OWNER TO pulso_owner;

CREATE FUNCTION public.make_record_kind(name text, kind text) RETURNS void
    LANGUAGE sql
    AS $$
    insert into record_kinds (kind, table_name, versioned)
    values (kind, name, exists (select from pg_attribute where attrelid = name::regclass and attname = 'version'))
    on conflict do nothing;
$$;

ALTER FUNCTION public.make_record_kind(name text, kind text) OWNER TO pulso_owner;

CREATE FUNCTION public.make_tenant_table(name text, audited boolean DEFAULT true, grants text DEFAULT 'select, insert, update, delete'::text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
    if not exists (select from pg_attribute where attrelid = name::regclass and attname = 'tenant_id' and attnotnull) then
        raise exception 'table % needs a column tenant_id uuid not null', name;
    end if;
    if audited and not exists (select from pg_attribute where attrelid = name::regclass and attname = 'id') then
        raise exception 'table % needs a column id to be audited', name;
    end if;
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    
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

ALTER FUNCTION public.make_tenant_table(name text, audited boolean, grants text) OWNER TO pulso_owner;

CREATE FUNCTION public.uuid_millis(id uuid) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((('x'::text || "left"(replace((id)::text, '-'::text, ''::text), 12)))::bit(48))::bigint;

ALTER FUNCTION public.uuid_millis(id uuid) OWNER TO pulso_owner;

CREATE FUNCTION public.moment_of(id uuid) RETURNS timestamp with time zone
    LANGUAGE sql IMMUTABLE
    RETURN to_timestamp((((public.uuid_millis(id))::numeric / 1000.0))::double precision);

ALTER FUNCTION public.moment_of(id uuid) OWNER TO pulso_owner;

CREATE FUNCTION public.normalize_search(input text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(public.unaccent('public.unaccent'::regdictionary, input));

ALTER FUNCTION public.normalize_search(input text) OWNER TO pulso_owner;

CREATE FUNCTION public.plain_text(input text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN btrim(regexp_replace(regexp_replace(input, '[\u00AD\u0600-\u0605\u061C\u06DD\u070F\u0890-\u0891\u08E2\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]+'::text, ''::text, 'g'::text), '[\u0001-\u0020\u007F-\u00A0\u115F-\u1160\u1680\u2000-\u200A\u2028-\u2029\u202F\u205F\u2800\u3000\u3164\uFFA0]+'::text, ' '::text, 'g'::text));

ALTER FUNCTION public.plain_text(input text) OWNER TO pulso_owner;

CREATE FUNCTION public.name_key(input text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN public.normalize_search(public.plain_text(input));

ALTER FUNCTION public.name_key(input text) OWNER TO pulso_owner;

CREATE FUNCTION public.note_deleted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into removals (tenant_id, entity, record_id, reason, owner_id)
    values (old.tenant_id, tg_table_name, old.id, 'deleted', (to_jsonb(old) ->> 'owner_id')::uuid);
    return null;
end $$;

ALTER FUNCTION public.note_deleted() OWNER TO pulso_owner;

CREATE FUNCTION public.note_lost_reach(person uuid, kind text, was text, becomes text, old_team uuid, new_team uuid) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare tenant uuid = current_setting('app.tenant_id')::uuid;
begin
    if becomes = 'all' then
        return;
    end if;
    if was = 'all' then
        insert into reach_losses (tenant_id, user_id, kind) values (tenant, person, kind);
    elsif was = 'team' and (becomes = 'own' or old_team is distinct from new_team) then
        insert into reach_losses (tenant_id, user_id, kind, owner_id)
        select tenant, person, kind, m.id from users m where m.team_id = old_team and m.id <> person;
    end if;
end $$;

ALTER FUNCTION public.note_lost_reach(person uuid, kind text, was text, becomes text, old_team uuid, new_team uuid) OWNER TO pulso_owner;

CREATE FUNCTION public.note_lost_reach_of_role() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    perform note_lost_reach(u.id, kind, coalesce(old.scopes ->> kind, 'all'), coalesce(new.scopes ->> kind, 'all'),
                            u.team_id, u.team_id)
    from users u cross join lateral jsonb_object_keys(old.scopes || new.scopes) as kind where u.role_id = new.id;
    return null;
end $$;

ALTER FUNCTION public.note_lost_reach_of_role() OWNER TO pulso_owner;

CREATE FUNCTION public.note_lost_reach_of_user() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare kind text;
begin
    
    for kind in select distinct named from roles r cross join lateral jsonb_object_keys(r.scopes) as named loop
        perform note_lost_reach(new.id, kind, record_scope_of(old.role_id, kind), record_scope_of(new.role_id, kind),
                                old.team_id, new.team_id);
        
        if old.team_id is distinct from new.team_id then
            insert into reach_losses (tenant_id, user_id, kind, owner_id)
            select new.tenant_id, m.id, kind, new.id from users m
            where m.team_id = old.team_id and m.id <> new.id and record_scope_of(m.role_id, kind) = 'team';
        end if;
    end loop;
    return null;
end $$;

ALTER FUNCTION public.note_lost_reach_of_user() OWNER TO pulso_owner;

CREATE FUNCTION public.note_other_owner() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    insert into removals (tenant_id, entity, record_id, reason, owner_id)
    values (old.tenant_id, tg_table_name, old.id, 'scope', old.owner_id);
    return null;
end $$;

ALTER FUNCTION public.note_other_owner() OWNER TO pulso_owner;

CREATE FUNCTION public.partition_by_id(name text, span interval, keep interval, reason text) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    old    constant text := name || '_first';
    bound  text;
    found  record;
begin
    if exists (select from pg_trigger t where t.tgrelid = name::regclass and not t.tgisinternal) then
        raise exception 'table % has triggers, which would stay with its first piece', name;
    end if;
    select substring(pg_get_constraintdef(c.oid) from '''([0-9a-f-]{36})''') into strict bound
    from pg_constraint c where c.conrelid = name::regclass and c.conname = name || '_bound' and c.convalidated;
    execute format('alter table %I rename to %I', name, old);
    execute format('create table %I (like %I including defaults including storage including comments) partition by range (id)',
        name, old);
    
    for found in select c.conname, pg_get_constraintdef(c.oid) as definition, c.contype from pg_constraint c
                 where c.conrelid = old::regclass and c.conname <> name || '_bound' and c.contype in ('c', 'p', 'u', 'f')
                 order by c.contype loop
        if found.contype in ('p', 'u') then
            
            execute format('alter table %I rename constraint %I to %I', old, found.conname, found.conname || '_first');
        end if;
        execute format('alter table %I add constraint %I %s', name, found.conname, found.definition);
    end loop;
    for found in select c.relname, pg_get_indexdef(i.indexrelid) as definition from pg_index i
                 join pg_class c on c.oid = i.indexrelid
                 where i.indrelid = old::regclass
                   and not exists (select from pg_constraint k where k.conindid = i.indexrelid) loop
        execute format('alter index %I rename to %I', found.relname, found.relname || '_first');
        execute regexp_replace(found.definition, ' ON (\w+\.)?' || old || ' ', format(' on %I ', name));
    end loop;
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant_isolation on %I '
        'using (tenant_id = current_setting(''app.tenant_id'')::uuid) '
        'with check (tenant_id = current_setting(''app.tenant_id'')::uuid)', name);
    for found in select a.privilege_type as privilege from pg_class c, aclexplode(c.relacl) a
                 where c.oid = old::regclass and a.grantee = 'pulso_app'::regrole loop
        execute format('grant %s on %I to pulso_app', found.privilege, name);
    end loop;
    execute format('revoke all on %I from pulso_app', old);
    execute format('alter table %I attach partition %I for values from (minvalue) to (%L)', name, old, bound);
    execute format('alter table %I drop constraint %I', old, name || '_bound');
    
    execute format('create table %I partition of %I default', name || '_else', name);
    perform close_partition(name || '_else');
    insert into partition_rules values (name, span, keep, reason);
end $$;

ALTER FUNCTION public.partition_by_id(name text, span interval, keep interval, reason text) OWNER TO pulso_owner;

CREATE FUNCTION public.plan_jobs() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    if new.active then
        insert into job_due (tenant_id, job, due_at) values (new.tenant_id, '', now())
        on conflict (tenant_id, job) do update set due_at = excluded.due_at;
    else
        delete from job_due where tenant_id = new.tenant_id;
    end if;
    return null;
end $$;

ALTER FUNCTION public.plan_jobs() OWNER TO pulso_owner;

CREATE FUNCTION public.reach_is_limited(kind text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ((((NULLIF(current_setting('app.reach'::text, true), ''::text))::jsonb -> kind) IS NOT NULL) OR (COALESCE(current_setting(('app.owners_'::text || kind), true), ''::text) <> ''::text));

ALTER FUNCTION public.reach_is_limited(kind text) OWNER TO pulso_owner;

CREATE FUNCTION public.reached_owners(kind text) RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN COALESCE((NULLIF(current_setting(('app.owners_'::text || kind), true), ''::text))::uuid[], ARRAY(SELECT (owner.value)::uuid AS owner FROM jsonb_array_elements_text(((NULLIF(current_setting('app.reach'::text, true), ''::text))::jsonb -> reached_owners.kind)) owner(value)));

ALTER FUNCTION public.reached_owners(kind text) OWNER TO pulso_owner;

CREATE TABLE public.roles (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    description text,
    permissions text[] DEFAULT '{}'::text[] NOT NULL,
    leads_scope text DEFAULT 'all'::text NOT NULL,
    deals_scope text DEFAULT 'all'::text NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    updated_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    scopes jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT roles_deals_scope_check CHECK ((deals_scope = ANY (ARRAY['own'::text, 'team'::text, 'all'::text]))),
    CONSTRAINT roles_description_check CHECK ((length(description) <= 300)),
    CONSTRAINT roles_leads_scope_check CHECK ((leads_scope = ANY (ARRAY['own'::text, 'team'::text, 'all'::text]))),
    CONSTRAINT roles_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT roles_scopes_check CHECK (((jsonb_typeof(scopes) = 'object'::text) AND (NOT jsonb_path_exists(scopes, '$.*?((@ != "own" && @ != "team") && @ != "all")'::jsonpath))))
);
ALTER TABLE ONLY public.roles ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.roles ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.roles ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.roles ALTER COLUMN description SET STATISTICS 0;
ALTER TABLE ONLY public.roles ALTER COLUMN permissions SET STATISTICS 0;
ALTER TABLE ONLY public.roles ALTER COLUMN leads_scope SET STATISTICS 0;
ALTER TABLE ONLY public.roles ALTER COLUMN deals_scope SET STATISTICS 0;
ALTER TABLE ONLY public.roles ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.roles ALTER COLUMN updated_at SET STATISTICS 0;
ALTER TABLE ONLY public.roles ALTER COLUMN version SET STATISTICS 0;
ALTER TABLE ONLY public.roles ALTER COLUMN scopes SET STATISTICS 0;

ALTER TABLE ONLY public.roles FORCE ROW LEVEL SECURITY;

ALTER TABLE public.roles OWNER TO pulso_owner;

CREATE FUNCTION public.record_scope_of(role uuid, kind text) RETURNS text
    LANGUAGE sql STABLE
    RETURN COALESCE((SELECT (r.scopes ->> record_scope_of.kind) FROM public.roles r WHERE (r.id = record_scope_of.role)), 'all'::text);

ALTER FUNCTION public.record_scope_of(role uuid, kind text) OWNER TO pulso_owner;

CREATE FUNCTION public.record_versions(of_kind text, ids uuid[]) RETURNS TABLE(id uuid, version integer)
    LANGUAGE plpgsql STABLE
    AS $_$
declare name text;
begin
    select k.table_name into name from record_kinds k where k.kind = of_kind and k.versioned;
    if found then
        return query execute format(
            'select r.id, r.version from %I r where r.tenant_id = current_setting(''app.tenant_id'')::uuid and r.id = any($1)',
            name) using ids;
    end if;
end $_$;

ALTER FUNCTION public.record_versions(of_kind text, ids uuid[]) OWNER TO pulso_owner;

CREATE FUNCTION public.refresh_statistics(tables text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET lock_timeout TO '200ms'
    AS $$
declare
    wanted text;
begin
    foreach wanted in array tables loop
        begin
            execute format('analyze %I', wanted);
        exception when lock_not_available then
            null;
        end;
    end loop;
end $$;

ALTER FUNCTION public.refresh_statistics(tables text[]) OWNER TO pulso_owner;

CREATE FUNCTION public.retire_audit(before_id uuid) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
    tenant uuid;
begin
    for tenant in select d.tenant_id from tenant_directory d loop
        perform set_config('app.tenant_id', tenant::text, true);
        perform set_config('app.actor', 'job:partitions', true);
        perform set_config('app.actor_id', '', true);
        if exists (select from audit_log a where a.tenant_id = tenant and a.id < retire_audit.before_id) then
            insert into audit_retirements (tenant_id, before_id) values (tenant, retire_audit.before_id);
        end if;
    end loop;
end $$;

ALTER FUNCTION public.retire_audit(before_id uuid) OWNER TO pulso_owner;

CREATE FUNCTION public.seal_audit(most integer, wait boolean, OUT sealed bigint, OUT waiting boolean) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
    tenant  constant uuid := current_setting('app.tenant_id')::uuid;
    last_id constant uuid := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
    head    audit_heads;
    block   audit_seals;
    horizon bigint;
begin
    sealed := 0;
    waiting := true;
    insert into audit_heads (tenant_id, number, upto_tx, upto_id, hash)
    values (tenant, 0, 0, last_id, sha256(uuid_send(tenant))) on conflict do nothing;
    if wait then
        select * into head from audit_heads h where h.tenant_id = tenant for update;
    else
        select * into head from audit_heads h where h.tenant_id = tenant for update skip locked;
        if not found then
            return;
        end if;
    end if;
    
    horizon := txid_snapshot_xmin(txid_current_snapshot()) + audit_tx_offset();
    if horizon <= head.upto_tx then
        raise exception 'transaction numbers went back: after moving the data, run continue_audit_clock() as the owner';
    end if;
    loop
        select count(*), string_agg(uuid_send(e.id) || e.hash, ''::bytea order by e.tx, e.id), max(e.tx)
        into block.entries, block.content, block.upto_tx
        from (
            select a.id, a.tx, audit_entry_hash(a) as hash from audit_log a
            where a.tenant_id = tenant and a.tx >= head.upto_tx and (a.tx > head.upto_tx or a.id > head.upto_id)
              and a.tx < horizon
            order by a.tx, a.id
            limit most
        ) e;
        exit when block.entries = 0;
        if block.entries < most then
            block.upto_tx := horizon - 1;
            block.upto_id := last_id;
        else
            block.upto_id := encode(substr(block.content, (most - 1) * 48 + 1, 16), 'hex')::uuid;
        end if;
        block.tenant_id := tenant;
        block.format := 2;
        block.number := head.number + 1;
        block.from_tx := head.upto_tx;
        block.from_id := head.upto_id;
        block.since := head.complete_at;
        block.sealed_at := clock_timestamp();
        block.previous := head.hash;
        block.hash := audit_seal_hash(block);
        insert into audit_seals select block.*;
        sealed := sealed + block.entries;
        head.number := block.number;
        head.upto_tx := block.upto_tx;
        head.upto_id := block.upto_id;
        head.sealed_at := block.sealed_at;
        head.hash := block.hash;
        if block.upto_id = last_id then
            head.complete_at := block.sealed_at;
        end if;
        exit when block.entries < most;
    end loop;
    if sealed > 0 then
        update audit_heads h
        set number = head.number, upto_tx = head.upto_tx, upto_id = head.upto_id, sealed_at = head.sealed_at,
            complete_at = head.complete_at, hash = head.hash
        where h.tenant_id = tenant;
    end if;
    waiting := exists (select from audit_log a where a.tenant_id = tenant and a.tx >= horizon);
end $$;

ALTER FUNCTION public.seal_audit(most integer, wait boolean, OUT sealed bigint, OUT waiting boolean) OWNER TO pulso_owner;

CREATE FUNCTION public.settled_horizon(OUT oldest_open bigint, OUT next_number bigint) RETURNS record
    LANGUAGE sql STABLE
    RETURN (SELECT ROW(((pg_snapshot_xmin(pg_current_snapshot()))::text)::bigint, ((pg_snapshot_xmax(pg_current_snapshot()))::text)::bigint) AS "row");

ALTER FUNCTION public.settled_horizon(OUT oldest_open bigint, OUT next_number bigint) OWNER TO pulso_owner;

CREATE FUNCTION public.take_hash_of_the_chain() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    select s.hash into new.head_hash from audit_seals s where s.tenant_id = new.tenant_id and s.number = new.head_number;
    
    if not found then
        select h.hash into new.head_hash from audit_heads h where h.tenant_id = new.tenant_id and new.head_number > 0;
    end if;
    new.head_hash := coalesce(new.head_hash, '');
    return new;
end $$;

ALTER FUNCTION public.take_hash_of_the_chain() OWNER TO pulso_owner;

CREATE FUNCTION public.take_work(q text, lease uuid, after uuid, free integer, each integer, suspects boolean, patience interval) RETURNS TABLE(seq bigint, tenant_id uuid, key uuid, id uuid, ref uuid, failures integer, crashes integer)
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    SET enable_sort TO 'off'
    SET enable_bitmapscan TO 'off'
    AS $$
#variable_conflict use_column
declare
    tenants uuid[];
    share int;
    tenant uuid;
    wanted int;
    looked int;
    found_work record;
begin
    perform pg_advisory_xact_lock(hashtextextended(q, 21));
    with recursive walk as (
        (select w.tenant_id, w.due_at from work w
         where w.queue = q and w.dead_at is null and w.tenant_id > after order by w.tenant_id, w.due_at limit 1)
        union all
        select next.tenant_id, next.due_at from walk cross join lateral (
            select w.tenant_id, w.due_at from work w
            where w.queue = q and w.dead_at is null and w.tenant_id > walk.tenant_id
            order by w.tenant_id, w.due_at limit 1) next
    )
    select array_agg(due.tenant_id) into tenants
    from (select walk.tenant_id from walk where walk.due_at <= clock_timestamp() limit free) due;
    if coalesce(cardinality(tenants), 0) < free then
        with recursive walk as (
            (select w.tenant_id, w.due_at from work w
             where w.queue = q and w.dead_at is null order by w.tenant_id, w.due_at limit 1)
            union all
            select next.tenant_id, next.due_at from walk cross join lateral (
                select w.tenant_id, w.due_at from work w
                where w.queue = q and w.dead_at is null and w.tenant_id > walk.tenant_id
                order by w.tenant_id, w.due_at limit 1) next
            where walk.tenant_id < after
        )
        select coalesce(tenants, '{}') || coalesce(array_agg(due.tenant_id), '{}') into tenants
        from (select walk.tenant_id from walk where walk.due_at <= clock_timestamp() and walk.tenant_id <= after
              limit free - coalesce(cardinality(tenants), 0)) due;
    end if;
    if cardinality(tenants) = 0 then
        return;
    end if;
    share := ceil(free::numeric / cardinality(tenants));
    foreach tenant in array tenants loop
        exit when free <= 0;
        perform lock_work(q, tenant);
        select least(share, each - count(*), free) into wanted from work w
        where w.queue = q and w.tenant_id = tenant and w.leased_by is not null and w.due_at > clock_timestamp();
        looked := 0;
        for found_work in
            select w.seq, w.key, w.crashes + (w.leased_by is not null)::int as crashes,
                   exists (select from work before
                           where before.queue = q and before.tenant_id = tenant and before.key = w.key
                             and before.seq < w.seq and before.dead_at is null) as behind
            from work w
            where w.queue = q and w.tenant_id = tenant and w.dead_at is null and w.due_at <= clock_timestamp()
            order by w.due_at, w.seq limit 1000 for update skip locked
        loop
            exit when wanted <= 0;
            looked := looked + 1;
            if found_work.behind then
                update work w set due_at = 'infinity', leased_by = null, crashes = found_work.crashes
                where w.queue = q and w.tenant_id = tenant and w.key = found_work.key and w.seq = found_work.seq;
            elsif found_work.crashes = 0 or suspects then
                suspects := suspects and found_work.crashes = 0;
                return query
                    update work w set leased_by = lease, due_at = clock_timestamp() + patience, crashes = found_work.crashes
                    where w.queue = q and w.tenant_id = tenant and w.key = found_work.key and w.seq = found_work.seq
                    returning w.seq, w.tenant_id, w.key, w.id, w.ref, w.failures, w.crashes;
                wanted := wanted - 1;
                free := free - 1;
            end if;
        end loop;
        if looked = 1000 then
            return query select 0::bigint, tenant, tenant, tenant, tenant, 0, 0;
        end if;
    end loop;
end $$;

ALTER FUNCTION public.take_work(q text, lease uuid, after uuid, free integer, each integer, suspects boolean, patience interval) OWNER TO pulso_owner;

CREATE FUNCTION public.upper_bound(piece oid) RETURNS uuid
    LANGUAGE sql STABLE
    RETURN (SELECT ("substring"(pg_get_expr(c.relpartbound, c.oid), 'TO \(''([0-9a-f-]{36})''\)'::text))::uuid AS "substring" FROM pg_class c WHERE (c.oid = upper_bound.piece));

ALTER FUNCTION public.upper_bound(piece oid) OWNER TO pulso_owner;

CREATE FUNCTION public.wake_work(q text, tenant uuid, of_key uuid) RETURNS void
    LANGUAGE plpgsql
    SET enable_seqscan TO 'off'
    SET enable_sort TO 'off'
    AS $$
begin
    update work w set due_at = clock_timestamp()
    where w.queue = q and w.tenant_id = tenant and w.key = of_key and w.due_at = 'infinity' and w.dead_at is null
      and w.seq = (select next.seq from work next
                   where next.queue = q and next.tenant_id = tenant and next.key = of_key and next.dead_at is null
                   order by next.queue, next.tenant_id, next.key, next.seq limit 1);
end $$;

ALTER FUNCTION public.wake_work(q text, tenant uuid, of_key uuid) OWNER TO pulso_owner;

CREATE TABLE public.account_tokens (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    purpose text NOT NULL,
    token_hash bytea NOT NULL,
    email text NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT account_tokens_purpose_check CHECK ((purpose = ANY (ARRAY['reset_password'::text, 'verify_email'::text, 'second_factor'::text])))
);
ALTER TABLE ONLY public.account_tokens ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.account_tokens ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.account_tokens ALTER COLUMN user_id SET STATISTICS 0;
ALTER TABLE ONLY public.account_tokens ALTER COLUMN purpose SET STATISTICS 0;
ALTER TABLE ONLY public.account_tokens ALTER COLUMN token_hash SET STATISTICS 0;
ALTER TABLE ONLY public.account_tokens ALTER COLUMN email SET STATISTICS 0;
ALTER TABLE ONLY public.account_tokens ALTER COLUMN failures SET STATISTICS 0;
ALTER TABLE ONLY public.account_tokens ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.account_tokens ALTER COLUMN expires_at SET STATISTICS 0;
ALTER TABLE ONLY public.account_tokens ALTER COLUMN used_at SET STATISTICS 0;

ALTER TABLE ONLY public.account_tokens FORCE ROW LEVEL SECURITY;

ALTER TABLE public.account_tokens OWNER TO pulso_owner;

CREATE TABLE public.api_keys (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    prefix text NOT NULL,
    key_hash bytea NOT NULL,
    scopes text[] NOT NULL,
    created_by uuid,
    expires_at timestamp with time zone,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    api_version text,
    replaced_by uuid,
    CONSTRAINT api_keys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
    CONSTRAINT api_keys_scopes_check CHECK ((cardinality(scopes) > 0))
);
ALTER TABLE ONLY public.api_keys ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.api_keys ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.api_keys ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.api_keys ALTER COLUMN prefix SET STATISTICS 0;
ALTER TABLE ONLY public.api_keys ALTER COLUMN key_hash SET STATISTICS 0;
ALTER TABLE ONLY public.api_keys ALTER COLUMN scopes SET STATISTICS 0;
ALTER TABLE ONLY public.api_keys ALTER COLUMN created_by SET STATISTICS 0;
ALTER TABLE ONLY public.api_keys ALTER COLUMN expires_at SET STATISTICS 0;
ALTER TABLE ONLY public.api_keys ALTER COLUMN last_used_at SET STATISTICS 0;
ALTER TABLE ONLY public.api_keys ALTER COLUMN revoked_at SET STATISTICS 0;
ALTER TABLE ONLY public.api_keys ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.api_keys ALTER COLUMN updated_at SET STATISTICS 0;
ALTER TABLE ONLY public.api_keys ALTER COLUMN version SET STATISTICS 0;
ALTER TABLE ONLY public.api_keys ALTER COLUMN api_version SET STATISTICS 0;
ALTER TABLE ONLY public.api_keys ALTER COLUMN replaced_by SET STATISTICS 0;

ALTER TABLE ONLY public.api_keys FORCE ROW LEVEL SECURITY;

ALTER TABLE public.api_keys OWNER TO pulso_owner;

CREATE TABLE public.audit_checks (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    checked_at timestamp with time zone NOT NULL,
    head_number bigint NOT NULL,
    head_hash bytea NOT NULL,
    blocks bigint NOT NULL,
    entries bigint NOT NULL,
    altered_entries bigint NOT NULL,
    deleted_entries bigint NOT NULL,
    inserted_entries bigint NOT NULL,
    bad_blocks bigint NOT NULL,
    first_problem text,
    first_block bigint,
    first_entry uuid,
    CONSTRAINT audit_checks_first_problem_check CHECK ((first_problem = ANY (ARRAY['entry_altered'::text, 'entry_deleted'::text, 'entry_inserted'::text, 'block_missing'::text, 'block_changed'::text, 'chain_rewritten'::text])))
);
ALTER TABLE ONLY public.audit_checks ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_checks ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_checks ALTER COLUMN checked_at SET STATISTICS 0;
ALTER TABLE ONLY public.audit_checks ALTER COLUMN head_number SET STATISTICS 0;
ALTER TABLE ONLY public.audit_checks ALTER COLUMN head_hash SET STATISTICS 0;
ALTER TABLE ONLY public.audit_checks ALTER COLUMN blocks SET STATISTICS 0;
ALTER TABLE ONLY public.audit_checks ALTER COLUMN entries SET STATISTICS 0;
ALTER TABLE ONLY public.audit_checks ALTER COLUMN altered_entries SET STATISTICS 0;
ALTER TABLE ONLY public.audit_checks ALTER COLUMN deleted_entries SET STATISTICS 0;
ALTER TABLE ONLY public.audit_checks ALTER COLUMN inserted_entries SET STATISTICS 0;
ALTER TABLE ONLY public.audit_checks ALTER COLUMN bad_blocks SET STATISTICS 0;
ALTER TABLE ONLY public.audit_checks ALTER COLUMN first_problem SET STATISTICS 0;
ALTER TABLE ONLY public.audit_checks ALTER COLUMN first_block SET STATISTICS 0;
ALTER TABLE ONLY public.audit_checks ALTER COLUMN first_entry SET STATISTICS 0;

ALTER TABLE ONLY public.audit_checks FORCE ROW LEVEL SECURITY;

ALTER TABLE public.audit_checks OWNER TO pulso_owner;

CREATE TABLE public.audit_heads (
    tenant_id uuid NOT NULL,
    number bigint NOT NULL,
    upto_tx bigint NOT NULL,
    upto_id uuid NOT NULL,
    complete_at timestamp with time zone,
    sealed_at timestamp with time zone,
    hash bytea NOT NULL
);
ALTER TABLE ONLY public.audit_heads ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_heads ALTER COLUMN number SET STATISTICS 0;
ALTER TABLE ONLY public.audit_heads ALTER COLUMN upto_tx SET STATISTICS 0;
ALTER TABLE ONLY public.audit_heads ALTER COLUMN upto_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_heads ALTER COLUMN complete_at SET STATISTICS 0;
ALTER TABLE ONLY public.audit_heads ALTER COLUMN sealed_at SET STATISTICS 0;
ALTER TABLE ONLY public.audit_heads ALTER COLUMN hash SET STATISTICS 0;

ALTER TABLE ONLY public.audit_heads FORCE ROW LEVEL SECURITY;

ALTER TABLE public.audit_heads OWNER TO pulso_owner;

CREATE TABLE public.audit_log_else (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT public.time_ordered_uuid() NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    actor_id uuid,
    actor text NOT NULL,
    request_id text,
    entity text NOT NULL,
    entity_id uuid NOT NULL,
    action text NOT NULL,
    before jsonb,
    after jsonb,
    tx bigint DEFAULT (txid_current() + public.audit_tx_offset()) NOT NULL,
    format smallint DEFAULT 2 NOT NULL,
    salt bytea DEFAULT uuid_send(gen_random_uuid()),
    digest bytea,
    redaction_id uuid,
    CONSTRAINT audit_log_action_check CHECK ((action = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);
ALTER TABLE ONLY public.audit_log_else ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_else ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_else ALTER COLUMN at SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_else ALTER COLUMN actor_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_else ALTER COLUMN actor SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_else ALTER COLUMN request_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_else ALTER COLUMN entity SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_else ALTER COLUMN entity_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_else ALTER COLUMN action SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_else ALTER COLUMN before SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_else ALTER COLUMN after SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_else ALTER COLUMN tx SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_else ALTER COLUMN format SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_else ALTER COLUMN salt SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_else ALTER COLUMN digest SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_else ALTER COLUMN redaction_id SET STATISTICS 0;

ALTER TABLE ONLY public.audit_log_else FORCE ROW LEVEL SECURITY;

ALTER TABLE public.audit_log_else OWNER TO pulso_owner;

CREATE TABLE public.audit_log_first (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT public.time_ordered_uuid() NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    actor_id uuid,
    actor text NOT NULL,
    request_id text,
    entity text NOT NULL,
    entity_id uuid NOT NULL,
    action text NOT NULL,
    before jsonb,
    after jsonb,
    tx bigint DEFAULT (txid_current() + public.audit_tx_offset()) NOT NULL,
    format smallint DEFAULT 2 NOT NULL,
    salt bytea DEFAULT uuid_send(gen_random_uuid()),
    digest bytea,
    redaction_id uuid,
    CONSTRAINT audit_log_action_check CHECK ((action = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);
ALTER TABLE ONLY public.audit_log_first ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_first ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_first ALTER COLUMN at SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_first ALTER COLUMN actor_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_first ALTER COLUMN actor SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_first ALTER COLUMN request_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_first ALTER COLUMN entity SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_first ALTER COLUMN entity_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_first ALTER COLUMN action SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_first ALTER COLUMN before SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_first ALTER COLUMN after SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_first ALTER COLUMN tx SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_first ALTER COLUMN format SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_first ALTER COLUMN salt SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_first ALTER COLUMN digest SET STATISTICS 0;
ALTER TABLE ONLY public.audit_log_first ALTER COLUMN redaction_id SET STATISTICS 0;

ALTER TABLE ONLY public.audit_log_first FORCE ROW LEVEL SECURITY;

ALTER TABLE public.audit_log_first OWNER TO pulso_owner;

CREATE TABLE public.audit_redactions (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT public.time_ordered_uuid() NOT NULL,
    subject_id uuid NOT NULL,
    reason text NOT NULL,
    entries integer NOT NULL,
    made_by text NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT audit_redactions_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 500)))
);
ALTER TABLE ONLY public.audit_redactions ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_redactions ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_redactions ALTER COLUMN subject_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_redactions ALTER COLUMN reason SET STATISTICS 0;
ALTER TABLE ONLY public.audit_redactions ALTER COLUMN entries SET STATISTICS 0;
ALTER TABLE ONLY public.audit_redactions ALTER COLUMN made_by SET STATISTICS 0;
ALTER TABLE ONLY public.audit_redactions ALTER COLUMN made_at SET STATISTICS 0;

ALTER TABLE ONLY public.audit_redactions FORCE ROW LEVEL SECURITY;

ALTER TABLE public.audit_redactions OWNER TO pulso_owner;

CREATE TABLE public.audit_retirements (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT public.time_ordered_uuid() NOT NULL,
    before_id uuid NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY public.audit_retirements ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_retirements ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_retirements ALTER COLUMN before_id SET STATISTICS 0;
ALTER TABLE ONLY public.audit_retirements ALTER COLUMN made_at SET STATISTICS 0;

ALTER TABLE ONLY public.audit_retirements FORCE ROW LEVEL SECURITY;

ALTER TABLE public.audit_retirements OWNER TO pulso_owner;

CREATE TABLE public.business_hours (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    intervals text[] NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    updated_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    version integer NOT NULL,
    CONSTRAINT business_hours_intervals_check CHECK (((cardinality(intervals) >= 1) AND (cardinality(intervals) <= 42)))
);
ALTER TABLE ONLY public.business_hours ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.business_hours ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.business_hours ALTER COLUMN intervals SET STATISTICS 0;
ALTER TABLE ONLY public.business_hours ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.business_hours ALTER COLUMN updated_at SET STATISTICS 0;
ALTER TABLE ONLY public.business_hours ALTER COLUMN version SET STATISTICS 0;

ALTER TABLE ONLY public.business_hours FORCE ROW LEVEL SECURITY;

ALTER TABLE public.business_hours OWNER TO pulso_owner;

CREATE TABLE public.companies (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    tax_id text,
    domain text,
    industry text,
    size text,
    website text,
    phone text,
    notes text,
    search text GENERATED ALWAYS AS (public.normalize_search(((((((name || ' '::text) || COALESCE(domain, ''::text)) || ' '::text) || COALESCE(tax_id, ''::text)) || ' '::text) || COALESCE(industry, ''::text)))) STORED NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    updated_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    name_key text GENERATED ALWAYS AS (public.name_key(name)) STORED NOT NULL,
    external_source text DEFAULT 'default'::text NOT NULL,
    external_id text,
    metadata text DEFAULT '{}'::text NOT NULL,
    CONSTRAINT companies_external_source_check CHECK ((external_source ~ '^[a-z0-9][a-z0-9_.-]{0,49}$'::text)),
    CONSTRAINT companies_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT companies_tax_id_check CHECK ((length(tax_id) = 14))
);
ALTER TABLE ONLY public.companies ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.companies ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.companies ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.companies ALTER COLUMN tax_id SET STATISTICS 0;
ALTER TABLE ONLY public.companies ALTER COLUMN domain SET STATISTICS 0;
ALTER TABLE ONLY public.companies ALTER COLUMN industry SET STATISTICS 0;
ALTER TABLE ONLY public.companies ALTER COLUMN size SET STATISTICS 0;
ALTER TABLE ONLY public.companies ALTER COLUMN website SET STATISTICS 0;
ALTER TABLE ONLY public.companies ALTER COLUMN phone SET STATISTICS 0;
ALTER TABLE ONLY public.companies ALTER COLUMN notes SET STATISTICS 0;
ALTER TABLE ONLY public.companies ALTER COLUMN search SET STATISTICS 0;
ALTER TABLE ONLY public.companies ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.companies ALTER COLUMN updated_at SET STATISTICS 0;
ALTER TABLE ONLY public.companies ALTER COLUMN version SET STATISTICS 0;
ALTER TABLE ONLY public.companies ALTER COLUMN name_key SET STATISTICS 0;
ALTER TABLE ONLY public.companies ALTER COLUMN external_source SET STATISTICS 0;
ALTER TABLE ONLY public.companies ALTER COLUMN external_id SET STATISTICS 0;
ALTER TABLE ONLY public.companies ALTER COLUMN metadata SET STATISTICS 0;

ALTER TABLE ONLY public.companies FORCE ROW LEVEL SECURITY;

ALTER TABLE public.companies OWNER TO pulso_owner;

CREATE TABLE public.contacts (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    email text,
    phone text,
    "position" text,
    company_id uuid,
    is_primary boolean DEFAULT false NOT NULL,
    notes text,
    search text GENERATED ALWAYS AS (public.normalize_search(((((((name || ' '::text) || COALESCE(email, ''::text)) || ' '::text) || COALESCE(phone, ''::text)) || ' '::text) || COALESCE("position", ''::text)))) STORED NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    updated_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    name_key text GENERATED ALWAYS AS (public.name_key(name)) STORED NOT NULL,
    external_source text DEFAULT 'default'::text NOT NULL,
    external_id text,
    metadata text DEFAULT '{}'::text NOT NULL,
    CONSTRAINT contacts_external_source_check CHECK ((external_source ~ '^[a-z0-9][a-z0-9_.-]{0,49}$'::text)),
    CONSTRAINT contacts_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT contacts_primary_needs_company CHECK (((company_id IS NOT NULL) OR (NOT is_primary)))
);
ALTER TABLE ONLY public.contacts ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.contacts ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.contacts ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.contacts ALTER COLUMN email SET STATISTICS 0;
ALTER TABLE ONLY public.contacts ALTER COLUMN phone SET STATISTICS 0;
ALTER TABLE ONLY public.contacts ALTER COLUMN "position" SET STATISTICS 0;
ALTER TABLE ONLY public.contacts ALTER COLUMN company_id SET STATISTICS 0;
ALTER TABLE ONLY public.contacts ALTER COLUMN is_primary SET STATISTICS 0;
ALTER TABLE ONLY public.contacts ALTER COLUMN notes SET STATISTICS 0;
ALTER TABLE ONLY public.contacts ALTER COLUMN search SET STATISTICS 0;
ALTER TABLE ONLY public.contacts ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.contacts ALTER COLUMN updated_at SET STATISTICS 0;
ALTER TABLE ONLY public.contacts ALTER COLUMN version SET STATISTICS 0;
ALTER TABLE ONLY public.contacts ALTER COLUMN name_key SET STATISTICS 0;
ALTER TABLE ONLY public.contacts ALTER COLUMN external_source SET STATISTICS 0;
ALTER TABLE ONLY public.contacts ALTER COLUMN external_id SET STATISTICS 0;
ALTER TABLE ONLY public.contacts ALTER COLUMN metadata SET STATISTICS 0;

ALTER TABLE ONLY public.contacts FORCE ROW LEVEL SECURITY;

ALTER TABLE public.contacts OWNER TO pulso_owner;

CREATE TABLE public.contract_changes (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT public.time_ordered_uuid() NOT NULL,
    contract_id uuid NOT NULL,
    effective_on date NOT NULL,
    amount_cents bigint NOT NULL,
    cost_cents bigint NOT NULL,
    billing_cycle text NOT NULL,
    status text NOT NULL,
    paying boolean NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    currency character(3) NOT NULL,
    service_type text NOT NULL
);
ALTER TABLE ONLY public.contract_changes ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.contract_changes ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.contract_changes ALTER COLUMN contract_id SET STATISTICS 0;
ALTER TABLE ONLY public.contract_changes ALTER COLUMN effective_on SET STATISTICS 0;
ALTER TABLE ONLY public.contract_changes ALTER COLUMN amount_cents SET STATISTICS 0;
ALTER TABLE ONLY public.contract_changes ALTER COLUMN cost_cents SET STATISTICS 0;
ALTER TABLE ONLY public.contract_changes ALTER COLUMN billing_cycle SET STATISTICS 0;
ALTER TABLE ONLY public.contract_changes ALTER COLUMN status SET STATISTICS 0;
ALTER TABLE ONLY public.contract_changes ALTER COLUMN paying SET STATISTICS 0;
ALTER TABLE ONLY public.contract_changes ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.contract_changes ALTER COLUMN currency SET STATISTICS 0;
ALTER TABLE ONLY public.contract_changes ALTER COLUMN service_type SET STATISTICS 0;

ALTER TABLE ONLY public.contract_changes FORCE ROW LEVEL SECURITY;

ALTER TABLE public.contract_changes OWNER TO pulso_owner;

CREATE TABLE public.contracts (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    customer_id uuid NOT NULL,
    deal_id uuid,
    service_type text NOT NULL,
    title text NOT NULL,
    description text,
    billing_cycle text NOT NULL,
    amount_cents bigint NOT NULL,
    cost_cents bigint DEFAULT 0 NOT NULL,
    currency character(3) NOT NULL,
    status text NOT NULL,
    paying boolean NOT NULL,
    terms_since date,
    start_on date NOT NULL,
    end_on date,
    next_review_on date,
    term_months integer,
    billing_day integer,
    reference_type text,
    reference_id text,
    external_id text,
    internal_notes text,
    search text GENERATED ALWAYS AS (public.normalize_search(((((title || ' '::text) || COALESCE(reference_id, ''::text)) || ' '::text) || COALESCE(external_id, ''::text)))) STORED NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    updated_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    external_source text DEFAULT 'default'::text NOT NULL,
    metadata text DEFAULT '{}'::text NOT NULL,
    CONSTRAINT contracts_amount_cents_check CHECK ((amount_cents >= 0)),
    CONSTRAINT contracts_billing_cycle_check CHECK ((billing_cycle = ANY (ARRAY['monthly'::text, 'quarterly'::text, 'semiannual'::text, 'annual'::text]))),
    CONSTRAINT contracts_billing_day_check CHECK (((billing_day >= 1) AND (billing_day <= 31))),
    CONSTRAINT contracts_cancelled_ends_check CHECK (((status <> 'cancelled'::text) OR (end_on IS NOT NULL))),
    CONSTRAINT contracts_cost_cents_check CHECK ((cost_cents >= 0)),
    CONSTRAINT contracts_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT contracts_dates_check CHECK ((end_on >= start_on)),
    CONSTRAINT contracts_external_source_check CHECK ((external_source ~ '^[a-z0-9][a-z0-9_.-]{0,49}$'::text)),
    CONSTRAINT contracts_paying_check CHECK (((status = 'cancelled'::text) OR (paying = (status = 'active'::text)))),
    CONSTRAINT contracts_status_check CHECK ((status = ANY (ARRAY['trial'::text, 'active'::text, 'frozen'::text, 'cancelled'::text]))),
    CONSTRAINT contracts_term_months_check CHECK (((term_months >= 1) AND (term_months <= 120))),
    CONSTRAINT contracts_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
)
WITH (autovacuum_vacuum_scale_factor='0.02', autovacuum_vacuum_insert_scale_factor='0.05', autovacuum_analyze_scale_factor='0.05');
ALTER TABLE ONLY public.contracts ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN customer_id SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN deal_id SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN service_type SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN title SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN description SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN billing_cycle SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN amount_cents SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN cost_cents SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN currency SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN status SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN paying SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN terms_since SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN start_on SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN end_on SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN next_review_on SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN term_months SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN billing_day SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN reference_type SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN reference_id SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN external_id SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN internal_notes SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN search SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN updated_at SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN version SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN external_source SET STATISTICS 0;
ALTER TABLE ONLY public.contracts ALTER COLUMN metadata SET STATISTICS 0;

ALTER TABLE ONLY public.contracts FORCE ROW LEVEL SECURITY;

ALTER TABLE public.contracts OWNER TO pulso_owner;

CREATE VIEW public.contract_facts WITH (security_invoker='true') AS
 SELECT tenant_id,
    id,
    customer_id,
    currency,
    status,
    paying,
    billing_cycle,
    amount_cents,
    start_on,
    end_on,
    next_review_on,
        CASE billing_cycle
            WHEN 'monthly'::text THEN 1
            WHEN 'quarterly'::text THEN 3
            WHEN 'semiannual'::text THEN 6
            ELSE 12
        END AS cycle_months,
    title
   FROM public.contracts;

ALTER TABLE public.contract_facts OWNER TO pulso_owner;

CREATE TABLE public.customers (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    tax_id text,
    email text,
    phone text,
    billing_status text DEFAULT 'current'::text NOT NULL,
    company_id uuid,
    crm_deal_id uuid,
    account_manager_id uuid,
    external_id text,
    notes text,
    search text GENERATED ALWAYS AS (public.normalize_search(((((((name || ' '::text) || COALESCE(email, ''::text)) || ' '::text) || COALESCE(tax_id, ''::text)) || ' '::text) || COALESCE(phone, ''::text)))) STORED NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    updated_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    name_key text GENERATED ALWAYS AS (public.name_key(name)) STORED NOT NULL,
    external_source text DEFAULT 'default'::text NOT NULL,
    metadata text DEFAULT '{}'::text NOT NULL,
    website text,
    CONSTRAINT customers_billing_status_check CHECK ((billing_status = ANY (ARRAY['current'::text, 'delinquent'::text, 'blocked'::text]))),
    CONSTRAINT customers_external_source_check CHECK ((external_source ~ '^[a-z0-9][a-z0-9_.-]{0,49}$'::text)),
    CONSTRAINT customers_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'company'::text]))),
    CONSTRAINT customers_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT customers_tax_id_check CHECK ((length(tax_id) = ANY (ARRAY[11, 14])))
);
ALTER TABLE ONLY public.customers ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.customers ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.customers ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.customers ALTER COLUMN kind SET STATISTICS 0;
ALTER TABLE ONLY public.customers ALTER COLUMN tax_id SET STATISTICS 0;
ALTER TABLE ONLY public.customers ALTER COLUMN email SET STATISTICS 0;
ALTER TABLE ONLY public.customers ALTER COLUMN phone SET STATISTICS 0;
ALTER TABLE ONLY public.customers ALTER COLUMN billing_status SET STATISTICS 0;
ALTER TABLE ONLY public.customers ALTER COLUMN company_id SET STATISTICS 0;
ALTER TABLE ONLY public.customers ALTER COLUMN crm_deal_id SET STATISTICS 0;
ALTER TABLE ONLY public.customers ALTER COLUMN account_manager_id SET STATISTICS 0;
ALTER TABLE ONLY public.customers ALTER COLUMN external_id SET STATISTICS 0;
ALTER TABLE ONLY public.customers ALTER COLUMN notes SET STATISTICS 0;
ALTER TABLE ONLY public.customers ALTER COLUMN search SET STATISTICS 0;
ALTER TABLE ONLY public.customers ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.customers ALTER COLUMN updated_at SET STATISTICS 0;
ALTER TABLE ONLY public.customers ALTER COLUMN version SET STATISTICS 0;
ALTER TABLE ONLY public.customers ALTER COLUMN name_key SET STATISTICS 0;
ALTER TABLE ONLY public.customers ALTER COLUMN external_source SET STATISTICS 0;
ALTER TABLE ONLY public.customers ALTER COLUMN metadata SET STATISTICS 0;
ALTER TABLE ONLY public.customers ALTER COLUMN website SET STATISTICS 0;

ALTER TABLE ONLY public.customers FORCE ROW LEVEL SECURITY;

ALTER TABLE public.customers OWNER TO pulso_owner;

CREATE VIEW public.customer_names WITH (security_invoker='true') AS
 SELECT tenant_id,
    id,
    name,
    search
   FROM public.customers;

ALTER TABLE public.customer_names OWNER TO pulso_owner;

CREATE VIEW public.customer_parties WITH (security_invoker='true') AS
 SELECT tenant_id,
    id,
    name,
    tax_id
   FROM public.customers;

ALTER TABLE public.customer_parties OWNER TO pulso_owner;

CREATE TABLE public.databasechangelog (
    id character varying(255) NOT NULL,
    author character varying(255) NOT NULL,
    filename character varying(255) NOT NULL,
    dateexecuted timestamp without time zone NOT NULL,
    orderexecuted integer NOT NULL,
    exectype character varying(10) NOT NULL,
    md5sum character varying(35),
    description character varying(255),
    comments character varying(255),
    tag character varying(255),
    liquibase character varying(20),
    contexts character varying(255),
    labels character varying(255),
    deployment_id character varying(10)
);
ALTER TABLE ONLY public.databasechangelog ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.databasechangelog ALTER COLUMN author SET STATISTICS 0;
ALTER TABLE ONLY public.databasechangelog ALTER COLUMN filename SET STATISTICS 0;
ALTER TABLE ONLY public.databasechangelog ALTER COLUMN dateexecuted SET STATISTICS 0;
ALTER TABLE ONLY public.databasechangelog ALTER COLUMN orderexecuted SET STATISTICS 0;
ALTER TABLE ONLY public.databasechangelog ALTER COLUMN exectype SET STATISTICS 0;
ALTER TABLE ONLY public.databasechangelog ALTER COLUMN md5sum SET STATISTICS 0;
ALTER TABLE ONLY public.databasechangelog ALTER COLUMN description SET STATISTICS 0;
ALTER TABLE ONLY public.databasechangelog ALTER COLUMN comments SET STATISTICS 0;
ALTER TABLE ONLY public.databasechangelog ALTER COLUMN tag SET STATISTICS 0;
ALTER TABLE ONLY public.databasechangelog ALTER COLUMN liquibase SET STATISTICS 0;
ALTER TABLE ONLY public.databasechangelog ALTER COLUMN contexts SET STATISTICS 0;
ALTER TABLE ONLY public.databasechangelog ALTER COLUMN labels SET STATISTICS 0;
ALTER TABLE ONLY public.databasechangelog ALTER COLUMN deployment_id SET STATISTICS 0;

ALTER TABLE public.databasechangelog OWNER TO pulso_owner;

COMMENT ON TABLE public.databasechangelog IS 'b759b28124039c85946e23a44ec6b0d262449c30b2badbb95fa16dc9adcb7733 189 2026-11-30 12:25:30.865491';

CREATE TABLE public.databasechangeloglock (
    id integer NOT NULL,
    locked boolean NOT NULL,
    lockgranted timestamp without time zone,
    lockedby character varying(255)
);
ALTER TABLE ONLY public.databasechangeloglock ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.databasechangeloglock ALTER COLUMN locked SET STATISTICS 0;
ALTER TABLE ONLY public.databasechangeloglock ALTER COLUMN lockgranted SET STATISTICS 0;
ALTER TABLE ONLY public.databasechangeloglock ALTER COLUMN lockedby SET STATISTICS 0;

ALTER TABLE public.databasechangeloglock OWNER TO pulso_owner;

CREATE TABLE public.deal_changes (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT public.time_ordered_uuid() NOT NULL,
    deal_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    stage_id uuid NOT NULL,
    status text NOT NULL,
    amount_cents bigint NOT NULL,
    currency character(3) NOT NULL,
    probability integer NOT NULL
)
PARTITION BY RANGE (id);
ALTER TABLE ONLY public.deal_changes ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes ALTER COLUMN deal_id SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes ALTER COLUMN at SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes ALTER COLUMN stage_id SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes ALTER COLUMN status SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes ALTER COLUMN amount_cents SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes ALTER COLUMN currency SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes ALTER COLUMN probability SET STATISTICS 0;

ALTER TABLE ONLY public.deal_changes FORCE ROW LEVEL SECURITY;

ALTER TABLE public.deal_changes OWNER TO pulso_owner;

CREATE TABLE public.deal_changes_else (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT public.time_ordered_uuid() NOT NULL,
    deal_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    stage_id uuid NOT NULL,
    status text NOT NULL,
    amount_cents bigint NOT NULL,
    currency character(3) NOT NULL,
    probability integer NOT NULL
);
ALTER TABLE ONLY public.deal_changes_else ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes_else ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes_else ALTER COLUMN deal_id SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes_else ALTER COLUMN at SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes_else ALTER COLUMN stage_id SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes_else ALTER COLUMN status SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes_else ALTER COLUMN amount_cents SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes_else ALTER COLUMN currency SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes_else ALTER COLUMN probability SET STATISTICS 0;

ALTER TABLE ONLY public.deal_changes_else FORCE ROW LEVEL SECURITY;

ALTER TABLE public.deal_changes_else OWNER TO pulso_owner;

CREATE TABLE public.deal_changes_first (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT public.time_ordered_uuid() NOT NULL,
    deal_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    stage_id uuid NOT NULL,
    status text NOT NULL,
    amount_cents bigint NOT NULL,
    currency character(3) NOT NULL,
    probability integer NOT NULL
);
ALTER TABLE ONLY public.deal_changes_first ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes_first ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes_first ALTER COLUMN deal_id SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes_first ALTER COLUMN at SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes_first ALTER COLUMN stage_id SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes_first ALTER COLUMN status SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes_first ALTER COLUMN amount_cents SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes_first ALTER COLUMN currency SET STATISTICS 0;
ALTER TABLE ONLY public.deal_changes_first ALTER COLUMN probability SET STATISTICS 0;

ALTER TABLE ONLY public.deal_changes_first FORCE ROW LEVEL SECURITY;

ALTER TABLE public.deal_changes_first OWNER TO pulso_owner;

CREATE TABLE public.deals (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    title text NOT NULL,
    amount_cents bigint DEFAULT 0 NOT NULL,
    currency character(3) NOT NULL,
    pipeline_id uuid NOT NULL,
    stage_id uuid NOT NULL,
    "position" text NOT NULL COLLATE pg_catalog."C",
    company_id uuid,
    contact_id uuid,
    owner_id uuid,
    expected_close_on date,
    status text DEFAULT 'open'::text NOT NULL,
    closed_on date,
    lost_reason text,
    lead_id uuid,
    customer_id uuid,
    external_id text,
    stage_entered_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    search text GENERATED ALWAYS AS (public.normalize_search(title)) STORED NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    updated_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    external_source text DEFAULT 'default'::text NOT NULL,
    metadata text DEFAULT '{}'::text NOT NULL,
    CONSTRAINT deals_amount_cents_check CHECK ((amount_cents >= 0)),
    CONSTRAINT deals_closed_has_date CHECK (((status = 'open'::text) = (closed_on IS NULL))),
    CONSTRAINT deals_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT deals_external_source_check CHECK ((external_source ~ '^[a-z0-9][a-z0-9_.-]{0,49}$'::text)),
    CONSTRAINT deals_lost_has_reason CHECK (((status = 'lost'::text) OR (lost_reason IS NULL))),
    CONSTRAINT deals_lost_reason_check CHECK ((length(lost_reason) <= 500)),
    CONSTRAINT deals_position_check CHECK (("position" <> ''::text)),
    CONSTRAINT deals_status_check CHECK ((status = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text]))),
    CONSTRAINT deals_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
)
WITH (autovacuum_vacuum_scale_factor='0.02', autovacuum_vacuum_insert_scale_factor='0.05', autovacuum_analyze_scale_factor='0.05');
ALTER TABLE ONLY public.deals ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN title SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN amount_cents SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN currency SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN pipeline_id SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN stage_id SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN "position" SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN company_id SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN contact_id SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN owner_id SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN expected_close_on SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN status SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN closed_on SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN lost_reason SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN lead_id SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN customer_id SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN external_id SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN stage_entered_at SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN search SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN updated_at SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN version SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN external_source SET STATISTICS 0;
ALTER TABLE ONLY public.deals ALTER COLUMN metadata SET STATISTICS 0;

ALTER TABLE ONLY public.deals FORCE ROW LEVEL SECURITY;

ALTER TABLE public.deals OWNER TO pulso_owner;

CREATE TABLE public.stages (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    pipeline_id uuid NOT NULL,
    ordinal integer NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    probability integer NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    updated_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    CONSTRAINT stages_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
    CONSTRAINT stages_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT stages_probability_check CHECK (((probability >= 0) AND (probability <= 100))),
    CONSTRAINT stages_type_check CHECK ((type = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text])))
);
ALTER TABLE ONLY public.stages ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.stages ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.stages ALTER COLUMN pipeline_id SET STATISTICS 0;
ALTER TABLE ONLY public.stages ALTER COLUMN ordinal SET STATISTICS 0;
ALTER TABLE ONLY public.stages ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.stages ALTER COLUMN type SET STATISTICS 0;
ALTER TABLE ONLY public.stages ALTER COLUMN probability SET STATISTICS 0;
ALTER TABLE ONLY public.stages ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.stages ALTER COLUMN updated_at SET STATISTICS 0;
ALTER TABLE ONLY public.stages ALTER COLUMN version SET STATISTICS 0;

ALTER TABLE ONLY public.stages FORCE ROW LEVEL SECURITY;

ALTER TABLE public.stages OWNER TO pulso_owner;

CREATE VIEW public.deal_facts WITH (security_invoker='true') AS
 SELECT d.tenant_id,
    d.id,
    d.stage_id,
    d.status,
    d.amount_cents,
    d.currency,
    d.lead_id,
    d.created_at,
    d.closed_on,
    s.probability
   FROM (public.deals d
     LEFT JOIN public.stages s ON (((s.tenant_id = d.tenant_id) AND (s.id = d.stage_id))));

ALTER TABLE public.deal_facts OWNER TO pulso_owner;

CREATE VIEW public.deal_history WITH (security_invoker='true') AS
 SELECT h.tenant_id,
    h.id,
    h.deal_id,
    h.at,
    h.stage_id,
    h.status,
    h.amount_cents,
    h.currency,
    COALESCE(s.probability, h.probability) AS probability
   FROM (public.deal_changes h
     LEFT JOIN public.stages s ON (((s.tenant_id = h.tenant_id) AND (s.id = h.stage_id))));

ALTER TABLE public.deal_history OWNER TO pulso_owner;

CREATE TABLE public.handled_events (
    tenant_id uuid NOT NULL,
    handler text NOT NULL,
    event_id uuid NOT NULL,
    handled_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY public.handled_events ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.handled_events ALTER COLUMN handler SET STATISTICS 0;
ALTER TABLE ONLY public.handled_events ALTER COLUMN event_id SET STATISTICS 0;
ALTER TABLE ONLY public.handled_events ALTER COLUMN handled_at SET STATISTICS 0;

ALTER TABLE ONLY public.handled_events FORCE ROW LEVEL SECURITY;

ALTER TABLE public.handled_events OWNER TO pulso_owner;

CREATE TABLE public.holidays (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    day date NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    updated_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    CONSTRAINT holidays_day_check CHECK (((day >= '2000-01-01'::date) AND (day <= '2099-12-31'::date))),
    CONSTRAINT holidays_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
);
ALTER TABLE ONLY public.holidays ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.holidays ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.holidays ALTER COLUMN day SET STATISTICS 0;
ALTER TABLE ONLY public.holidays ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.holidays ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.holidays ALTER COLUMN updated_at SET STATISTICS 0;
ALTER TABLE ONLY public.holidays ALTER COLUMN version SET STATISTICS 0;

ALTER TABLE ONLY public.holidays FORCE ROW LEVEL SECURITY;

ALTER TABLE public.holidays OWNER TO pulso_owner;

CREATE TABLE public.idempotency_keys (
    tenant_id uuid NOT NULL,
    key text NOT NULL,
    operation text NOT NULL,
    request_hash text NOT NULL,
    status integer,
    answer jsonb,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    actor text DEFAULT ''::text NOT NULL,
    sealed bytea,
    CONSTRAINT idempotency_keys_key_check CHECK (((length(key) >= 1) AND (length(key) <= 255)))
);
ALTER TABLE ONLY public.idempotency_keys ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.idempotency_keys ALTER COLUMN key SET STATISTICS 0;
ALTER TABLE ONLY public.idempotency_keys ALTER COLUMN operation SET STATISTICS 0;
ALTER TABLE ONLY public.idempotency_keys ALTER COLUMN request_hash SET STATISTICS 0;
ALTER TABLE ONLY public.idempotency_keys ALTER COLUMN status SET STATISTICS 0;
ALTER TABLE ONLY public.idempotency_keys ALTER COLUMN answer SET STATISTICS 0;
ALTER TABLE ONLY public.idempotency_keys ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.idempotency_keys ALTER COLUMN actor SET STATISTICS 0;
ALTER TABLE ONLY public.idempotency_keys ALTER COLUMN sealed SET STATISTICS 0;

ALTER TABLE ONLY public.idempotency_keys FORCE ROW LEVEL SECURITY;

ALTER TABLE public.idempotency_keys OWNER TO pulso_owner;

CREATE TABLE public.import_chunks (
    tenant_id uuid NOT NULL,
    import_id uuid NOT NULL,
    place integer NOT NULL,
    content bytea NOT NULL
);
ALTER TABLE ONLY public.import_chunks ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.import_chunks ALTER COLUMN import_id SET STATISTICS 0;
ALTER TABLE ONLY public.import_chunks ALTER COLUMN place SET STATISTICS 0;
ALTER TABLE ONLY public.import_chunks ALTER COLUMN content SET STATISTICS 0;

ALTER TABLE ONLY public.import_chunks FORCE ROW LEVEL SECURITY;

ALTER TABLE public.import_chunks OWNER TO pulso_owner;

CREATE TABLE public.import_failed_rows (
    tenant_id uuid NOT NULL,
    import_id uuid NOT NULL,
    line bigint NOT NULL,
    cells jsonb NOT NULL,
    errors jsonb NOT NULL
);
ALTER TABLE ONLY public.import_failed_rows ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.import_failed_rows ALTER COLUMN import_id SET STATISTICS 0;
ALTER TABLE ONLY public.import_failed_rows ALTER COLUMN line SET STATISTICS 0;
ALTER TABLE ONLY public.import_failed_rows ALTER COLUMN cells SET STATISTICS 0;
ALTER TABLE ONLY public.import_failed_rows ALTER COLUMN errors SET STATISTICS 0;

ALTER TABLE ONLY public.import_failed_rows FORCE ROW LEVEL SECURITY;

ALTER TABLE public.import_failed_rows OWNER TO pulso_owner;

CREATE TABLE public.import_queue (
    import_id uuid NOT NULL,
    tenant_id uuid NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    lease_until timestamp with time zone DEFAULT '-infinity'::timestamp with time zone NOT NULL
);
ALTER TABLE ONLY public.import_queue ALTER COLUMN import_id SET STATISTICS 0;
ALTER TABLE ONLY public.import_queue ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.import_queue ALTER COLUMN attempts SET STATISTICS 0;
ALTER TABLE ONLY public.import_queue ALTER COLUMN lease_until SET STATISTICS 0;

ALTER TABLE public.import_queue OWNER TO pulso_owner;

CREATE TABLE public.imports (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    entity text NOT NULL,
    file_name text NOT NULL,
    charset text NOT NULL,
    separator text NOT NULL,
    columns jsonb NOT NULL,
    mapping text NOT NULL,
    options text,
    status text DEFAULT 'queued'::text NOT NULL,
    rows bigint DEFAULT 0 NOT NULL,
    total_rows bigint NOT NULL,
    created bigint DEFAULT 0 NOT NULL,
    updated bigint DEFAULT 0 NOT NULL,
    skipped bigint DEFAULT 0 NOT NULL,
    failed bigint DEFAULT 0 NOT NULL,
    result jsonb DEFAULT '{}'::jsonb NOT NULL,
    error text,
    actor_id uuid,
    actor text NOT NULL,
    request_id text,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT imports_separator_check CHECK ((length(separator) = 1)),
    CONSTRAINT imports_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'succeeded'::text, 'failed'::text])))
);
ALTER TABLE ONLY public.imports ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN entity SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN file_name SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN charset SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN separator SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN columns SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN mapping SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN options SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN status SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN rows SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN total_rows SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN created SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN updated SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN skipped SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN failed SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN result SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN error SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN actor_id SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN actor SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN request_id SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN started_at SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN finished_at SET STATISTICS 0;
ALTER TABLE ONLY public.imports ALTER COLUMN created_at SET STATISTICS 0;

ALTER TABLE ONLY public.imports FORCE ROW LEVEL SECURITY;

ALTER TABLE public.imports OWNER TO pulso_owner;

CREATE TABLE public.invitations (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    email text NOT NULL,
    name text,
    role text NOT NULL,
    token_hash bytea NOT NULL,
    invited_by uuid,
    sent_count integer DEFAULT 1 NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    revoked_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    secret_hash bytea,
    CONSTRAINT invitations_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
ALTER TABLE ONLY public.invitations ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.invitations ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.invitations ALTER COLUMN email SET STATISTICS 0;
ALTER TABLE ONLY public.invitations ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.invitations ALTER COLUMN role SET STATISTICS 0;
ALTER TABLE ONLY public.invitations ALTER COLUMN token_hash SET STATISTICS 0;
ALTER TABLE ONLY public.invitations ALTER COLUMN invited_by SET STATISTICS 0;
ALTER TABLE ONLY public.invitations ALTER COLUMN sent_count SET STATISTICS 0;
ALTER TABLE ONLY public.invitations ALTER COLUMN expires_at SET STATISTICS 0;
ALTER TABLE ONLY public.invitations ALTER COLUMN accepted_at SET STATISTICS 0;
ALTER TABLE ONLY public.invitations ALTER COLUMN revoked_at SET STATISTICS 0;
ALTER TABLE ONLY public.invitations ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.invitations ALTER COLUMN updated_at SET STATISTICS 0;
ALTER TABLE ONLY public.invitations ALTER COLUMN version SET STATISTICS 0;
ALTER TABLE ONLY public.invitations ALTER COLUMN secret_hash SET STATISTICS 0;

ALTER TABLE ONLY public.invitations FORCE ROW LEVEL SECURITY;

ALTER TABLE public.invitations OWNER TO pulso_owner;

CREATE TABLE public.invoice_counters (
    tenant_id uuid NOT NULL,
    last_number bigint DEFAULT 0 NOT NULL,
    CONSTRAINT invoice_counters_last_number_check CHECK ((last_number >= 0))
);
ALTER TABLE ONLY public.invoice_counters ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.invoice_counters ALTER COLUMN last_number SET STATISTICS 0;

ALTER TABLE ONLY public.invoice_counters FORCE ROW LEVEL SECURITY;

ALTER TABLE public.invoice_counters OWNER TO pulso_owner;

CREATE TABLE public.invoices (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    number bigint,
    origin text NOT NULL,
    customer_id uuid NOT NULL,
    customer_name text NOT NULL,
    customer_tax_id text,
    contract_id uuid,
    period_start date,
    period_end date,
    currency character(3) NOT NULL,
    total_cents bigint NOT NULL,
    paid_cents bigint DEFAULT 0 NOT NULL,
    status text DEFAULT 'draft'::text NOT NULL,
    issued_on date,
    due_on date NOT NULL,
    last_paid_on date,
    cancel_reason text,
    notes text,
    search text GENERATED ALWAYS AS (public.normalize_search(((((customer_name || ' '::text) || COALESCE(customer_tax_id, ''::text)) || ' '::text) || COALESCE((number)::text, ''::text)))) STORED NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    updated_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    counted_from date,
    overdue_since date,
    external_source text DEFAULT 'default'::text NOT NULL,
    external_id text,
    metadata text DEFAULT '{}'::text NOT NULL,
    CONSTRAINT invoices_cancel_rule CHECK (((status = 'cancelled'::text) = (cancel_reason IS NOT NULL))),
    CONSTRAINT invoices_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT invoices_external_source_check CHECK ((external_source ~ '^[a-z0-9][a-z0-9_.-]{0,49}$'::text)),
    CONSTRAINT invoices_notes_check CHECK ((length(notes) <= 2000)),
    CONSTRAINT invoices_number_check CHECK ((number > 0)),
    CONSTRAINT invoices_number_rule CHECK (((number IS NULL) = (issued_on IS NULL))),
    CONSTRAINT invoices_origin_check CHECK ((origin = ANY (ARRAY['manual'::text, 'run'::text]))),
    CONSTRAINT invoices_origin_rule CHECK (
CASE origin
    WHEN 'run'::text THEN ((contract_id IS NOT NULL) AND (period_start IS NOT NULL) AND (period_end IS NOT NULL))
    ELSE ((period_start IS NULL) AND (period_end IS NULL))
END),
    CONSTRAINT invoices_overdue_rule CHECK (((overdue_since IS NULL) OR ((number IS NOT NULL) AND (overdue_since > due_on)))),
    CONSTRAINT invoices_paid_on_rule CHECK (((last_paid_on IS NULL) = (paid_cents = 0))),
    CONSTRAINT invoices_paid_rule CHECK (((paid_cents >= 0) AND (paid_cents <= total_cents))),
    CONSTRAINT invoices_period_rule CHECK ((period_start <= period_end)),
    CONSTRAINT invoices_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'issued'::text, 'paid'::text, 'cancelled'::text]))),
    CONSTRAINT invoices_status_rule CHECK (
CASE status
    WHEN 'draft'::text THEN ((number IS NULL) AND (paid_cents = 0))
    WHEN 'issued'::text THEN ((number IS NOT NULL) AND (paid_cents < total_cents))
    WHEN 'paid'::text THEN ((number IS NOT NULL) AND (paid_cents = total_cents))
    ELSE (paid_cents = 0)
END),
    CONSTRAINT invoices_total_cents_check CHECK ((total_cents > 0))
)
WITH (autovacuum_vacuum_scale_factor='0.02', autovacuum_vacuum_insert_scale_factor='0.05', autovacuum_analyze_scale_factor='0.05');
ALTER TABLE ONLY public.invoices ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN number SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN origin SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN customer_id SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN customer_name SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN customer_tax_id SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN contract_id SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN period_start SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN period_end SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN currency SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN total_cents SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN paid_cents SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN status SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN issued_on SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN due_on SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN last_paid_on SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN cancel_reason SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN notes SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN search SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN updated_at SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN version SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN counted_from SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN overdue_since SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN external_source SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN external_id SET STATISTICS 0;
ALTER TABLE ONLY public.invoices ALTER COLUMN metadata SET STATISTICS 0;

ALTER TABLE ONLY public.invoices FORCE ROW LEVEL SECURITY;

ALTER TABLE public.invoices OWNER TO pulso_owner;

CREATE VIEW public.invoice_facts WITH (security_invoker='true') AS
 SELECT tenant_id,
    id,
    customer_id,
    contract_id,
    period_start,
    period_end,
    currency,
    total_cents,
    paid_cents,
    status,
    issued_on,
    due_on,
        CASE status
            WHEN 'cancelled'::text THEN updated_at
            ELSE NULL::timestamp with time zone
        END AS cancelled_at
   FROM public.invoices;

ALTER TABLE public.invoice_facts OWNER TO pulso_owner;

CREATE TABLE public.invoice_items (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    invoice_id uuid NOT NULL,
    "position" integer NOT NULL,
    description text NOT NULL,
    kind text NOT NULL,
    quantity numeric(10,3) NOT NULL,
    unit_cents bigint NOT NULL,
    total_cents bigint NOT NULL,
    unit_price numeric(20,6),
    CONSTRAINT invoice_items_description_check CHECK (((length(description) >= 1) AND (length(description) <= 300))),
    CONSTRAINT invoice_items_kind_check CHECK ((kind = ANY (ARRAY['plan'::text, 'product'::text, 'service'::text]))),
    CONSTRAINT invoice_items_position_check CHECK (("position" >= 0)),
    CONSTRAINT invoice_items_quantity_check CHECK ((quantity > (0)::numeric)),
    CONSTRAINT invoice_items_sum_rule CHECK (((unit_price IS NOT NULL) OR ((total_cents)::numeric = round((quantity * (unit_cents)::numeric))))),
    CONSTRAINT invoice_items_unit_cents_check CHECK ((unit_cents >= 0))
)
WITH (autovacuum_vacuum_insert_scale_factor='0.05', autovacuum_analyze_scale_factor='0.05');
ALTER TABLE ONLY public.invoice_items ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.invoice_items ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.invoice_items ALTER COLUMN invoice_id SET STATISTICS 0;
ALTER TABLE ONLY public.invoice_items ALTER COLUMN "position" SET STATISTICS 0;
ALTER TABLE ONLY public.invoice_items ALTER COLUMN description SET STATISTICS 0;
ALTER TABLE ONLY public.invoice_items ALTER COLUMN kind SET STATISTICS 0;
ALTER TABLE ONLY public.invoice_items ALTER COLUMN quantity SET STATISTICS 0;
ALTER TABLE ONLY public.invoice_items ALTER COLUMN unit_cents SET STATISTICS 0;
ALTER TABLE ONLY public.invoice_items ALTER COLUMN total_cents SET STATISTICS 0;
ALTER TABLE ONLY public.invoice_items ALTER COLUMN unit_price SET STATISTICS 0;

ALTER TABLE ONLY public.invoice_items FORCE ROW LEVEL SECURITY;

ALTER TABLE public.invoice_items OWNER TO pulso_owner;

CREATE TABLE public.invoice_run_days (
    tenant_id uuid NOT NULL,
    on_date date NOT NULL,
    run_at timestamp with time zone NOT NULL
);
ALTER TABLE ONLY public.invoice_run_days ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.invoice_run_days ALTER COLUMN on_date SET STATISTICS 0;
ALTER TABLE ONLY public.invoice_run_days ALTER COLUMN run_at SET STATISTICS 0;

ALTER TABLE ONLY public.invoice_run_days FORCE ROW LEVEL SECURITY;

ALTER TABLE public.invoice_run_days OWNER TO pulso_owner;

CREATE TABLE public.job_due (
    tenant_id uuid NOT NULL,
    job text NOT NULL,
    due_at timestamp with time zone NOT NULL
);
ALTER TABLE ONLY public.job_due ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.job_due ALTER COLUMN job SET STATISTICS 0;
ALTER TABLE ONLY public.job_due ALTER COLUMN due_at SET STATISTICS 0;

ALTER TABLE ONLY public.job_due FORCE ROW LEVEL SECURITY;

ALTER TABLE public.job_due OWNER TO pulso_owner;

CREATE TABLE public.job_runs (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    job text NOT NULL,
    on_date date NOT NULL,
    trigger text NOT NULL,
    status text DEFAULT 'queued'::text NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    heartbeat_at timestamp with time zone,
    counts jsonb DEFAULT '{}'::jsonb NOT NULL,
    error text,
    requested_by text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    attempt integer DEFAULT 1 NOT NULL,
    next_attempt_at timestamp with time zone,
    requested_by_id uuid,
    request_id text,
    CONSTRAINT job_runs_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'succeeded'::text, 'failed'::text]))),
    CONSTRAINT job_runs_trigger_check CHECK ((trigger = ANY (ARRAY['schedule'::text, 'manual'::text])))
);
ALTER TABLE ONLY public.job_runs ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.job_runs ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.job_runs ALTER COLUMN job SET STATISTICS 0;
ALTER TABLE ONLY public.job_runs ALTER COLUMN on_date SET STATISTICS 0;
ALTER TABLE ONLY public.job_runs ALTER COLUMN trigger SET STATISTICS 0;
ALTER TABLE ONLY public.job_runs ALTER COLUMN status SET STATISTICS 0;
ALTER TABLE ONLY public.job_runs ALTER COLUMN started_at SET STATISTICS 0;
ALTER TABLE ONLY public.job_runs ALTER COLUMN finished_at SET STATISTICS 0;
ALTER TABLE ONLY public.job_runs ALTER COLUMN heartbeat_at SET STATISTICS 0;
ALTER TABLE ONLY public.job_runs ALTER COLUMN counts SET STATISTICS 0;
ALTER TABLE ONLY public.job_runs ALTER COLUMN error SET STATISTICS 0;
ALTER TABLE ONLY public.job_runs ALTER COLUMN requested_by SET STATISTICS 0;
ALTER TABLE ONLY public.job_runs ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.job_runs ALTER COLUMN attempt SET STATISTICS 0;
ALTER TABLE ONLY public.job_runs ALTER COLUMN next_attempt_at SET STATISTICS 0;
ALTER TABLE ONLY public.job_runs ALTER COLUMN requested_by_id SET STATISTICS 0;
ALTER TABLE ONLY public.job_runs ALTER COLUMN request_id SET STATISTICS 0;

ALTER TABLE ONLY public.job_runs FORCE ROW LEVEL SECURITY;

ALTER TABLE public.job_runs OWNER TO pulso_owner;

CREATE TABLE public.leads (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    email text,
    phone text,
    company_name text,
    source text,
    stage text DEFAULT 'new'::text NOT NULL,
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    owner_id uuid,
    bant_score integer DEFAULT 0 NOT NULL,
    notes text,
    deal_id uuid,
    search text GENERATED ALWAYS AS (public.normalize_search(((((((name || ' '::text) || COALESCE(email, ''::text)) || ' '::text) || COALESCE(phone, ''::text)) || ' '::text) || COALESCE(company_name, ''::text)))) STORED NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    updated_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    external_source text DEFAULT 'default'::text NOT NULL,
    external_id text,
    metadata text DEFAULT '{}'::text NOT NULL,
    CONSTRAINT leads_bant_score_check CHECK (((bant_score >= 0) AND (bant_score <= 100))),
    CONSTRAINT leads_converted_has_deal CHECK (((stage = 'converted'::text) = (deal_id IS NOT NULL))),
    CONSTRAINT leads_external_source_check CHECK ((external_source ~ '^[a-z0-9][a-z0-9_.-]{0,49}$'::text)),
    CONSTRAINT leads_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT leads_stage_check CHECK ((stage = ANY (ARRAY['new'::text, 'contacted'::text, 'qualified'::text, 'unqualified'::text, 'converted'::text])))
);
ALTER TABLE ONLY public.leads ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.leads ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.leads ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.leads ALTER COLUMN email SET STATISTICS 0;
ALTER TABLE ONLY public.leads ALTER COLUMN phone SET STATISTICS 0;
ALTER TABLE ONLY public.leads ALTER COLUMN company_name SET STATISTICS 0;
ALTER TABLE ONLY public.leads ALTER COLUMN source SET STATISTICS 0;
ALTER TABLE ONLY public.leads ALTER COLUMN stage SET STATISTICS 0;
ALTER TABLE ONLY public.leads ALTER COLUMN tags SET STATISTICS 0;
ALTER TABLE ONLY public.leads ALTER COLUMN owner_id SET STATISTICS 0;
ALTER TABLE ONLY public.leads ALTER COLUMN bant_score SET STATISTICS 0;
ALTER TABLE ONLY public.leads ALTER COLUMN notes SET STATISTICS 0;
ALTER TABLE ONLY public.leads ALTER COLUMN deal_id SET STATISTICS 0;
ALTER TABLE ONLY public.leads ALTER COLUMN search SET STATISTICS 0;
ALTER TABLE ONLY public.leads ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.leads ALTER COLUMN updated_at SET STATISTICS 0;
ALTER TABLE ONLY public.leads ALTER COLUMN version SET STATISTICS 0;
ALTER TABLE ONLY public.leads ALTER COLUMN external_source SET STATISTICS 0;
ALTER TABLE ONLY public.leads ALTER COLUMN external_id SET STATISTICS 0;
ALTER TABLE ONLY public.leads ALTER COLUMN metadata SET STATISTICS 0;

ALTER TABLE ONLY public.leads FORCE ROW LEVEL SECURITY;

ALTER TABLE public.leads OWNER TO pulso_owner;

CREATE VIEW public.lead_facts WITH (security_invoker='true') AS
 SELECT tenant_id,
    id,
    stage,
    source,
    owner_id,
    created_at,
    deal_id
   FROM public.leads;

ALTER TABLE public.lead_facts OWNER TO pulso_owner;

CREATE TABLE public.live_log (
    seq bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    tenant_id uuid NOT NULL,
    permission text NOT NULL,
    type text NOT NULL,
    record_id uuid,
    parent_id uuid,
    version integer,
    owner_kind text,
    owner_id uuid,
    user_id uuid
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='5000', autovacuum_vacuum_insert_scale_factor='0', autovacuum_vacuum_insert_threshold='50000');
ALTER TABLE ONLY public.live_log ALTER COLUMN seq SET STATISTICS 0;
ALTER TABLE ONLY public.live_log ALTER COLUMN at SET STATISTICS 0;
ALTER TABLE ONLY public.live_log ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.live_log ALTER COLUMN permission SET STATISTICS 0;
ALTER TABLE ONLY public.live_log ALTER COLUMN type SET STATISTICS 0;
ALTER TABLE ONLY public.live_log ALTER COLUMN record_id SET STATISTICS 0;
ALTER TABLE ONLY public.live_log ALTER COLUMN parent_id SET STATISTICS 0;
ALTER TABLE ONLY public.live_log ALTER COLUMN version SET STATISTICS 0;
ALTER TABLE ONLY public.live_log ALTER COLUMN owner_kind SET STATISTICS 0;
ALTER TABLE ONLY public.live_log ALTER COLUMN owner_id SET STATISTICS 0;
ALTER TABLE ONLY public.live_log ALTER COLUMN user_id SET STATISTICS 0;

ALTER TABLE ONLY public.live_log FORCE ROW LEVEL SECURITY;

ALTER TABLE public.live_log OWNER TO pulso_owner;

ALTER TABLE public.live_log ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.live_log_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.login_directory (
    email text NOT NULL,
    tenant_id uuid NOT NULL,
    user_id uuid NOT NULL,
    proven_at timestamp with time zone,
    used_at timestamp with time zone
);
ALTER TABLE ONLY public.login_directory ALTER COLUMN email SET STATISTICS 0;
ALTER TABLE ONLY public.login_directory ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.login_directory ALTER COLUMN user_id SET STATISTICS 0;
ALTER TABLE ONLY public.login_directory ALTER COLUMN proven_at SET STATISTICS 0;
ALTER TABLE ONLY public.login_directory ALTER COLUMN used_at SET STATISTICS 0;

ALTER TABLE public.login_directory OWNER TO pulso_owner;

CREATE TABLE public.mail_queue (
    tenant_id uuid NOT NULL,
    mail_id uuid NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_attempt_at timestamp with time zone DEFAULT now() NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='1000', autovacuum_vacuum_cost_delay='0');
ALTER TABLE ONLY public.mail_queue ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.mail_queue ALTER COLUMN mail_id SET STATISTICS 0;
ALTER TABLE ONLY public.mail_queue ALTER COLUMN attempts SET STATISTICS 0;
ALTER TABLE ONLY public.mail_queue ALTER COLUMN next_attempt_at SET STATISTICS 0;

ALTER TABLE public.mail_queue OWNER TO pulso_owner;

CREATE TABLE public.mails (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    key text NOT NULL,
    recipient text NOT NULL,
    template text NOT NULL,
    locale text NOT NULL,
    content bytea,
    status text DEFAULT 'queued'::text NOT NULL,
    error text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    sent_at timestamp with time zone,
    CONSTRAINT mails_locale_check CHECK ((locale = ANY (ARRAY['pt-BR'::text, 'en'::text]))),
    CONSTRAINT mails_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text])))
);
ALTER TABLE ONLY public.mails ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.mails ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.mails ALTER COLUMN key SET STATISTICS 0;
ALTER TABLE ONLY public.mails ALTER COLUMN recipient SET STATISTICS 0;
ALTER TABLE ONLY public.mails ALTER COLUMN template SET STATISTICS 0;
ALTER TABLE ONLY public.mails ALTER COLUMN locale SET STATISTICS 0;
ALTER TABLE ONLY public.mails ALTER COLUMN content SET STATISTICS 0;
ALTER TABLE ONLY public.mails ALTER COLUMN status SET STATISTICS 0;
ALTER TABLE ONLY public.mails ALTER COLUMN error SET STATISTICS 0;
ALTER TABLE ONLY public.mails ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.mails ALTER COLUMN sent_at SET STATISTICS 0;

ALTER TABLE ONLY public.mails FORCE ROW LEVEL SECURITY;

ALTER TABLE public.mails OWNER TO pulso_owner;

CREATE TABLE public.outbox_events (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    type text NOT NULL,
    aggregate_id uuid NOT NULL,
    payload jsonb NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    actor_id uuid,
    actor text NOT NULL,
    request_id text,
    published_at timestamp with time zone,
    trace_parent text,
    schema_version integer DEFAULT 1 NOT NULL,
    aggregate_type text,
    aggregate_version integer
)
PARTITION BY RANGE (id);
ALTER TABLE ONLY public.outbox_events ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events ALTER COLUMN type SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events ALTER COLUMN aggregate_id SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events ALTER COLUMN payload SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events ALTER COLUMN occurred_at SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events ALTER COLUMN actor_id SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events ALTER COLUMN actor SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events ALTER COLUMN request_id SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events ALTER COLUMN published_at SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events ALTER COLUMN trace_parent SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events ALTER COLUMN schema_version SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events ALTER COLUMN aggregate_type SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events ALTER COLUMN aggregate_version SET STATISTICS 0;

ALTER TABLE ONLY public.outbox_events FORCE ROW LEVEL SECURITY;

ALTER TABLE public.outbox_events OWNER TO pulso_owner;

CREATE TABLE public.outbox_events_else (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    type text NOT NULL,
    aggregate_id uuid NOT NULL,
    payload jsonb NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    actor_id uuid,
    actor text NOT NULL,
    request_id text,
    published_at timestamp with time zone,
    trace_parent text,
    schema_version integer DEFAULT 1 NOT NULL,
    aggregate_type text,
    aggregate_version integer
);
ALTER TABLE ONLY public.outbox_events_else ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_else ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_else ALTER COLUMN type SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_else ALTER COLUMN aggregate_id SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_else ALTER COLUMN payload SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_else ALTER COLUMN occurred_at SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_else ALTER COLUMN actor_id SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_else ALTER COLUMN actor SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_else ALTER COLUMN request_id SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_else ALTER COLUMN published_at SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_else ALTER COLUMN trace_parent SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_else ALTER COLUMN schema_version SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_else ALTER COLUMN aggregate_type SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_else ALTER COLUMN aggregate_version SET STATISTICS 0;

ALTER TABLE ONLY public.outbox_events_else FORCE ROW LEVEL SECURITY;

ALTER TABLE public.outbox_events_else OWNER TO pulso_owner;

CREATE TABLE public.outbox_events_first (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    type text NOT NULL,
    aggregate_id uuid NOT NULL,
    payload jsonb NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    actor_id uuid,
    actor text NOT NULL,
    request_id text,
    published_at timestamp with time zone,
    trace_parent text,
    schema_version integer DEFAULT 1 NOT NULL,
    aggregate_type text,
    aggregate_version integer
);
ALTER TABLE ONLY public.outbox_events_first ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_first ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_first ALTER COLUMN type SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_first ALTER COLUMN aggregate_id SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_first ALTER COLUMN payload SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_first ALTER COLUMN occurred_at SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_first ALTER COLUMN actor_id SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_first ALTER COLUMN actor SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_first ALTER COLUMN request_id SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_first ALTER COLUMN published_at SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_first ALTER COLUMN trace_parent SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_first ALTER COLUMN schema_version SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_first ALTER COLUMN aggregate_type SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_events_first ALTER COLUMN aggregate_version SET STATISTICS 0;

ALTER TABLE ONLY public.outbox_events_first FORCE ROW LEVEL SECURITY;

ALTER TABLE public.outbox_events_first OWNER TO pulso_owner;

CREATE TABLE public.outbox_queue (
    seq bigint NOT NULL,
    tenant_id uuid NOT NULL,
    event_id uuid NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_attempt_at timestamp with time zone DEFAULT now() NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='1000', autovacuum_vacuum_cost_delay='0');
ALTER TABLE ONLY public.outbox_queue ALTER COLUMN seq SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_queue ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_queue ALTER COLUMN event_id SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_queue ALTER COLUMN attempts SET STATISTICS 0;
ALTER TABLE ONLY public.outbox_queue ALTER COLUMN next_attempt_at SET STATISTICS 0;

ALTER TABLE public.outbox_queue OWNER TO pulso_owner;

ALTER TABLE public.outbox_queue ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.outbox_queue_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.partition_rules (
    table_name text NOT NULL,
    span interval NOT NULL,
    keep interval,
    reason text NOT NULL
);
ALTER TABLE ONLY public.partition_rules ALTER COLUMN table_name SET STATISTICS 0;
ALTER TABLE ONLY public.partition_rules ALTER COLUMN span SET STATISTICS 0;
ALTER TABLE ONLY public.partition_rules ALTER COLUMN keep SET STATISTICS 0;
ALTER TABLE ONLY public.partition_rules ALTER COLUMN reason SET STATISTICS 0;

ALTER TABLE public.partition_rules OWNER TO pulso_owner;

CREATE TABLE public.payments (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    invoice_id uuid NOT NULL,
    amount_cents bigint NOT NULL,
    method text NOT NULL,
    paid_on date NOT NULL,
    reference text,
    recorded_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    external_source text DEFAULT 'default'::text NOT NULL,
    external_id text,
    metadata text DEFAULT '{}'::text NOT NULL,
    CONSTRAINT payments_amount_cents_check CHECK ((amount_cents > 0)),
    CONSTRAINT payments_external_source_check CHECK ((external_source ~ '^[a-z0-9][a-z0-9_.-]{0,49}$'::text)),
    CONSTRAINT payments_method_check CHECK ((method = ANY (ARRAY['pix'::text, 'boleto'::text, 'card'::text, 'transfer'::text]))),
    CONSTRAINT payments_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 200)))
);
ALTER TABLE ONLY public.payments ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.payments ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.payments ALTER COLUMN invoice_id SET STATISTICS 0;
ALTER TABLE ONLY public.payments ALTER COLUMN amount_cents SET STATISTICS 0;
ALTER TABLE ONLY public.payments ALTER COLUMN method SET STATISTICS 0;
ALTER TABLE ONLY public.payments ALTER COLUMN paid_on SET STATISTICS 0;
ALTER TABLE ONLY public.payments ALTER COLUMN reference SET STATISTICS 0;
ALTER TABLE ONLY public.payments ALTER COLUMN recorded_at SET STATISTICS 0;
ALTER TABLE ONLY public.payments ALTER COLUMN external_source SET STATISTICS 0;
ALTER TABLE ONLY public.payments ALTER COLUMN external_id SET STATISTICS 0;
ALTER TABLE ONLY public.payments ALTER COLUMN metadata SET STATISTICS 0;

ALTER TABLE ONLY public.payments FORCE ROW LEVEL SECURITY;

ALTER TABLE public.payments OWNER TO pulso_owner;

CREATE VIEW public.payment_facts WITH (security_invoker='true') AS
 SELECT tenant_id,
    id,
    invoice_id,
    amount_cents,
    paid_on
   FROM public.payments;

ALTER TABLE public.payment_facts OWNER TO pulso_owner;

CREATE TABLE public.pipelines (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    is_default boolean DEFAULT false NOT NULL,
    stages_changed_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    updated_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    CONSTRAINT pipelines_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);
ALTER TABLE ONLY public.pipelines ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.pipelines ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.pipelines ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.pipelines ALTER COLUMN is_default SET STATISTICS 0;
ALTER TABLE ONLY public.pipelines ALTER COLUMN stages_changed_at SET STATISTICS 0;
ALTER TABLE ONLY public.pipelines ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.pipelines ALTER COLUMN updated_at SET STATISTICS 0;
ALTER TABLE ONLY public.pipelines ALTER COLUMN version SET STATISTICS 0;

ALTER TABLE ONLY public.pipelines FORCE ROW LEVEL SECURITY;

ALTER TABLE public.pipelines OWNER TO pulso_owner;

CREATE TABLE public.reach_losses (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT public.time_ordered_uuid() NOT NULL,
    user_id uuid NOT NULL,
    kind text NOT NULL,
    owner_id uuid,
    updated_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
)
PARTITION BY RANGE (id);
ALTER TABLE ONLY public.reach_losses ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.reach_losses ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.reach_losses ALTER COLUMN user_id SET STATISTICS 0;
ALTER TABLE ONLY public.reach_losses ALTER COLUMN kind SET STATISTICS 0;
ALTER TABLE ONLY public.reach_losses ALTER COLUMN owner_id SET STATISTICS 0;
ALTER TABLE ONLY public.reach_losses ALTER COLUMN updated_at SET STATISTICS 0;

ALTER TABLE ONLY public.reach_losses FORCE ROW LEVEL SECURITY;

ALTER TABLE public.reach_losses OWNER TO pulso_owner;

CREATE TABLE public.reach_losses_else (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT public.time_ordered_uuid() NOT NULL,
    user_id uuid NOT NULL,
    kind text NOT NULL,
    owner_id uuid,
    updated_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
ALTER TABLE ONLY public.reach_losses_else ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.reach_losses_else ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.reach_losses_else ALTER COLUMN user_id SET STATISTICS 0;
ALTER TABLE ONLY public.reach_losses_else ALTER COLUMN kind SET STATISTICS 0;
ALTER TABLE ONLY public.reach_losses_else ALTER COLUMN owner_id SET STATISTICS 0;
ALTER TABLE ONLY public.reach_losses_else ALTER COLUMN updated_at SET STATISTICS 0;

ALTER TABLE ONLY public.reach_losses_else FORCE ROW LEVEL SECURITY;

ALTER TABLE public.reach_losses_else OWNER TO pulso_owner;

CREATE TABLE public.reach_losses_first (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT public.time_ordered_uuid() NOT NULL,
    user_id uuid NOT NULL,
    kind text NOT NULL,
    owner_id uuid,
    updated_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
ALTER TABLE ONLY public.reach_losses_first ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.reach_losses_first ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.reach_losses_first ALTER COLUMN user_id SET STATISTICS 0;
ALTER TABLE ONLY public.reach_losses_first ALTER COLUMN kind SET STATISTICS 0;
ALTER TABLE ONLY public.reach_losses_first ALTER COLUMN owner_id SET STATISTICS 0;
ALTER TABLE ONLY public.reach_losses_first ALTER COLUMN updated_at SET STATISTICS 0;

ALTER TABLE ONLY public.reach_losses_first FORCE ROW LEVEL SECURITY;

ALTER TABLE public.reach_losses_first OWNER TO pulso_owner;

CREATE TABLE public.record_kinds (
    kind text NOT NULL,
    table_name text NOT NULL,
    versioned boolean NOT NULL
);
ALTER TABLE ONLY public.record_kinds ALTER COLUMN kind SET STATISTICS 0;
ALTER TABLE ONLY public.record_kinds ALTER COLUMN table_name SET STATISTICS 0;
ALTER TABLE ONLY public.record_kinds ALTER COLUMN versioned SET STATISTICS 0;

ALTER TABLE public.record_kinds OWNER TO pulso_owner;

CREATE TABLE public.recovery_codes (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    secret_hash bytea NOT NULL,
    used_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY public.recovery_codes ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.recovery_codes ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.recovery_codes ALTER COLUMN user_id SET STATISTICS 0;
ALTER TABLE ONLY public.recovery_codes ALTER COLUMN secret_hash SET STATISTICS 0;
ALTER TABLE ONLY public.recovery_codes ALTER COLUMN used_at SET STATISTICS 0;
ALTER TABLE ONLY public.recovery_codes ALTER COLUMN created_at SET STATISTICS 0;

ALTER TABLE ONLY public.recovery_codes FORCE ROW LEVEL SECURITY;

ALTER TABLE public.recovery_codes OWNER TO pulso_owner;

CREATE VIEW public.recurring_revenue_spans WITH (security_invoker='true') AS
 SELECT c.tenant_id,
    c.id AS contract_id,
    c.customer_id,
    c.currency,
    c.start_on AS from_on,
    COALESCE(c.end_on, 'infinity'::date) AS to_on,
    (c.amount_cents *
        CASE c.billing_cycle
            WHEN 'monthly'::text THEN 12
            WHEN 'quarterly'::text THEN 4
            WHEN 'semiannual'::text THEN 2
            ELSE 1
        END) AS twelfths_of_cents
   FROM public.contracts c
  WHERE ((c.terms_since IS NULL) AND c.paying AND (c.amount_cents > 0))
UNION ALL
 SELECT t.tenant_id,
    t.id AS contract_id,
    t.customer_id,
    t.currency,
    GREATEST(t.start_on, t.effective_on) AS from_on,
    LEAST(t.end_on, t.until_on) AS to_on,
    (t.amount_cents *
        CASE t.billing_cycle
            WHEN 'monthly'::text THEN 12
            WHEN 'quarterly'::text THEN 4
            WHEN 'semiannual'::text THEN 2
            ELSE 1
        END) AS twelfths_of_cents
   FROM ( SELECT c.tenant_id,
            c.id,
            c.customer_id,
            h.currency,
            c.start_on,
            COALESCE(c.end_on, 'infinity'::date) AS end_on,
            h.effective_on,
            h.amount_cents,
            h.billing_cycle,
            h.paying,
            COALESCE((lead(h.effective_on) OVER (PARTITION BY h.tenant_id, h.contract_id ORDER BY h.effective_on, h.id) - 1), 'infinity'::date) AS until_on
           FROM (public.contracts c
             JOIN public.contract_changes h ON (((h.tenant_id = c.tenant_id) AND (h.contract_id = c.id))))
          WHERE (c.terms_since IS NOT NULL)) t
  WHERE (t.paying AND (t.amount_cents > 0) AND (GREATEST(t.start_on, t.effective_on) <= LEAST(t.end_on, t.until_on)));

ALTER TABLE public.recurring_revenue_spans OWNER TO pulso_owner;

CREATE TABLE public.refresh_tokens (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    session_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    used_at timestamp with time zone,
    parent_id uuid
)
PARTITION BY RANGE (id);
ALTER TABLE ONLY public.refresh_tokens ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.refresh_tokens ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.refresh_tokens ALTER COLUMN session_id SET STATISTICS 0;
ALTER TABLE ONLY public.refresh_tokens ALTER COLUMN token_hash SET STATISTICS 0;
ALTER TABLE ONLY public.refresh_tokens ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.refresh_tokens ALTER COLUMN used_at SET STATISTICS 0;
ALTER TABLE ONLY public.refresh_tokens ALTER COLUMN parent_id SET STATISTICS 0;

ALTER TABLE ONLY public.refresh_tokens FORCE ROW LEVEL SECURITY;

ALTER TABLE public.refresh_tokens OWNER TO pulso_owner;

CREATE TABLE public.refresh_tokens_else (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    session_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    used_at timestamp with time zone,
    parent_id uuid
);
ALTER TABLE ONLY public.refresh_tokens_else ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.refresh_tokens_else ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.refresh_tokens_else ALTER COLUMN session_id SET STATISTICS 0;
ALTER TABLE ONLY public.refresh_tokens_else ALTER COLUMN token_hash SET STATISTICS 0;
ALTER TABLE ONLY public.refresh_tokens_else ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.refresh_tokens_else ALTER COLUMN used_at SET STATISTICS 0;
ALTER TABLE ONLY public.refresh_tokens_else ALTER COLUMN parent_id SET STATISTICS 0;

ALTER TABLE ONLY public.refresh_tokens_else FORCE ROW LEVEL SECURITY;

ALTER TABLE public.refresh_tokens_else OWNER TO pulso_owner;

CREATE TABLE public.refresh_tokens_first (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    session_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    used_at timestamp with time zone,
    parent_id uuid
);
ALTER TABLE ONLY public.refresh_tokens_first ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.refresh_tokens_first ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.refresh_tokens_first ALTER COLUMN session_id SET STATISTICS 0;
ALTER TABLE ONLY public.refresh_tokens_first ALTER COLUMN token_hash SET STATISTICS 0;
ALTER TABLE ONLY public.refresh_tokens_first ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.refresh_tokens_first ALTER COLUMN used_at SET STATISTICS 0;
ALTER TABLE ONLY public.refresh_tokens_first ALTER COLUMN parent_id SET STATISTICS 0;

ALTER TABLE ONLY public.refresh_tokens_first FORCE ROW LEVEL SECURITY;

ALTER TABLE public.refresh_tokens_first OWNER TO pulso_owner;

CREATE TABLE public.removals (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT public.time_ordered_uuid() NOT NULL,
    entity text NOT NULL,
    record_id uuid NOT NULL,
    reason text NOT NULL,
    owner_id uuid,
    updated_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT removals_reason_check CHECK ((reason = ANY (ARRAY['deleted'::text, 'scope'::text])))
)
PARTITION BY RANGE (id);
ALTER TABLE ONLY public.removals ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.removals ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.removals ALTER COLUMN entity SET STATISTICS 0;
ALTER TABLE ONLY public.removals ALTER COLUMN record_id SET STATISTICS 0;
ALTER TABLE ONLY public.removals ALTER COLUMN reason SET STATISTICS 0;
ALTER TABLE ONLY public.removals ALTER COLUMN owner_id SET STATISTICS 0;
ALTER TABLE ONLY public.removals ALTER COLUMN updated_at SET STATISTICS 0;

ALTER TABLE ONLY public.removals FORCE ROW LEVEL SECURITY;

ALTER TABLE public.removals OWNER TO pulso_owner;

CREATE TABLE public.removals_else (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT public.time_ordered_uuid() NOT NULL,
    entity text NOT NULL,
    record_id uuid NOT NULL,
    reason text NOT NULL,
    owner_id uuid,
    updated_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT removals_reason_check CHECK ((reason = ANY (ARRAY['deleted'::text, 'scope'::text])))
);
ALTER TABLE ONLY public.removals_else ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.removals_else ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.removals_else ALTER COLUMN entity SET STATISTICS 0;
ALTER TABLE ONLY public.removals_else ALTER COLUMN record_id SET STATISTICS 0;
ALTER TABLE ONLY public.removals_else ALTER COLUMN reason SET STATISTICS 0;
ALTER TABLE ONLY public.removals_else ALTER COLUMN owner_id SET STATISTICS 0;
ALTER TABLE ONLY public.removals_else ALTER COLUMN updated_at SET STATISTICS 0;

ALTER TABLE ONLY public.removals_else FORCE ROW LEVEL SECURITY;

ALTER TABLE public.removals_else OWNER TO pulso_owner;

CREATE TABLE public.removals_first (
    tenant_id uuid NOT NULL,
    id uuid DEFAULT public.time_ordered_uuid() NOT NULL,
    entity text NOT NULL,
    record_id uuid NOT NULL,
    reason text NOT NULL,
    owner_id uuid,
    updated_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT removals_reason_check CHECK ((reason = ANY (ARRAY['deleted'::text, 'scope'::text])))
);
ALTER TABLE ONLY public.removals_first ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.removals_first ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.removals_first ALTER COLUMN entity SET STATISTICS 0;
ALTER TABLE ONLY public.removals_first ALTER COLUMN record_id SET STATISTICS 0;
ALTER TABLE ONLY public.removals_first ALTER COLUMN reason SET STATISTICS 0;
ALTER TABLE ONLY public.removals_first ALTER COLUMN owner_id SET STATISTICS 0;
ALTER TABLE ONLY public.removals_first ALTER COLUMN updated_at SET STATISTICS 0;

ALTER TABLE ONLY public.removals_first FORCE ROW LEVEL SECURITY;

ALTER TABLE public.removals_first OWNER TO pulso_owner;

CREATE TABLE public.second_factors (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    secret bytea NOT NULL,
    confirmed_at timestamp with time zone,
    last_step bigint DEFAULT 0 NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    blocked_until timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY public.second_factors ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.second_factors ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.second_factors ALTER COLUMN secret SET STATISTICS 0;
ALTER TABLE ONLY public.second_factors ALTER COLUMN confirmed_at SET STATISTICS 0;
ALTER TABLE ONLY public.second_factors ALTER COLUMN last_step SET STATISTICS 0;
ALTER TABLE ONLY public.second_factors ALTER COLUMN failures SET STATISTICS 0;
ALTER TABLE ONLY public.second_factors ALTER COLUMN blocked_until SET STATISTICS 0;
ALTER TABLE ONLY public.second_factors ALTER COLUMN created_at SET STATISTICS 0;

ALTER TABLE ONLY public.second_factors FORCE ROW LEVEL SECURITY;

ALTER TABLE public.second_factors OWNER TO pulso_owner;

CREATE TABLE public.security_events (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    kind text NOT NULL,
    user_id uuid,
    address text,
    user_agent text,
    detail text,
    CONSTRAINT security_events_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 40)))
);
ALTER TABLE ONLY public.security_events ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.security_events ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.security_events ALTER COLUMN at SET STATISTICS 0;
ALTER TABLE ONLY public.security_events ALTER COLUMN kind SET STATISTICS 0;
ALTER TABLE ONLY public.security_events ALTER COLUMN user_id SET STATISTICS 0;
ALTER TABLE ONLY public.security_events ALTER COLUMN address SET STATISTICS 0;
ALTER TABLE ONLY public.security_events ALTER COLUMN user_agent SET STATISTICS 0;
ALTER TABLE ONLY public.security_events ALTER COLUMN detail SET STATISTICS 0;

ALTER TABLE ONLY public.security_events FORCE ROW LEVEL SECURITY;

ALTER TABLE public.security_events OWNER TO pulso_owner;

CREATE TABLE public.service_types (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    built_in boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    CONSTRAINT service_types_code_check CHECK ((code ~ '^[a-z][a-z0-9_]{1,49}$'::text)),
    CONSTRAINT service_types_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);
ALTER TABLE ONLY public.service_types ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.service_types ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.service_types ALTER COLUMN code SET STATISTICS 0;
ALTER TABLE ONLY public.service_types ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.service_types ALTER COLUMN built_in SET STATISTICS 0;
ALTER TABLE ONLY public.service_types ALTER COLUMN created_at SET STATISTICS 0;

ALTER TABLE ONLY public.service_types FORCE ROW LEVEL SECURITY;

ALTER TABLE public.service_types OWNER TO pulso_owner;

CREATE TABLE public.sessions (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    user_agent text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    last_used_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    address text
);
ALTER TABLE ONLY public.sessions ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.sessions ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.sessions ALTER COLUMN user_id SET STATISTICS 0;
ALTER TABLE ONLY public.sessions ALTER COLUMN user_agent SET STATISTICS 0;
ALTER TABLE ONLY public.sessions ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.sessions ALTER COLUMN last_used_at SET STATISTICS 0;
ALTER TABLE ONLY public.sessions ALTER COLUMN expires_at SET STATISTICS 0;
ALTER TABLE ONLY public.sessions ALTER COLUMN revoked_at SET STATISTICS 0;
ALTER TABLE ONLY public.sessions ALTER COLUMN address SET STATISTICS 0;

ALTER TABLE ONLY public.sessions FORCE ROW LEVEL SECURITY;

ALTER TABLE public.sessions OWNER TO pulso_owner;

CREATE TABLE public.teams (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    updated_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    CONSTRAINT teams_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)))
);
ALTER TABLE ONLY public.teams ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.teams ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.teams ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.teams ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.teams ALTER COLUMN updated_at SET STATISTICS 0;
ALTER TABLE ONLY public.teams ALTER COLUMN version SET STATISTICS 0;

ALTER TABLE ONLY public.teams FORCE ROW LEVEL SECURITY;

ALTER TABLE public.teams OWNER TO pulso_owner;

CREATE TABLE public.tenant_directory (
    tenant_id uuid NOT NULL,
    slug text NOT NULL,
    time_zone text NOT NULL,
    active boolean DEFAULT true NOT NULL,
    clock_ahead_seconds bigint DEFAULT 0 NOT NULL,
    plan text DEFAULT 'standard'::text NOT NULL,
    origins text[] DEFAULT '{}'::text[] NOT NULL
);
ALTER TABLE ONLY public.tenant_directory ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.tenant_directory ALTER COLUMN slug SET STATISTICS 0;
ALTER TABLE ONLY public.tenant_directory ALTER COLUMN time_zone SET STATISTICS 0;
ALTER TABLE ONLY public.tenant_directory ALTER COLUMN active SET STATISTICS 0;
ALTER TABLE ONLY public.tenant_directory ALTER COLUMN clock_ahead_seconds SET STATISTICS 0;
ALTER TABLE ONLY public.tenant_directory ALTER COLUMN plan SET STATISTICS 0;
ALTER TABLE ONLY public.tenant_directory ALTER COLUMN origins SET STATISTICS 0;

ALTER TABLE ONLY public.tenant_directory FORCE ROW LEVEL SECURITY;

ALTER TABLE public.tenant_directory OWNER TO pulso_owner;

CREATE TABLE public.tenant_logos (
    tenant_id uuid NOT NULL,
    hash text NOT NULL,
    media_type text NOT NULL,
    content bytea NOT NULL,
    updated_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    CONSTRAINT tenant_logos_content_check CHECK (((octet_length(content) >= 1) AND (octet_length(content) <= 262144))),
    CONSTRAINT tenant_logos_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT tenant_logos_media_type_check CHECK ((media_type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text, 'image/webp'::text])))
);
ALTER TABLE ONLY public.tenant_logos ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.tenant_logos ALTER COLUMN hash SET STATISTICS 0;
ALTER TABLE ONLY public.tenant_logos ALTER COLUMN media_type SET STATISTICS 0;
ALTER TABLE ONLY public.tenant_logos ALTER COLUMN content SET STATISTICS 0;
ALTER TABLE ONLY public.tenant_logos ALTER COLUMN updated_at SET STATISTICS 0;

ALTER TABLE ONLY public.tenant_logos FORCE ROW LEVEL SECURITY;

ALTER TABLE public.tenant_logos OWNER TO pulso_owner;

CREATE TABLE public.tenants (
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    locale text DEFAULT 'pt-BR'::text NOT NULL,
    time_zone text DEFAULT 'America/Sao_Paulo'::text NOT NULL,
    currency character(3) DEFAULT 'BRL'::bpchar NOT NULL,
    tax_id text,
    pix_key text,
    pix_merchant_name text,
    pix_city text,
    invoice_due_days integer DEFAULT 10 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    deleted_at timestamp with time zone,
    sandbox boolean DEFAULT false NOT NULL,
    clock_ahead_seconds bigint DEFAULT 0 NOT NULL,
    accent_color text,
    logo_hash text,
    plan text DEFAULT 'standard'::text NOT NULL,
    allowed_origins text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT tenants_accent_color_check CHECK ((accent_color ~ '^#[0-9a-f]{6}$'::text)),
    CONSTRAINT tenants_allowed_origins_check CHECK ((cardinality(allowed_origins) <= 20)),
    CONSTRAINT tenants_clock_check CHECK (((clock_ahead_seconds = 0) OR (sandbox AND (clock_ahead_seconds > 0)))),
    CONSTRAINT tenants_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT tenants_invoice_due_days_check CHECK (((invoice_due_days >= 0) AND (invoice_due_days <= 365))),
    CONSTRAINT tenants_locale_check CHECK ((locale = ANY (ARRAY['pt-BR'::text, 'en'::text]))),
    CONSTRAINT tenants_logo_hash_check CHECK ((logo_hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT tenants_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT tenants_plan_check CHECK ((plan ~ '^[a-z][a-z0-9-]{0,29}$'::text)),
    CONSTRAINT tenants_slug_check CHECK (((slug ~ '^[a-z0-9](-?[a-z0-9])*$'::text) AND (length(slug) <= 63)))
);
ALTER TABLE ONLY public.tenants ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.tenants ALTER COLUMN slug SET STATISTICS 0;
ALTER TABLE ONLY public.tenants ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.tenants ALTER COLUMN locale SET STATISTICS 0;
ALTER TABLE ONLY public.tenants ALTER COLUMN time_zone SET STATISTICS 0;
ALTER TABLE ONLY public.tenants ALTER COLUMN currency SET STATISTICS 0;
ALTER TABLE ONLY public.tenants ALTER COLUMN tax_id SET STATISTICS 0;
ALTER TABLE ONLY public.tenants ALTER COLUMN pix_key SET STATISTICS 0;
ALTER TABLE ONLY public.tenants ALTER COLUMN pix_merchant_name SET STATISTICS 0;
ALTER TABLE ONLY public.tenants ALTER COLUMN pix_city SET STATISTICS 0;
ALTER TABLE ONLY public.tenants ALTER COLUMN invoice_due_days SET STATISTICS 0;
ALTER TABLE ONLY public.tenants ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.tenants ALTER COLUMN updated_at SET STATISTICS 0;
ALTER TABLE ONLY public.tenants ALTER COLUMN version SET STATISTICS 0;
ALTER TABLE ONLY public.tenants ALTER COLUMN deleted_at SET STATISTICS 0;
ALTER TABLE ONLY public.tenants ALTER COLUMN sandbox SET STATISTICS 0;
ALTER TABLE ONLY public.tenants ALTER COLUMN clock_ahead_seconds SET STATISTICS 0;
ALTER TABLE ONLY public.tenants ALTER COLUMN accent_color SET STATISTICS 0;
ALTER TABLE ONLY public.tenants ALTER COLUMN logo_hash SET STATISTICS 0;
ALTER TABLE ONLY public.tenants ALTER COLUMN plan SET STATISTICS 0;
ALTER TABLE ONLY public.tenants ALTER COLUMN allowed_origins SET STATISTICS 0;

ALTER TABLE ONLY public.tenants FORCE ROW LEVEL SECURITY;

ALTER TABLE public.tenants OWNER TO pulso_owner;

CREATE TABLE public.users (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    password_hash text NOT NULL,
    role text NOT NULL,
    last_login_at timestamp with time zone,
    disabled_at timestamp with time zone,
    search text GENERATED ALWAYS AS (public.normalize_search(((name || ' '::text) || email))) STORED NOT NULL,
    created_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    updated_at timestamp with time zone DEFAULT public.app_now() NOT NULL,
    version integer DEFAULT 0 NOT NULL,
    email_verified_at timestamp with time zone,
    password_changed_at timestamp with time zone DEFAULT now() NOT NULL,
    locale text,
    theme text DEFAULT 'system'::text NOT NULL,
    own_password boolean DEFAULT false NOT NULL,
    role_id uuid GENERATED ALWAYS AS (
CASE
    WHEN (role ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'::text) THEN (role)::uuid
    ELSE NULL::uuid
END) STORED,
    team_id uuid,
    removed_at timestamp with time zone,
    external_source text DEFAULT 'default'::text NOT NULL,
    external_id text,
    metadata text DEFAULT '{}'::text NOT NULL,
    CONSTRAINT users_external_source_check CHECK ((external_source ~ '^[a-z0-9][a-z0-9_.-]{0,49}$'::text)),
    CONSTRAINT users_locale_check CHECK ((locale = ANY (ARRAY['pt-BR'::text, 'en'::text]))),
    CONSTRAINT users_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT users_removed_is_disabled CHECK (((removed_at IS NULL) OR (disabled_at IS NOT NULL))),
    CONSTRAINT users_role_check CHECK (((role_id IS NOT NULL) OR (role = ANY (ARRAY['admin'::text, 'manager'::text, 'agent'::text, 'finance'::text, 'technician'::text, 'viewer'::text])))),
    CONSTRAINT users_theme_check CHECK ((theme = ANY (ARRAY['system'::text, 'light'::text, 'dark'::text])))
);
ALTER TABLE ONLY public.users ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN name SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN email SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN password_hash SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN role SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN last_login_at SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN disabled_at SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN search SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN updated_at SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN version SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN email_verified_at SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN password_changed_at SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN locale SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN theme SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN own_password SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN role_id SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN team_id SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN removed_at SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN external_source SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN external_id SET STATISTICS 0;
ALTER TABLE ONLY public.users ALTER COLUMN metadata SET STATISTICS 0;

ALTER TABLE ONLY public.users FORCE ROW LEVEL SECURITY;

ALTER TABLE public.users OWNER TO pulso_owner;

CREATE VIEW public.user_names WITH (security_invoker='true') AS
 SELECT tenant_id,
    id,
    name,
    (removed_at IS NULL) AS present
   FROM public.users;

ALTER TABLE public.user_names OWNER TO pulso_owner;

CREATE TABLE public.work (
    queue text NOT NULL,
    tenant_id uuid NOT NULL,
    key uuid NOT NULL,
    seq bigint NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    ref uuid NOT NULL,
    due_at timestamp with time zone DEFAULT now() NOT NULL,
    leased_by uuid,
    failures integer DEFAULT 0 NOT NULL,
    crashes integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    dead_at timestamp with time zone,
    error text,
    CONSTRAINT work_queue_check CHECK (((length(queue) >= 1) AND (length(queue) <= 100)))
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='1000', autovacuum_vacuum_cost_delay='0');
ALTER TABLE ONLY public.work ALTER COLUMN queue SET STATISTICS 0;
ALTER TABLE ONLY public.work ALTER COLUMN tenant_id SET STATISTICS 0;
ALTER TABLE ONLY public.work ALTER COLUMN key SET STATISTICS 0;
ALTER TABLE ONLY public.work ALTER COLUMN seq SET STATISTICS 0;
ALTER TABLE ONLY public.work ALTER COLUMN id SET STATISTICS 0;
ALTER TABLE ONLY public.work ALTER COLUMN ref SET STATISTICS 0;
ALTER TABLE ONLY public.work ALTER COLUMN due_at SET STATISTICS 0;
ALTER TABLE ONLY public.work ALTER COLUMN leased_by SET STATISTICS 0;
ALTER TABLE ONLY public.work ALTER COLUMN failures SET STATISTICS 0;
ALTER TABLE ONLY public.work ALTER COLUMN crashes SET STATISTICS 0;
ALTER TABLE ONLY public.work ALTER COLUMN created_at SET STATISTICS 0;
ALTER TABLE ONLY public.work ALTER COLUMN dead_at SET STATISTICS 0;
ALTER TABLE ONLY public.work ALTER COLUMN error SET STATISTICS 0;

ALTER TABLE ONLY public.work FORCE ROW LEVEL SECURITY;

ALTER TABLE public.work OWNER TO pulso_owner;

ALTER TABLE public.work ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.work_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.audit_log ATTACH PARTITION public.audit_log_else DEFAULT;

ALTER TABLE ONLY public.audit_log ATTACH PARTITION public.audit_log_first FOR VALUES FROM (MINVALUE) TO ('01a36e30-f800-0000-0000-000000000000');

ALTER TABLE ONLY public.deal_changes ATTACH PARTITION public.deal_changes_else DEFAULT;

ALTER TABLE ONLY public.deal_changes ATTACH PARTITION public.deal_changes_first FOR VALUES FROM (MINVALUE) TO ('01a36e30-f800-0000-0000-000000000000');

ALTER TABLE ONLY public.outbox_events ATTACH PARTITION public.outbox_events_else DEFAULT;

ALTER TABLE ONLY public.outbox_events ATTACH PARTITION public.outbox_events_first FOR VALUES FROM (MINVALUE) TO ('01a36e30-f800-0000-0000-000000000000');

ALTER TABLE ONLY public.reach_losses ATTACH PARTITION public.reach_losses_else DEFAULT;

ALTER TABLE ONLY public.reach_losses ATTACH PARTITION public.reach_losses_first FOR VALUES FROM (MINVALUE) TO ('01a36e30-f800-0000-0000-000000000000');

ALTER TABLE ONLY public.refresh_tokens ATTACH PARTITION public.refresh_tokens_else DEFAULT;

ALTER TABLE ONLY public.refresh_tokens ATTACH PARTITION public.refresh_tokens_first FOR VALUES FROM (MINVALUE) TO ('01a36e30-f800-0000-0000-000000000000');

ALTER TABLE ONLY public.removals ATTACH PARTITION public.removals_else DEFAULT;

ALTER TABLE ONLY public.removals ATTACH PARTITION public.removals_first FOR VALUES FROM (MINVALUE) TO ('01a36e30-f800-0000-0000-000000000000');

INSERT INTO public.account_tokens VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-646c-7197-a296-4386a6569638', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'verify_email', '\x98f0497bea716d5eb2d1183fdbeca39ced97419a14ed762f8d8a59907ff432fb', 'ana@progresso.example', 0, '2026-11-30 12:26:05.292794+00', '2026-12-01 12:26:05.292794+00', NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-8778-78d3-8421-d1a953c2dea9', '01a22c6b-6a8f-78e7-9bca-5cebb4306ca5', 'reset_password', '\xaa4af6cb44dbb2e73bc4b06a866b76834f19cd8180ae6e79b303d7bcdd92bd25', 'rui@progresso.example', 0, '2026-11-30 12:26:14.264858+00', '2026-11-30 12:36:14.264858+00', NULL);

INSERT INTO public.api_keys VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6b6b-7c45-a482-f7ae5f64abd5', 'ERP', 'pulso_live_3Zt6g6', '\xc36d0d62f1be1a6de8a945e895a0922596ebbb3333ffbb8c21b9a724e4c54d3a', '{customers.customers:read}', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', NULL, NULL, NULL, '2026-11-30 12:26:07.085675+00', '2026-11-30 12:26:07.085675+00', 0, '2026-11-30', NULL);

INSERT INTO public.audit_checks VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-79ef-711d-b4e4-af3f6319a8ba', '2026-11-30 12:26:10.237494+00', 1, '\x66558c1fa7464e9cb2123c259dc6e627ef063b40a7444831789620f132382070', 1, 42, 0, 0, 0, 0, NULL, NULL, NULL);

INSERT INTO public.audit_heads VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', 2, 1276, 'ffffffff-ffff-ffff-ffff-ffffffffffff', '2026-11-30 12:26:20.037857+00', '2026-11-30 12:26:20.037857+00', '\xe294c00294ca35ec96d2fbae657d78a10186132d6525e40763b4175c36d1baa5');

INSERT INTO public.audit_log_first VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-5b40-75ba-bd66-71fc68d15961', '2026-11-30 12:26:02.944407+00', NULL, 'ana@progresso.example', '01a22c6b-50b8-7c6d-adfc-15f841c9102f', 'tenants', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'insert', NULL, '{"id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "name": "Provedor Progresso", "plan": "standard", "slug": "progresso", "locale": "pt-BR", "tax_id": null, "pix_key": null, "sandbox": false, "version": 0, "currency": "BRL", "pix_city": null, "logo_hash": null, "time_zone": "America/Sao_Paulo", "created_at": "2026-11-30T12:26:02.835514+00:00", "deleted_at": null, "updated_at": "2026-11-30T12:26:02.835514+00:00", "accent_color": null, "allowed_origins": [], "invoice_due_days": 10, "pix_merchant_name": null, "clock_ahead_seconds": 0}', 1177, 2, '\x02dfaed5e0f140fca066ba56b91d2946', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-5cdd-7768-b926-e0b73527fe0c', '2026-11-30 12:26:03.357486+00', NULL, 'ana@progresso.example', '01a22c6b-50b8-7c6d-adfc-15f841c9102f', 'users', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'insert', NULL, '{"id": "01a22c6b-5b5a-7a19-b00e-37b4d63a6c25", "name": "Ana Souza", "role": "admin", "email": "ana@progresso.example", "theme": "system", "locale": null, "role_id": null, "team_id": null, "version": 0, "metadata": "{}", "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:03.339697+00:00", "removed_at": null, "updated_at": "2026-11-30T12:26:03.339697+00:00", "disabled_at": null, "external_id": null, "own_password": true, "last_login_at": null, "external_source": "default", "email_verified_at": null, "password_changed_at": "2026-11-30T12:26:02.970559+00:00"}', 1177, 2, '\xbb5fae0092bc499196cbe7ca9db69ece', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-5cf6-7bfc-8d08-d8cb98d5fb20', '2026-11-30 12:26:03.382774+00', NULL, 'ana@progresso.example', '01a22c6b-50b8-7c6d-adfc-15f841c9102f', 'service_types', '01a22c6b-5cf3-7ea9-aca8-c2e9fdd4f52a', 'insert', NULL, '{"id": "01a22c6b-5cf3-7ea9-aca8-c2e9fdd4f52a", "code": "hospedagem_site", "name": "Hospedagem de site", "built_in": true, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:02.72641+00:00"}', 1177, 2, '\xa85b77f58fc64d5786f276dc30c52241', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-5cf6-7d96-b40e-0ca751ea9650', '2026-11-30 12:26:03.382855+00', NULL, 'ana@progresso.example', '01a22c6b-50b8-7c6d-adfc-15f841c9102f', 'service_types', '01a22c6b-5cf3-7f1e-aca9-edbd70d0e204', 'insert', NULL, '{"id": "01a22c6b-5cf3-7f1e-aca9-edbd70d0e204", "code": "saas_imobsites", "name": "SaaS ImobSites", "built_in": true, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:02.72641+00:00"}', 1177, 2, '\x0ea01b1cc24e4bb3ac31d84c75b23208', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-5cf6-7de7-922f-d820b6c0d379', '2026-11-30 12:26:03.382872+00', NULL, 'ana@progresso.example', '01a22c6b-50b8-7c6d-adfc-15f841c9102f', 'service_types', '01a22c6b-5cf3-7f54-acaa-d83e8485f4e8', 'insert', NULL, '{"id": "01a22c6b-5cf3-7f54-acaa-d83e8485f4e8", "code": "saas_cfc", "name": "SaaS CFC", "built_in": true, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:02.72641+00:00"}', 1177, 2, '\x5b560848e6af4b2ab3a69fdc785f1251', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-5cf6-7e21-8727-7e30c970098c', '2026-11-30 12:26:03.382886+00', NULL, 'ana@progresso.example', '01a22c6b-50b8-7c6d-adfc-15f841c9102f', 'service_types', '01a22c6b-5cf3-7f72-acab-b2439cbf1cca', 'insert', NULL, '{"id": "01a22c6b-5cf3-7f72-acab-b2439cbf1cca", "code": "manutencao_site", "name": "Manutenção de site", "built_in": true, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:02.72641+00:00"}', 1177, 2, '\xd98880602964430e8383095cc9bfd899', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-5cf6-7e52-84da-f126441aa892', '2026-11-30 12:26:03.382898+00', NULL, 'ana@progresso.example', '01a22c6b-50b8-7c6d-adfc-15f841c9102f', 'service_types', '01a22c6b-5cf3-7f79-acac-5edb4aa68a8d', 'insert', NULL, '{"id": "01a22c6b-5cf3-7f79-acac-5edb4aa68a8d", "code": "gestao_trafego", "name": "Gestão de tráfego", "built_in": true, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:02.72641+00:00"}', 1177, 2, '\x38f83ab28a8c40f28a4e3be531dad7d0', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-5cf6-7e93-9902-11c1fe8330b7', '2026-11-30 12:26:03.382914+00', NULL, 'ana@progresso.example', '01a22c6b-50b8-7c6d-adfc-15f841c9102f', 'service_types', '01a22c6b-5cf3-7f7f-acad-9921a757c028', 'insert', NULL, '{"id": "01a22c6b-5cf3-7f7f-acad-9921a757c028", "code": "seo_mensal", "name": "SEO mensal", "built_in": true, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:02.72641+00:00"}', 1177, 2, '\x111430dc5ed2400ba58f243dd5367bfa', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-5cf6-7ec5-98b6-42fddb249e6e', '2026-11-30 12:26:03.382925+00', NULL, 'ana@progresso.example', '01a22c6b-50b8-7c6d-adfc-15f841c9102f', 'service_types', '01a22c6b-5cf3-7f89-acae-5317a8b6bc10', 'insert', NULL, '{"id": "01a22c6b-5cf3-7f89-acae-5317a8b6bc10", "code": "outro_recorrente", "name": "Outro recorrente", "built_in": true, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:02.72641+00:00"}', 1177, 2, '\xe9d1a5a6c50140e7ae039af604dd119f', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-62a7-7e10-8438-f5af16e0cb70', '2026-11-30 12:26:04.839904+00', NULL, 'ana@progresso.example', '01a22c6b-50b8-7c6d-adfc-15f841c9102f', 'pipelines', '01a22c6b-6292-748a-bb87-d67a97199971', 'insert', NULL, '{"id": "01a22c6b-6292-748a-bb87-d67a97199971", "name": "Vendas", "version": 0, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:04.821777+00:00", "is_default": true, "updated_at": "2026-11-30T12:26:04.821777+00:00", "stages_changed_at": "2026-11-30T12:26:04.818255+00:00"}', 1177, 2, '\x82e5ed4e01a94b90bde9604214fead06', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-62b1-7610-bd29-45f336b6c3d6', '2026-11-30 12:26:04.849401+00', NULL, 'ana@progresso.example', '01a22c6b-50b8-7c6d-adfc-15f841c9102f', 'stages', '01a22c6b-6294-765d-a1f4-69dde64d2c93', 'insert', NULL, '{"id": "01a22c6b-6294-765d-a1f4-69dde64d2c93", "name": "Novo", "type": "open", "ordinal": 0, "version": 0, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:04.826876+00:00", "updated_at": "2026-11-30T12:26:04.826876+00:00", "pipeline_id": "01a22c6b-6292-748a-bb87-d67a97199971", "probability": 10}', 1177, 2, '\xa718a76aa1d7430191727b5a8a88da52', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-62b1-7d9a-8ed2-bebbf2b98dda', '2026-11-30 12:26:04.849858+00', NULL, 'ana@progresso.example', '01a22c6b-50b8-7c6d-adfc-15f841c9102f', 'stages', '01a22c6b-6294-7985-a1f5-7c791754c312', 'insert', NULL, '{"id": "01a22c6b-6294-7985-a1f5-7c791754c312", "name": "Qualificado", "type": "open", "ordinal": 1, "version": 0, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:04.827379+00:00", "updated_at": "2026-11-30T12:26:04.827379+00:00", "pipeline_id": "01a22c6b-6292-748a-bb87-d67a97199971", "probability": 25}', 1177, 2, '\x1942e04bc385454598ea81d49e325940', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-62b2-7252-852b-9f5310d51eff', '2026-11-30 12:26:04.850153+00', NULL, 'ana@progresso.example', '01a22c6b-50b8-7c6d-adfc-15f841c9102f', 'stages', '01a22c6b-6294-79d1-a1f6-5997b45de1e1', 'insert', NULL, '{"id": "01a22c6b-6294-79d1-a1f6-5997b45de1e1", "name": "Proposta", "type": "open", "ordinal": 2, "version": 0, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:04.827528+00:00", "updated_at": "2026-11-30T12:26:04.827528+00:00", "pipeline_id": "01a22c6b-6292-748a-bb87-d67a97199971", "probability": 50}', 1177, 2, '\x0c0a5f06ec9340459df114adbc1e968f', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-62b2-773f-aeb8-db78f7515eb7', '2026-11-30 12:26:04.850461+00', NULL, 'ana@progresso.example', '01a22c6b-50b8-7c6d-adfc-15f841c9102f', 'stages', '01a22c6b-6294-79fe-a1f7-0a19280501ae', 'insert', NULL, '{"id": "01a22c6b-6294-79fe-a1f7-0a19280501ae", "name": "Negociação", "type": "open", "ordinal": 3, "version": 0, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:04.827642+00:00", "updated_at": "2026-11-30T12:26:04.827642+00:00", "pipeline_id": "01a22c6b-6292-748a-bb87-d67a97199971", "probability": 75}', 1177, 2, '\xb244a89a606f41ae87cbe4b35b64736e', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-62b2-7c3d-9cb7-55128dcb4628', '2026-11-30 12:26:04.850772+00', NULL, 'ana@progresso.example', '01a22c6b-50b8-7c6d-adfc-15f841c9102f', 'stages', '01a22c6b-6294-7a30-a1f8-33c35776d6f6', 'insert', NULL, '{"id": "01a22c6b-6294-7a30-a1f8-33c35776d6f6", "name": "Fechamento", "type": "open", "ordinal": 4, "version": 0, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:04.827744+00:00", "updated_at": "2026-11-30T12:26:04.827744+00:00", "pipeline_id": "01a22c6b-6292-748a-bb87-d67a97199971", "probability": 90}', 1177, 2, '\x2cf83749b6ec430bbfd7d63a802e64c1', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-62b3-70a8-8ec8-9077d9ebd2ea', '2026-11-30 12:26:04.851049+00', NULL, 'ana@progresso.example', '01a22c6b-50b8-7c6d-adfc-15f841c9102f', 'stages', '01a22c6b-6294-7a58-a1f9-f6aeb14d095d', 'insert', NULL, '{"id": "01a22c6b-6294-7a58-a1f9-f6aeb14d095d", "name": "Ganho", "type": "won", "ordinal": 5, "version": 0, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:04.827843+00:00", "updated_at": "2026-11-30T12:26:04.827843+00:00", "pipeline_id": "01a22c6b-6292-748a-bb87-d67a97199971", "probability": 100}', 1177, 2, '\xf2436652275f45fbbcb3efc16fed1af0', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-62b3-74fa-b5e1-25bc9e5e161b', '2026-11-30 12:26:04.851318+00', NULL, 'ana@progresso.example', '01a22c6b-50b8-7c6d-adfc-15f841c9102f', 'stages', '01a22c6b-6294-7a7a-a1fa-b202ae4c3014', 'insert', NULL, '{"id": "01a22c6b-6294-7a7a-a1fa-b202ae4c3014", "name": "Perdido", "type": "lost", "ordinal": 6, "version": 0, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:04.827948+00:00", "updated_at": "2026-11-30T12:26:04.827948+00:00", "pipeline_id": "01a22c6b-6292-748a-bb87-d67a97199971", "probability": 0}', 1177, 2, '\x31c23815e36a4c2fb9f76f4b3e63d398', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-64df-7262-82af-5fb832fb6a66', '2026-11-30 12:26:05.407173+00', NULL, 'ana@progresso.example', '01a22c6b-50b8-7c6d-adfc-15f841c9102f', 'sessions', '01a22c6b-64d4-7f97-8bef-95d2f699d634', 'insert', NULL, '{"id": "01a22c6b-64d4-7f97-8bef-95d2f699d634", "address": "127.0.0.1", "user_id": "01a22c6b-5b5a-7a19-b00e-37b4d63a6c25", "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:05.396938+00:00", "expires_at": "2026-12-30T12:26:05.396938+00:00", "revoked_at": null, "user_agent": "Python-urllib/3.11", "last_used_at": "2026-11-30T12:26:05.396938+00:00"}', 1177, 2, '\x18183e64fc8e41b9b829e5d3f4796870', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6758-7768-899f-bd3519be2c4e', '2026-11-30 12:26:06.040513+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-6659-7713-a013-ac67297ccd86', 'business_hours', '01a22c6b-674f-7ce9-894e-02f56bcab557', 'insert', NULL, '{"id": "01a22c6b-674f-7ce9-894e-02f56bcab557", "version": 1, "intervals": ["1 540-1080"], "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:06.015688+00:00", "updated_at": "2026-11-30T12:26:06.015688+00:00"}', 1178, 2, '\xb79c114bfc154e5eb4faa84ec1fad289', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-67be-76e1-a858-efe7480c3e73', '2026-11-30 12:26:06.142455+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-677c-729e-b987-ad50dd3cf001', 'holidays', '01a22c6b-67b7-7b01-9bfd-39f8c8f6088d', 'insert', NULL, '{"id": "01a22c6b-67b7-7b01-9bfd-39f8c8f6088d", "day": "2026-03-29", "name": "Aniversário da cidade", "version": 0, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:06.136306+00:00", "updated_at": "2026-11-30T12:26:06.136306+00:00"}', 1180, 2, '\xfbc683532d9e474d8403c9d1e391f584', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-68cf-7bf4-b478-c48b518b362f', '2026-11-30 12:26:06.415773+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-6862-70be-915d-ebcd81b148c8', 'tenants', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'update', '{"version": 0, "logo_hash": null, "updated_at": "2026-11-30T12:26:02.835514+00:00"}', '{"version": 1, "logo_hash": "6a885db05949df0f331ce4b1b43995da1f48ee670a3ccac5c720461081c4e798", "updated_at": "2026-11-30T12:26:06.402364+00:00"}', 1182, 2, '\x488d40f8e58842be98d062c4617bdcb7', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6913-7ae5-b0c0-9875dabc28b5', '2026-11-30 12:26:06.483706+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-6900-75c1-91ae-0023458efd54', 'teams', '01a22c6b-690f-73b2-97f0-3d6e7b7d55a5', 'insert', NULL, '{"id": "01a22c6b-690f-73b2-97f0-3d6e7b7d55a5", "name": "Sul", "version": 0, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:06.479634+00:00", "updated_at": "2026-11-30T12:26:06.479634+00:00"}', 1183, 2, '\x2491fac5b9d44ed4a2b6ee6fc710d841', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-693d-7a7f-a14a-d2356dcf62bc', '2026-11-30 12:26:06.52568+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-691d-7cab-bbb0-0fe15f924736', 'roles', '01a22c6b-692b-72bb-b192-b956cd8a961f', 'insert', NULL, '{"id": "01a22c6b-692b-72bb-b192-b956cd8a961f", "name": "Pré-vendas", "scopes": {"deals": "all", "leads": "all"}, "version": 0, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:06.515536+00:00", "updated_at": "2026-11-30T12:26:06.515536+00:00", "deals_scope": "all", "description": null, "leads_scope": "all", "permissions": ["crm.leads:read"]}', 1184, 2, '\x0bfbf0e0ddb54863926fc9079813af60', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6a96-76fa-ad87-166b28eab2af', '2026-11-30 12:26:06.87046+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-696c-769f-8c36-3e3e83ecfa74', 'users', '01a22c6b-6a8f-78e7-9bca-5cebb4306ca5', 'insert', NULL, '{"id": "01a22c6b-6a8f-78e7-9bca-5cebb4306ca5", "name": "Rui Lima", "role": "agent", "email": "rui@progresso.example", "theme": "system", "locale": null, "role_id": null, "team_id": "01a22c6b-690f-73b2-97f0-3d6e7b7d55a5", "version": 0, "metadata": "{}", "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:06.866796+00:00", "removed_at": null, "updated_at": "2026-11-30T12:26:06.866796+00:00", "disabled_at": null, "external_id": null, "own_password": false, "last_login_at": null, "external_source": "default", "email_verified_at": null, "password_changed_at": "2026-11-30T12:26:06.863536+00:00"}', 1185, 2, '\x7f9f5ebf8d4641339c05bef844c37a0e', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6b07-7923-9b4d-9f821f4c22c4', '2026-11-30 12:26:06.983594+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-6ac2-7342-9407-7640304c9782', 'invitations', '01a22c6b-6ad4-7995-8db9-f2a7637a0a61', 'insert', NULL, '{"id": "01a22c6b-6ad4-7995-8db9-f2a7637a0a61", "name": null, "role": "viewer", "email": "guest@progresso.example", "version": 0, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:06.957072+00:00", "expires_at": "2026-11-30T12:26:06.919846+00:00", "invited_by": "01a22c6b-5b5a-7a19-b00e-37b4d63a6c25", "revoked_at": null, "sent_count": 0, "updated_at": "2026-11-30T12:26:06.957072+00:00", "accepted_at": null}', 1186, 2, '\xac0e6f2f7a8f450ebbc6f281e2c7aebf', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6b16-7e4a-9b60-20f5b32bd80e', '2026-11-30 12:26:06.998921+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-6ac2-7342-9407-7640304c9782', 'invitations', '01a22c6b-6ad4-7995-8db9-f2a7637a0a61', 'update', '{"version": 0, "expires_at": "2026-11-30T12:26:06.919846+00:00", "sent_count": 0, "updated_at": "2026-11-30T12:26:06.957072+00:00"}', '{"version": 1, "expires_at": "2026-12-07T12:26:06.919846+00:00", "sent_count": 1, "updated_at": "2026-11-30T12:26:06.958813+00:00"}', 1186, 2, '\x986c354d9dc84be19b47c4bdc47deb83', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6b73-7d0a-afe3-6d2dccf13293', '2026-11-30 12:26:07.091861+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-6b55-704f-99e1-a1d6a30e7724', 'api_keys', '01a22c6b-6b6b-7c45-a482-f7ae5f64abd5', 'insert', NULL, '{"id": "01a22c6b-6b6b-7c45-a482-f7ae5f64abd5", "name": "ERP", "prefix": "pulso_live_3Zt6g6", "scopes": ["customers.customers:read"], "version": 0, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:07.085675+00:00", "created_by": "01a22c6b-5b5a-7a19-b00e-37b4d63a6c25", "expires_at": null, "revoked_at": null, "updated_at": "2026-11-30T12:26:07.085675+00:00", "api_version": "2026-11-30", "replaced_by": null, "last_used_at": null}', 1188, 2, '\xe5f78320de4043f3a5ff838b50aa4281', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6ba0-7656-8e66-96badd75d361', '2026-11-30 12:26:07.136417+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-6b8b-73ac-a332-519ffb3a0ac7', 'companies', '01a22c6b-6b95-7d0f-bd98-fdf882394df3', 'insert', NULL, '{"id": "01a22c6b-6b95-7d0f-bd98-fdf882394df3", "name": "Imobiliária ABC", "size": null, "notes": null, "phone": null, "domain": null, "tax_id": null, "version": 0, "website": null, "industry": null, "metadata": "{}", "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:07.127925+00:00", "updated_at": "2026-11-30T12:26:07.127925+00:00", "external_id": null, "external_source": "default"}', 1189, 2, '\xff72683c23454ff6a887d553b34c4ada', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871c-7f27-a2fe-c073f1685357', '2026-11-30 12:26:14.172966+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-86ed-7fa8-a175-09cf1d37c944', 'recovery_codes', '01a22c6b-871b-73ae-9d7d-abd7ea64f049', 'insert', NULL, '{"id": "01a22c6b-871b-73ae-9d7d-abd7ea64f049", "used_at": null, "user_id": "01a22c6b-5b5a-7a19-b00e-37b4d63a6c25", "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:14.129836+00:00"}', 1270, 2, '\x10fc29f7bdfd486bb222d9e34f50d443', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6bcd-70d1-9337-1dc72f7f7e06', '2026-11-30 12:26:07.181073+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-6bb3-70f4-ae11-935b76202ce6', 'contacts', '01a22c6b-6bbf-7656-8bc6-274cb929e296', 'insert', NULL, '{"id": "01a22c6b-6bbf-7656-8bc6-274cb929e296", "name": "Bia Reis", "email": "bia@abc.example", "notes": null, "phone": null, "version": 0, "metadata": "{}", "position": null, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "company_id": "01a22c6b-6b95-7d0f-bd98-fdf882394df3", "created_at": "2026-11-30T12:26:07.173119+00:00", "is_primary": false, "updated_at": "2026-11-30T12:26:07.173119+00:00", "external_id": null, "external_source": "default"}', 1191, 2, '\xc63db1c324b34ee99b77e258c425ea74', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-848b-7466-aaf4-3f9a6c50f70e', '2026-11-30 12:26:13.5153+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-7f32-722f-aa43-8df04139f849', 'deals', '01a22c6b-840c-7338-aecf-7146c8ff16c9', 'insert', NULL, '{"id": "01a22c6b-840c-7338-aecf-7146c8ff16c9", "title": "Two", "status": "open", "lead_id": null, "version": 0, "currency": "BRL", "metadata": "{}", "owner_id": null, "position": "USLHpAIbnl", "stage_id": "01a22c6b-6294-765d-a1f4-69dde64d2c93", "closed_on": null, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "company_id": null, "contact_id": null, "created_at": "2026-11-30T12:26:13.341673+00:00", "updated_at": "2026-11-30T12:26:13.341673+00:00", "customer_id": null, "external_id": null, "lost_reason": null, "pipeline_id": "01a22c6b-6292-748a-bb87-d67a97199971", "amount_cents": 2000, "external_source": "default", "stage_entered_at": "2026-11-30T12:26:13.341673+00:00", "expected_close_on": null}', 1265, 2, '\xcff09088a0804a55a1a4c4a4756acfcf', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6c0e-706a-913a-d94e7cedb57f', '2026-11-30 12:26:07.246048+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-6bde-78dc-974b-a0495b91a644', 'leads', '01a22c6b-6bf2-7fbc-aed5-cf5ab6f93338', 'insert', NULL, '{"id": "01a22c6b-6bf2-7fbc-aed5-cf5ab6f93338", "name": "Caio", "tags": [], "email": null, "notes": null, "phone": null, "stage": "new", "source": null, "deal_id": null, "version": 0, "metadata": "{}", "owner_id": null, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "bant_score": 0, "created_at": "2026-11-30T12:26:07.226376+00:00", "updated_at": "2026-11-30T12:26:07.226376+00:00", "external_id": null, "company_name": null, "external_source": "default"}', 1192, 2, '\x0ee89c50e25c471c8b4280e2fe463be9', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6cfa-720c-b973-fa05ef01afe4', '2026-11-30 12:26:07.482138+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-6cd2-724e-bb95-931b99c0e072', 'leads', '01a22c6b-6cba-7ef9-9850-798d66e31121', 'delete', '{"id": "01a22c6b-6cba-7ef9-9850-798d66e31121", "name": "Outro", "tags": [], "email": null, "notes": null, "phone": null, "stage": "new", "source": null, "deal_id": null, "version": 0, "metadata": "{}", "owner_id": null, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "bant_score": 0, "created_at": "2026-11-30T12:26:07.419949+00:00", "updated_at": "2026-11-30T12:26:07.419949+00:00", "external_id": null, "company_name": null, "external_source": "default"}', NULL, 1194, 2, '\x062a3f2f342043eca8267783fc86df07', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6ea4-7bb6-8bf5-47d359069579', '2026-11-30 12:26:07.908755+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-6d3d-7e85-8def-643c23d1d1c4', 'deals', '01a22c6b-6db0-7f76-b9e0-cd71eeeb8fa4', 'insert', NULL, '{"id": "01a22c6b-6db0-7f76-b9e0-cd71eeeb8fa4", "title": "Site", "status": "open", "lead_id": null, "version": 0, "currency": "BRL", "metadata": "{}", "owner_id": null, "position": "USLHkI", "stage_id": "01a22c6b-6294-765d-a1f4-69dde64d2c93", "closed_on": null, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "company_id": "01a22c6b-6b95-7d0f-bd98-fdf882394df3", "contact_id": "01a22c6b-6bbf-7656-8bc6-274cb929e296", "created_at": "2026-11-30T12:26:07.666339+00:00", "updated_at": "2026-11-30T12:26:07.666339+00:00", "customer_id": null, "external_id": null, "lost_reason": null, "pipeline_id": "01a22c6b-6292-748a-bb87-d67a97199971", "amount_cents": 480000, "external_source": "default", "stage_entered_at": "2026-11-30T12:26:07.664939+00:00", "expected_close_on": null}', 1196, 2, '\xa45e78406a6c4ced951a44d99314ec99', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-71fb-787b-b4b6-9eb554447e6a', '2026-11-30 12:26:08.763552+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-718d-7118-89c2-a1a20896ee7d', 'customers', '01a22c6b-71ee-77c5-8412-76ca224ac106', 'insert', NULL, '{"id": "01a22c6b-71ee-77c5-8412-76ca224ac106", "kind": "company", "name": "Imobiliária ABC", "email": null, "notes": null, "phone": null, "tax_id": null, "version": 0, "website": null, "metadata": "{}", "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "company_id": "01a22c6b-6b95-7d0f-bd98-fdf882394df3", "created_at": "2026-11-30T12:26:08.752627+00:00", "updated_at": "2026-11-30T12:26:08.752627+00:00", "crm_deal_id": "01a22c6b-6db0-7f76-b9e0-cd71eeeb8fa4", "external_id": null, "billing_status": "current", "external_source": "default", "account_manager_id": null}', 1198, 2, '\x3cc5f2df05b848f59068c9cf92093f14', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-72c5-7358-906f-b637f5e614a9', '2026-11-30 12:26:08.96523+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-718d-7118-89c2-a1a20896ee7d', 'contracts', '01a22c6b-728c-7655-8492-6d0a15dfe566', 'insert', NULL, '{"id": "01a22c6b-728c-7655-8492-6d0a15dfe566", "title": "Hospedagem", "end_on": null, "paying": true, "status": "active", "deal_id": "01a22c6b-6db0-7f76-b9e0-cd71eeeb8fa4", "version": 0, "currency": "BRL", "metadata": "{}", "start_on": "2026-01-20", "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "cost_cents": 0, "created_at": "2026-11-30T12:26:08.93719+00:00", "updated_at": "2026-11-30T12:26:08.93719+00:00", "billing_day": null, "customer_id": "01a22c6b-71ee-77c5-8412-76ca224ac106", "description": null, "external_id": null, "term_months": null, "terms_since": null, "amount_cents": 15000, "reference_id": null, "service_type": "hospedagem_site", "billing_cycle": "monthly", "internal_notes": null, "next_review_on": null, "reference_type": null, "external_source": "default"}', 1198, 2, '\x71a6673726ef4dc786fd95baff7318b2', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-733c-7996-90b1-ea6ff903e3af', '2026-11-30 12:26:09.084613+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-718d-7118-89c2-a1a20896ee7d', 'deals', '01a22c6b-6db0-7f76-b9e0-cd71eeeb8fa4', 'update', '{"status": "open", "version": 0, "position": "USLHkI", "stage_id": "01a22c6b-6294-765d-a1f4-69dde64d2c93", "closed_on": null, "updated_at": "2026-11-30T12:26:07.666339+00:00", "customer_id": null, "stage_entered_at": "2026-11-30T12:26:07.664939+00:00"}', '{"status": "won", "version": 1, "position": "UqPzM5", "stage_id": "01a22c6b-6294-7a58-a1f9-f6aeb14d095d", "closed_on": "2026-11-30", "updated_at": "2026-11-30T12:26:09.078953+00:00", "customer_id": "01a22c6b-71ee-77c5-8412-76ca224ac106", "stage_entered_at": "2026-11-30T12:26:09.078307+00:00"}', 1198, 2, '\xdf776e9e5a4d461aa68fdb75a50526fc', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-761f-768b-b7fc-bf50b63e7b57', '2026-11-30 12:26:09.823436+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-7587-7197-ac28-d9108eb1bc3c', 'invoices', '01a22c6b-75f8-7e41-a3f4-dda516f254a8', 'insert', NULL, '{"id": "01a22c6b-75f8-7e41-a3f4-dda516f254a8", "notes": null, "due_on": "2026-12-10", "number": null, "origin": "manual", "status": "draft", "version": 0, "currency": "BRL", "metadata": "{}", "issued_on": null, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:09.795089+00:00", "paid_cents": 0, "period_end": null, "updated_at": "2026-11-30T12:26:09.795089+00:00", "contract_id": null, "customer_id": "01a22c6b-71ee-77c5-8412-76ca224ac106", "external_id": null, "total_cents": 80000, "counted_from": null, "last_paid_on": null, "period_start": null, "cancel_reason": null, "customer_name": "Imobiliária ABC", "overdue_since": null, "customer_tax_id": null, "external_source": "default"}', 1200, 2, '\xe73fc6b80d7741dbb72b8742af26fbee', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-7621-7c46-bc6b-8d24fa3d909b', '2026-11-30 12:26:09.825781+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-7587-7197-ac28-d9108eb1bc3c', 'invoice_items', '01a22c6b-75f9-75ea-a992-47063b999d6d', 'insert', NULL, '{"id": "01a22c6b-75f9-75ea-a992-47063b999d6d", "kind": "service", "position": 0, "quantity": 1.000, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "invoice_id": "01a22c6b-75f8-7e41-a3f4-dda516f254a8", "unit_cents": 80000, "unit_price": 800.000000, "description": "Logotipo", "total_cents": 80000}', 1200, 2, '\x9808d5b950804d4682e0e97cb130ecb6', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-77b0-7831-bf24-232a26f7783b', '2026-11-30 12:26:10.224533+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-7773-7b3c-871e-afa21e622d3f', 'payments', '01a22c6b-779b-78cd-b91d-6e02e5a81db6', 'insert', NULL, '{"id": "01a22c6b-779b-78cd-b91d-6e02e5a81db6", "method": "pix", "paid_on": "2026-11-30", "metadata": "{}", "reference": null, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "invoice_id": "01a22c6b-75f8-7e41-a3f4-dda516f254a8", "external_id": null, "recorded_at": "2026-11-30T12:26:10.203448+00:00", "amount_cents": 80000, "external_source": "default"}', 1206, 2, '\xa4ab5031e245479bb9632f5959e69bb8', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-77d1-7368-a739-a3ef297f03ae', '2026-11-30 12:26:10.257242+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-7773-7b3c-871e-afa21e622d3f', 'invoices', '01a22c6b-75f8-7e41-a3f4-dda516f254a8', 'update', '{"status": "issued", "version": 1, "paid_cents": 0, "updated_at": "2026-11-30T12:26:10.093351+00:00", "last_paid_on": null}', '{"status": "paid", "version": 2, "paid_cents": 80000, "updated_at": "2026-11-30T12:26:10.205119+00:00", "last_paid_on": "2026-11-30"}', 1206, 2, '\xa01d3e1acb5e4d14b1b9f5482bd73e54', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-82af-7ce1-be38-3817b7539ea2', '2026-11-30 12:26:13.039831+00', NULL, 'job:invoice-run', NULL, 'invoices', '01a22c6b-81c7-79a1-a02a-7f8ed8d2b1de', 'update', '{"number": null, "status": "draft", "version": 0, "issued_on": null, "updated_at": "2026-11-30T12:26:12.823443+00:00"}', '{"number": 2, "status": "issued", "version": 1, "issued_on": "2026-11-30", "updated_at": "2026-11-30T12:26:13.008444+00:00"}', 1250, 2, '\x0428e95d2a7f4f96b121ad0777179faf', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6cbf-7fd7-ab83-51fb041758d2', '2026-11-30 12:26:07.424018+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-6cb4-79e9-a006-be0314a575eb', 'leads', '01a22c6b-6cba-7ef9-9850-798d66e31121', 'insert', NULL, '{"id": "01a22c6b-6cba-7ef9-9850-798d66e31121", "name": "Outro", "tags": [], "email": null, "notes": null, "phone": null, "stage": "new", "source": null, "deal_id": null, "version": 0, "metadata": "{}", "owner_id": null, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "bant_score": 0, "created_at": "2026-11-30T12:26:07.419949+00:00", "updated_at": "2026-11-30T12:26:07.419949+00:00", "external_id": null, "company_name": null, "external_source": "default"}', 1193, 2, '\x0d5695c23fc843efbcb2587daf2f746f', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6d20-7c35-90a5-363052ac8318', '2026-11-30 12:26:07.52079+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-6d02-7af1-8911-eb9c1562d6fe', 'leads', '01a22c6b-6bf2-7fbc-aed5-cf5ab6f93338', 'update', '{"version": 0, "owner_id": null, "updated_at": "2026-11-30T12:26:07.226376+00:00"}', '{"version": 1, "owner_id": "01a22c6b-6a8f-78e7-9bca-5cebb4306ca5", "updated_at": "2026-11-30T12:26:07.514683+00:00"}', 1195, 2, '\x2dd897da1a1c4bce9e696e21a38b4300', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-7113-7b50-8ab9-76f9b908b64f', '2026-11-30 12:26:08.531732+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-6ff4-72a3-960b-780e4c890c87', 'deals', '01a22c6b-70e2-7dcd-99ec-dcada46a0295', 'insert', NULL, '{"id": "01a22c6b-70e2-7dcd-99ec-dcada46a0295", "title": "Loja", "status": "open", "lead_id": null, "version": 0, "currency": "BRL", "metadata": "{}", "owner_id": null, "position": "USLHfI6n2J", "stage_id": "01a22c6b-6294-765d-a1f4-69dde64d2c93", "closed_on": null, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "company_id": null, "contact_id": null, "created_at": "2026-11-30T12:26:08.497843+00:00", "updated_at": "2026-11-30T12:26:08.497843+00:00", "customer_id": null, "external_id": null, "lost_reason": null, "pipeline_id": "01a22c6b-6292-748a-bb87-d67a97199971", "amount_cents": 0, "external_source": "default", "stage_entered_at": "2026-11-30T12:26:08.482841+00:00", "expected_close_on": null}', 1197, 2, '\x8e2f38b5373a4245a4864d29d627991b', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-7561-7537-ab4c-1cb7f17dde06', '2026-11-30 12:26:09.633349+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-74cc-778e-a2b7-683d3ac0e4c5', 'contracts', '01a22c6b-728c-7655-8492-6d0a15dfe566', 'update', '{"version": 0, "updated_at": "2026-11-30T12:26:08.93719+00:00", "terms_since": null, "amount_cents": 15000}', '{"version": 1, "updated_at": "2026-11-30T12:26:09.598484+00:00", "terms_since": "2026-11-30", "amount_cents": 16000}', 1199, 2, '\x12fd71dfca884e93ab437c5db93d087e', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-7732-75b2-a4c6-77290d278897', '2026-11-30 12:26:10.098376+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-76b7-7401-b44b-b6369bb8fdb4', 'invoices', '01a22c6b-75f8-7e41-a3f4-dda516f254a8', 'update', '{"number": null, "status": "draft", "version": 0, "issued_on": null, "updated_at": "2026-11-30T12:26:09.795089+00:00"}', '{"number": 1, "status": "issued", "version": 1, "issued_on": "2026-11-30", "updated_at": "2026-11-30T12:26:10.093351+00:00"}', 1201, 2, '\x0345f3e3603d43c4a15ed2cbe450c6a2', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-8236-7466-9352-df2dfe290759', '2026-11-30 12:26:12.918301+00', NULL, 'job:invoice-run', NULL, 'invoices', '01a22c6b-81c7-79a1-a02a-7f8ed8d2b1de', 'insert', NULL, '{"id": "01a22c6b-81c7-79a1-a02a-7f8ed8d2b1de", "notes": null, "due_on": "2026-11-30", "number": null, "origin": "run", "status": "draft", "version": 0, "currency": "BRL", "metadata": "{}", "issued_on": null, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:12.823443+00:00", "paid_cents": 0, "period_end": "2026-12-19", "updated_at": "2026-11-30T12:26:12.823443+00:00", "contract_id": "01a22c6b-728c-7655-8492-6d0a15dfe566", "customer_id": "01a22c6b-71ee-77c5-8412-76ca224ac106", "external_id": null, "total_cents": 16000, "counted_from": "2026-01-20", "last_paid_on": null, "period_start": "2026-11-20", "cancel_reason": null, "customer_name": "Imobiliária ABC", "overdue_since": null, "customer_tax_id": null, "external_source": "default"}', 1246, 2, '\x0523e7ddcdad458a84b8c9c5b9a7672d', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-823c-7dc3-9e6d-7b43d9eac09f', '2026-11-30 12:26:12.924881+00', NULL, 'job:invoice-run', NULL, 'invoice_items', '01a22c6b-81c7-79eb-a02b-511fe3c9f265', 'insert', NULL, '{"id": "01a22c6b-81c7-79eb-a02b-511fe3c9f265", "kind": "service", "position": 0, "quantity": 1.000, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "invoice_id": "01a22c6b-81c7-79a1-a02a-7f8ed8d2b1de", "unit_cents": 16000, "unit_price": 160.000000, "description": "Hospedagem (20/11/2026 a 19/12/2026)", "total_cents": 16000}', 1246, 2, '\x61190a3d6917481ba078ee4d627a3551', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-828b-7ca0-87d2-ef58a01615dc', '2026-11-30 12:26:13.003811+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-79f0-758e-9359-f49a7d21ea05', 'deals', '01a22c6b-8202-7381-a473-240ce6423d48', 'insert', NULL, '{"id": "01a22c6b-8202-7381-a473-240ce6423d48", "title": "One", "status": "open", "lead_id": null, "version": 0, "currency": "BRL", "metadata": "{}", "owner_id": null, "position": "USLHjwBJAW", "stage_id": "01a22c6b-6294-765d-a1f4-69dde64d2c93", "closed_on": null, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "company_id": null, "contact_id": null, "created_at": "2026-11-30T12:26:12.795532+00:00", "updated_at": "2026-11-30T12:26:12.795532+00:00", "customer_id": null, "external_id": null, "lost_reason": null, "pipeline_id": "01a22c6b-6292-748a-bb87-d67a97199971", "amount_cents": 1000, "external_source": "default", "stage_entered_at": "2026-11-30T12:26:12.795532+00:00", "expected_close_on": null}', 1245, 2, '\x8184527fcf414b8096d10ee5ebf50052', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-8304-7faa-af69-29d0fba82cbe', '2026-11-30 12:26:13.125001+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'job:invoice-run', '01a22c6b-7885-7fb9-961d-5a4cf7e30030', 'invoices', '01a22c6b-82fe-7f1c-a766-c28f85f18ea2', 'insert', NULL, '{"id": "01a22c6b-82fe-7f1c-a766-c28f85f18ea2", "notes": null, "due_on": "2026-11-30", "number": null, "origin": "run", "status": "draft", "version": 0, "currency": "BRL", "metadata": "{}", "issued_on": null, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:13.119557+00:00", "paid_cents": 0, "period_end": "2026-04-19", "updated_at": "2026-11-30T12:26:13.119557+00:00", "contract_id": "01a22c6b-728c-7655-8492-6d0a15dfe566", "customer_id": "01a22c6b-71ee-77c5-8412-76ca224ac106", "external_id": null, "total_cents": 16000, "counted_from": "2026-01-20", "last_paid_on": null, "period_start": "2026-03-20", "cancel_reason": null, "customer_name": "Imobiliária ABC", "overdue_since": null, "customer_tax_id": null, "external_source": "default"}', 1256, 2, '\x05940402b37e4b2fad8557287ac6463f', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-8305-752f-b652-ed49d545d706', '2026-11-30 12:26:13.125335+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'job:invoice-run', '01a22c6b-7885-7fb9-961d-5a4cf7e30030', 'invoice_items', '01a22c6b-82fe-7f97-a767-a02e32ce62e8', 'insert', NULL, '{"id": "01a22c6b-82fe-7f97-a767-a02e32ce62e8", "kind": "service", "position": 0, "quantity": 1.000, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "invoice_id": "01a22c6b-82fe-7f1c-a766-c28f85f18ea2", "unit_cents": 16000, "unit_price": 160.000000, "description": "Hospedagem (20/03/2026 a 19/04/2026)", "total_cents": 16000}', 1256, 2, '\x208c957c3b1744398fc522241bd25ace', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-8359-73f4-a954-ea6b3e18be37', '2026-11-30 12:26:13.209268+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'job:invoice-run', '01a22c6b-7885-7fb9-961d-5a4cf7e30030', 'invoices', '01a22c6b-82fe-7f1c-a766-c28f85f18ea2', 'update', '{"number": null, "status": "draft", "version": 0, "issued_on": null, "updated_at": "2026-11-30T12:26:13.119557+00:00"}', '{"number": 3, "status": "issued", "version": 1, "issued_on": "2026-11-30", "updated_at": "2026-11-30T12:26:13.192693+00:00"}', 1259, 2, '\xe14888c4870243d0ba24cb40b31e19f3', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-870e-74d5-9008-bbc695e68485', '2026-11-30 12:26:14.158325+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-86ed-7fa8-a175-09cf1d37c944', 'second_factors', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'update', '{"last_step": 0, "confirmed_at": null}', '{"last_step": 59868052, "confirmed_at": "2026-11-30T12:26:14.128581+00:00"}', 1270, 2, '\xe6c731f8bdf747abaa797cd0fc848349', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-8694-70a8-84c8-a89afa9e4544', '2026-11-30 12:26:14.036064+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-8197-7d5a-8525-ca190f5e9c83', 'second_factors', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'insert', NULL, '{"id": "01a22c6b-5b5a-7a19-b00e-37b4d63a6c25", "failures": 0, "last_step": 0, "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:13.974703+00:00", "confirmed_at": null, "blocked_until": null}', 1269, 2, '\xd7c83cb0db1f47799948ac9746faacf8', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871d-7e4a-b7bb-a1957abd27cc', '2026-11-30 12:26:14.173906+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'security', '01a22c6b-86ed-7fa8-a175-09cf1d37c944', 'security_events', '01a22c6b-8719-73bb-8ac9-1e5c4837fcc2', 'insert', NULL, '{"at": "2026-11-30T12:26:14.168976+00:00", "id": "01a22c6b-8719-73bb-8ac9-1e5c4837fcc2", "kind": "second_factor_on", "detail": null, "address": "127.0.0.1", "user_id": "01a22c6b-5b5a-7a19-b00e-37b4d63a6c25", "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "user_agent": "Python-urllib/3.11"}', 1271, 2, '\x6f5638b35a4646c5a041a2ac4b5c2c5a', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871d-70bc-b751-70d09392cf0b', '2026-11-30 12:26:14.17305+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-86ed-7fa8-a175-09cf1d37c944', 'recovery_codes', '01a22c6b-871b-73e5-9d7e-fe42e6826c05', 'insert', NULL, '{"id": "01a22c6b-871b-73e5-9d7e-fe42e6826c05", "used_at": null, "user_id": "01a22c6b-5b5a-7a19-b00e-37b4d63a6c25", "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:14.129836+00:00"}', 1270, 2, '\xbf5221018b6e406cbf10acbed6969691', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871d-719a-b521-ad38ba86a088', '2026-11-30 12:26:14.173103+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-86ed-7fa8-a175-09cf1d37c944', 'recovery_codes', '01a22c6b-871b-73f5-9d7f-3f950f1979e4', 'insert', NULL, '{"id": "01a22c6b-871b-73f5-9d7f-3f950f1979e4", "used_at": null, "user_id": "01a22c6b-5b5a-7a19-b00e-37b4d63a6c25", "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:14.129836+00:00"}', 1270, 2, '\x662ecbcbba60402fb3da435d4d2e32ee', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871d-71df-a028-8b207b369a7b', '2026-11-30 12:26:14.17312+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-86ed-7fa8-a175-09cf1d37c944', 'recovery_codes', '01a22c6b-871b-7405-9d80-5e7c873b5c82', 'insert', NULL, '{"id": "01a22c6b-871b-7405-9d80-5e7c873b5c82", "used_at": null, "user_id": "01a22c6b-5b5a-7a19-b00e-37b4d63a6c25", "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:14.129836+00:00"}', 1270, 2, '\x84494617fc5f4c85b3fabbf16126f9cc', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871d-7219-a2ad-050ca4c787e0', '2026-11-30 12:26:14.173133+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-86ed-7fa8-a175-09cf1d37c944', 'recovery_codes', '01a22c6b-871b-740c-9d81-362fc42878b3', 'insert', NULL, '{"id": "01a22c6b-871b-740c-9d81-362fc42878b3", "used_at": null, "user_id": "01a22c6b-5b5a-7a19-b00e-37b4d63a6c25", "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:14.129836+00:00"}', 1270, 2, '\x2479cb81b9c04d05ac3e82595ccd3e4b', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871d-724e-9952-33e5b15990f1', '2026-11-30 12:26:14.173147+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-86ed-7fa8-a175-09cf1d37c944', 'recovery_codes', '01a22c6b-871b-7411-9d82-d436a192b6f0', 'insert', NULL, '{"id": "01a22c6b-871b-7411-9d82-d436a192b6f0", "used_at": null, "user_id": "01a22c6b-5b5a-7a19-b00e-37b4d63a6c25", "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:14.129836+00:00"}', 1270, 2, '\xf55b7a4ac92f44098b7a9e77b8ce88b8', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871d-7283-8de8-128affae3459', '2026-11-30 12:26:14.17316+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-86ed-7fa8-a175-09cf1d37c944', 'recovery_codes', '01a22c6b-871b-7419-9d83-40c67913d82b', 'insert', NULL, '{"id": "01a22c6b-871b-7419-9d83-40c67913d82b", "used_at": null, "user_id": "01a22c6b-5b5a-7a19-b00e-37b4d63a6c25", "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:14.129836+00:00"}', 1270, 2, '\xe3bd6db1395f49a9b573bd19ed1ce8fb', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871d-72b8-bcc2-b3bb9c526308', '2026-11-30 12:26:14.173173+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-86ed-7fa8-a175-09cf1d37c944', 'recovery_codes', '01a22c6b-871b-741f-9d84-7505ae89fba3', 'insert', NULL, '{"id": "01a22c6b-871b-741f-9d84-7505ae89fba3", "used_at": null, "user_id": "01a22c6b-5b5a-7a19-b00e-37b4d63a6c25", "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:14.129836+00:00"}', 1270, 2, '\x96642a9862584452b6347fdd894ff2cd', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871d-72ee-a87f-e6391e24b7d7', '2026-11-30 12:26:14.173185+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-86ed-7fa8-a175-09cf1d37c944', 'recovery_codes', '01a22c6b-871b-7424-9d85-de29538abd02', 'insert', NULL, '{"id": "01a22c6b-871b-7424-9d85-de29538abd02", "used_at": null, "user_id": "01a22c6b-5b5a-7a19-b00e-37b4d63a6c25", "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:14.129836+00:00"}', 1270, 2, '\xa6c39666bae949c29f4563b379a7661e', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871d-7333-b50e-8a0d349cd3e4', '2026-11-30 12:26:14.173203+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-86ed-7fa8-a175-09cf1d37c944', 'recovery_codes', '01a22c6b-871b-7429-9d86-a2ecede84a39', 'insert', NULL, '{"id": "01a22c6b-871b-7429-9d86-a2ecede84a39", "used_at": null, "user_id": "01a22c6b-5b5a-7a19-b00e-37b4d63a6c25", "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "created_at": "2026-11-30T12:26:14.129836+00:00"}', 1270, 2, '\x823dc9b680284b9589ff9eb274cfbc8a', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-9f92-70d5-8885-2f12343d09c0', '2026-11-30 12:26:20.434064+00', NULL, 'test', NULL, 'audit_redactions', '01a22c6b-9f90-7bcf-b694-dc66b89b8a23', 'insert', NULL, '{"id": "01a22c6b-9f90-7bcf-b694-dc66b89b8a23", "reason": "asked for it", "entries": 0, "made_at": "2026-11-30T12:26:20.43253+00:00", "made_by": "ana@progresso.example", "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a", "subject_id": "bfe10ba8-8bd5-45fe-84c6-c4677f4471ee"}', 1280, 2, '\x102d951752544156a2c5be688dcb007b', NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-9f9a-7066-b4f5-959114b3995e', '2026-11-30 12:26:20.442034+00', NULL, 'test', NULL, 'audit_retirements', '01a22c6b-9f99-784e-9572-fef576d66cb6', 'insert', NULL, '{"id": "01a22c6b-9f99-784e-9572-fef576d66cb6", "made_at": "2026-11-30T12:26:20.441192+00:00", "before_id": "00000000-0000-7000-8000-000000000000", "tenant_id": "01a22c6b-547c-7f53-866d-dea93c3d9c6a"}', 1281, 2, '\x1c0df86e05144ee6ac5d808c03ed78c7', NULL, NULL);

INSERT INTO public.audit_redactions VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-9f90-7bcf-b694-dc66b89b8a23', 'bfe10ba8-8bd5-45fe-84c6-c4677f4471ee', 'asked for it', 0, 'ana@progresso.example', '2026-11-30 12:26:20.43253+00');

INSERT INTO public.audit_retirements VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-9f99-784e-9572-fef576d66cb6', '00000000-0000-7000-8000-000000000000', '2026-11-30 12:26:20.441192+00');

INSERT INTO public.audit_seals VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', 1, 0, 'ffffffff-ffff-ffff-ffff-ffffffffffff', 1205, 'ffffffff-ffff-ffff-ffff-ffffffffffff', NULL, '2026-11-30 12:26:10.33662+00', 42, '\x01a22c6b5b4075babd6671fc68d15961a0adb86619a30709f63d5afdb14a34c5501ecf8b891ea953be57e7a9af979bc901a22c6b5cdd7768b926e0b73527fe0c3fae4bf64fba91d8635d2bc3c97a3ed7a9f20c0da24aa0c3a4470be166a9cf9e01a22c6b5cf67bfc8d08d8cb98d5fb20f7cfb3de9f0d4f107e21433ea591c5c8a8992b397d13b18c78227b4c12099e7901a22c6b5cf67d96b40e0ca751ea965084e3b620b4e25afdf7e5a12585121edc44b1d3ee469ce04d7c9fe2d3fbe48e7b01a22c6b5cf67de7922fd820b6c0d37902dddab4058cbf9340537d0c60ab7736bb6d1b143a8e55f2ea7545e887bf018301a22c6b5cf67e2187277e30c970098c903c5e49a1e6f95fe7b8034e5e4339fc1a89078da764b195c21794d31919408501a22c6b5cf67e5284daf126441aa8927f0147775c618e2d30ca23284b1b1539de5ac17f8574789f0e5f945c6dfc6ba401a22c6b5cf67e93990211c1fe8330b7a996957c0f670f5a59b492d2105ecfecf896c7bdc596ce7bd9beabd11871b0c701a22c6b5cf67ec598b642fddb249e6e09306ec145bf1fc0da097dc99b97032b76e58ba80a41b61b42a191fbedc4f29801a22c6b62a77e108438f5af16e0cb702e2dec22c737f3cb8b0806adf4c07bc66979ed54dd004b10d05ca9d07b9dc4a201a22c6b62b17610bd2945f336b6c3d654a22f0ae05508c450180354efd88e5d84c36e78011b2a088ad148e30ea93e1301a22c6b62b17d9a8ed2bebbf2b98ddace11c6ce362e2aef3428c46704618d7cac7010b19112590b3efe84b59b0ca54d01a22c6b62b27252852b9f5310d51eff3d84e70251920e4836f18b5c0c53b211d7ac470b8230ef514d95a6e22c23ea2301a22c6b62b2773faeb8db78f7515eb7fd461c7047120a42067f7c136e105811bcdd2ae96c7c1eacb26aee3b6ff7054501a22c6b62b27c3d9cb755128dcb462825ae79ebef41690f57ece90e2bf8e5b9a95fdf80df4084716df3b6fa41a4bca401a22c6b62b370a88ec89077d9ebd2ea174e3ef2216c756848b9072125fef45e09cf85eb68ca6c33eb085eeab4129b7401a22c6b62b374fab5e125bc9e5e161b40f618e50e1201a33b314c89af9cbef3eca01d8e29b26661e4c520d46bb9037801a22c6b64df726282af5fb832fb6a66a3defc86fb65e72c8c3c14f07e70386abeb2cf544410ac34fff45b5e28b59bf501a22c6b67587768899fbd3519be2c4e8bdcde74faddba961773d22de8257aa64ec05a13e9175f5b3407e167d2c26d6f01a22c6b67be76e1a858efe7480c3e7336901d34722792d3022d3e66a2239868dbb03946ee5f1ac4279c8a68db6a011a01a22c6b68cf7bf4b478c48b518b362fbb5d14014d2ea23f98cf9de91656755c76caebef9a2ce5a39b357f0526b4599801a22c6b69137ae5b0c09875dabc28b59fd5fcc4d1b07256f8ec0c6c3288a34a4f2b79f2d5796584bd84dbec35cf6e3a01a22c6b693d7a7fa14ad2356dcf62bc640066749ff059f44b0753a1f9ef772f864a8c84fd7a2b31f27f78a8c61221c601a22c6b6a9676faad87166b28eab2afb5c95ff75602341b4a298677480bfb62ff6467a3268cff7dee584a2f4aefa6a201a22c6b6b0779239b4d9f821f4c22c4797dc46e1851f874d9709e942df1cc84a1b3f600cba2c014f0c4fd810a20444101a22c6b6b167e4a9b6020f5b32bd80ef876de6a9eb50ed25a916e0072ca36b7a02118d575d402babb5a7329d699180d01a22c6b6b737d0aafe36d2dccf132934438a67ad0ad5c4927e51536bea99a0500a890c2777eb642537d1b4deb270df801a22c6b6ba076568e6696badd75d361bac7d14128ba5288b186b0a686e73bfbdda605a483da985cf64ac2aec5545e6701a22c6b6bcd70d193371dc72f7f7e06b5b5d8b1b1998f34a887e4cec6317001390c1690e2fad85152e026441fbc1df201a22c6b6c0e706a913ad94e7cedb57fa28aa2dd468dc8d2e51a5060597934ba738e522594585e9944b72adc03e249ab01a22c6b6cbf7fd7ab8351fb041758d2e0148d8eae0b194a3eb79af29b959c327475fccd83df06f44934b5966b3f45bb01a22c6b6cfa720cb973fa05ef01afe4adaa668edf7d3807d55c90d7679fe395f4d154b0470e1912c72eee94077b71f501a22c6b6d207c3590a5363052ac8318980591823e6a1fc5e70416118709082a273217676137ab3d936b7610a9521c6b01a22c6b6ea47bb68bf547d359069579cdd944aeda9aa65d05ac2e58c0f2df128a4908249631593dc2c2d912897d2d8701a22c6b71137b508ab976f9b908b64f726e2c6f67588a5774cba0c0d44bea2d451d74bca7a40f38da8add72f7ed4e8e01a22c6b71fb787bb4b69eb554447e6aff5f71d4cd095f98addaf71fd843814ccf357c1c6766f6ed6ddb4851218129ca01a22c6b72c57358906fb637f5e614a9e789a0cce61cc64556cd497777b190c2de897645cc113413819254333e4860f501a22c6b733c799690b1ea6ff903e3aff6e61c28810b9c65db0337faccf82b8167b8e75031b27392ff80fa2940a9d56b01a22c6b75617537ab4c1cb7f17dde06d9085936c564e41d3632bd5307ce2a556fd092411e43a1677416afc84a4ea32801a22c6b761f768bb7fcbf50b63e7b5715ec1dbffc36ca81e19eaa4ded00ed6667ca7a3766afd3d03dcadc19e0488ade01a22c6b76217c46bc6b8d24fa3d909ba84d5517f5b28872278b01de3b88061cb032e3153822977d4df8fc861667184101a22c6b773275b2a4c677290d278897eefb3372d91c9bc8ca6f83ed8512ed0fa0ff652f5018f1651b62eb65e7f2ca0e', '\x2052316bbeb745f211eb43e481566472ee5fa335b05741a1adf6acaac2a320cc', '\x66558c1fa7464e9cb2123c259dc6e627ef063b40a7444831789620f132382070', 2),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', 2, 1205, 'ffffffff-ffff-ffff-ffff-ffffffffffff', 1276, 'ffffffff-ffff-ffff-ffff-ffffffffffff', '2026-11-30 12:26:10.33662+00', '2026-11-30 12:26:20.037857+00', 23, '\x01a22c6b77b07831bf24232a26f7783bdc1198757bf4ffef909546aeb8fd4dfaf3d02096bf1be0f3c625a5516d5b3f5501a22c6b77d17368a739a3ef297f03ae9ff88b82e17271798955455e02d8fc7f46fd0eba7f3994d21c1fe641ff7a836f01a22c6b828b7ca087d2ef58a01615dcd51980ae6031394aec86da6acf09dbffde3fc8910fb0f9246033e0679e51520701a22c6b823674669352df2dfe29075961c06d1e452c5dca90308f553368a67c89eb827683dfa74aed5b992e2f30eee401a22c6b823c7dc39e6d7b43d9eac09f7a3451be762b42ca4c2fe60078c6d578c508ae24b409df60e26def13f81bedc801a22c6b82af7ce1be383817b7539ea29674939d0e733af25a8ebb948f00351692043be88c1605980722c3092fd836db01a22c6b83047faaaf6929d0fba82cbe52ef6511134b3188b07ab61064a07089169af9dedba43513f3326fde250d4fd901a22c6b8305752fb652ed49d545d706033b430575a7f146af5d9ebe710834b5d0789ab9e3f6e90bc267f65cb2df607601a22c6b835973f4a954ea6b3e18be37ec34a0664173140de43c5b63f149fd7ad3628dfa74a1ddffd9a93b50bb2285c401a22c6b848b7466aaf43f9a6c50f70ef78ba16b029e9f7587e7dec947dab506332a6248a021dd5ade32ed3c601cc1b001a22c6b869470a884c8a89afa9e45445cc7c09f0bcd8620fe57a56a2785907b25ecf13a79502346f3cdf7a1c2108ec101a22c6b870e74d59008bbc695e6848550b6b99aa00c44e2ece9caf85fead7fbc6efd2988c831ab235d140252e4c883401a22c6b871c7f27a2fec073f1685357c9ae4c517c975a60205d7bf101193762007f865798aee173ceaaf2a41671954101a22c6b871d70bcb75170d09392cf0b754bf509d2b0a07ca358c35294755da5969fd0d1a291c8bc4e162fe873125d5301a22c6b871d719ab521ad38ba86a0882c01a5d3df7c20c827822870c0bfd616f14c1d9892df99bf2df6c21b0bcfa0ea01a22c6b871d71dfa0288b207b369a7b54fe2e43b45eba86c9a6e19ed36448bacf9591759c7f067cc88fb7e99c25501101a22c6b871d7219a2ad050ca4c787e0eef7a19eb8e89f789cefac645552cd9469d3bcd8e4269618ad6e89dfeae3dcec01a22c6b871d724e995233e5b15990f179c3160c8361b07b07aa2d2386d8382e89db818529d4f6cbd15d5dc04152d2fe01a22c6b871d72838de8128affae3459f6105f4bdb4c2e14010e5ac01e82ab6d1e2593a7a86d720e6965db8530b1c58b01a22c6b871d72b8bcc2b3bb9c5263089975eae0757c670a10804f0933868de70d6505bd64f710c132c41a468126eed801a22c6b871d72eea87fe6391e24b7d726d1495fda28fb4bfacfaa89e1f0ac2e264c62b924cd7ef18f494b30a30626af01a22c6b871d7333b50e8a0d349cd3e42d3395d350ac445254494c7f89dc1b23cae9dd761dd3b8b8a70b85f2b800b1e201a22c6b871d7e4ab7bba1957abd27cc7793b2fafa8f126d4cbc82e10117365d9e1779691520d4d8af62f183fd2e808b', '\x66558c1fa7464e9cb2123c259dc6e627ef063b40a7444831789620f132382070', '\xe294c00294ca35ec96d2fbae657d78a10186132d6525e40763b4175c36d1baa5', 2);

INSERT INTO public.business_hours VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-674f-7ce9-894e-02f56bcab557', '{"1 540-1080"}', '2026-11-30 12:26:06.015688+00', '2026-11-30 12:26:06.015688+00', 1);

INSERT INTO public.companies VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6b95-7d0f-bd98-fdf882394df3', 'Imobiliária ABC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, DEFAULT, '2026-11-30 12:26:07.127925+00', '2026-11-30 12:26:07.127925+00', 0, DEFAULT, 'default', NULL, '{}');

INSERT INTO public.contacts VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6bbf-7656-8bc6-274cb929e296', 'Bia Reis', 'bia@abc.example', NULL, NULL, '01a22c6b-6b95-7d0f-bd98-fdf882394df3', false, NULL, DEFAULT, '2026-11-30 12:26:07.173119+00', '2026-11-30 12:26:07.173119+00', 0, DEFAULT, 'default', NULL, '{}');

INSERT INTO public.contract_changes VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-72da-7cd5-8b73-b2af0d86f218', '01a22c6b-728c-7655-8492-6d0a15dfe566', '-infinity', 15000, 0, 'monthly', 'active', true, '2026-11-30 12:26:08.728544+00', 'BRL', 'hospedagem_site'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-756f-7137-9d06-041736574fc6', '01a22c6b-728c-7655-8492-6d0a15dfe566', '2026-11-30', 16000, 0, 'monthly', 'active', true, '2026-11-30 12:26:09.556268+00', 'BRL', 'hospedagem_site');

INSERT INTO public.contracts VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-728c-7655-8492-6d0a15dfe566', '01a22c6b-71ee-77c5-8412-76ca224ac106', '01a22c6b-6db0-7f76-b9e0-cd71eeeb8fa4', 'hospedagem_site', 'Hospedagem', NULL, 'monthly', 16000, 0, 'BRL', 'active', true, '2026-11-30', '2026-01-20', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, DEFAULT, '2026-11-30 12:26:08.93719+00', '2026-11-30 12:26:09.598484+00', 1, 'default', '{}');

INSERT INTO public.customers VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-71ee-77c5-8412-76ca224ac106', 'Imobiliária ABC', 'company', NULL, NULL, NULL, 'current', '01a22c6b-6b95-7d0f-bd98-fdf882394df3', '01a22c6b-6db0-7f76-b9e0-cd71eeeb8fa4', NULL, NULL, NULL, DEFAULT, '2026-11-30 12:26:08.752627+00', '2026-11-30 12:26:08.752627+00', 0, DEFAULT, 'default', '{}', NULL);

INSERT INTO public.databasechangelog VALUES
	('001-extensions', 'platform', 'db/platform/001-baseline.sql', '2026-11-30 12:25:21.621585', 1, 'EXECUTED', '9:5135a98e3d690314e0af13372103c696', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('001-normalize-search', 'platform', 'db/platform/001-baseline.sql', '2026-11-30 12:25:21.65596', 2, 'EXECUTED', '9:809631c301cab67614012352b1087b7f', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('001-time-ordered-uuid', 'platform', 'db/platform/001-baseline.sql', '2026-11-30 12:25:21.670077', 3, 'EXECUTED', '9:59d0cc149328fc17fc9e53a97d00889e', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('001-audit-log', 'platform', 'db/platform/001-baseline.sql', '2026-11-30 12:25:21.714733', 4, 'EXECUTED', '9:2689bcffb90b08b61c4167fdcdcc381d', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('001-audit-triggers', 'platform', 'db/platform/001-baseline.sql', '2026-11-30 12:25:21.844056', 5, 'EXECUTED', '9:4bee8de94a2cb8f8c68c826581f9b3b7', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('001-make-tenant-table', 'platform', 'db/platform/001-baseline.sql', '2026-11-30 12:25:21.859946', 6, 'EXECUTED', '9:122e2020c1edc31c58509167190d3dec', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('002-tenants', 'platform', 'db/platform/002-tenants.sql', '2026-11-30 12:25:21.884417', 7, 'EXECUTED', '9:13cf7f631ed3658f2b42eeabd92c8706', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('002-tenant-directory', 'platform', 'db/platform/002-tenants.sql', '2026-11-30 12:25:21.902724', 8, 'EXECUTED', '9:e43a03c4a11a8d8c3eafc2912056e2e9', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('003-outbox', 'platform', 'db/platform/003-outbox-jobs-idempotency.sql', '2026-11-30 12:25:21.944525', 9, 'EXECUTED', '9:3534ddeb8646433b3f30b97797bff131', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('003-job-runs', 'platform', 'db/platform/003-outbox-jobs-idempotency.sql', '2026-11-30 12:25:21.971466', 10, 'EXECUTED', '9:a275f01df0c7a6c9431a997e4613099f', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('003-idempotency', 'platform', 'db/platform/003-outbox-jobs-idempotency.sql', '2026-11-30 12:25:22.052715', 11, 'EXECUTED', '9:6ca3d532f03c427a97171b2ccbadb437', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('004-job-attempts', 'platform', 'db/platform/004-job-attempts.sql', '2026-11-30 12:25:22.09617', 12, 'EXECUTED', '9:eee2dd72efa4be11413be48518b2371c', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('005-outbox-traces', 'platform', 'db/platform/005-outbox-traces.sql', '2026-11-30 12:25:22.107129', 13, 'EXECUTED', '9:c3708c21f10f1eb843c1dda99eda0e13', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('010-mail', 'platform', 'db/platform/010-mail.sql', '2026-11-30 12:25:22.130377', 14, 'EXECUTED', '9:f2c966ebde52bdbcf790c9e0ddc5eaef', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('020-live-log', 'platform', 'db/platform/020-live.sql', '2026-11-30 12:25:22.151341', 15, 'EXECUTED', '9:e8494f1d15f0feb3c6ff5390a1748eb5', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('020-live-job-runs', 'platform', 'db/platform/020-live.sql', '2026-11-30 12:25:22.164279', 16, 'EXECUTED', '9:68af4a497bc2b0a270cf0eeb9f74c556', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('030-audit-order', 'platform', 'db/platform/030-audit-chain.sql', '2026-11-30 12:25:22.201695', 17, 'EXECUTED', '9:065b0d45167b83bae5441137eb7cac05', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('030-audit-indexes', 'platform', 'db/platform/030-audit-chain.sql', '2026-11-30 12:25:22.22811', 18, 'EXECUTED', '9:9ab484be2301959648c8732b06e3d7ad', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('030-audit-only-by-triggers', 'platform', 'db/platform/030-audit-chain.sql', '2026-11-30 12:25:22.247197', 19, 'EXECUTED', '9:64fe2761c232c4d213b4598b0576236a', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('030-audit-seals', 'platform', 'db/platform/030-audit-chain.sql', '2026-11-30 12:25:22.270519', 20, 'EXECUTED', '9:8625a180f9cc43165f6086f221dd0b72', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('030-audit-hashes', 'platform', 'db/platform/030-audit-chain.sql', '2026-11-30 12:25:22.28422', 21, 'EXECUTED', '9:98101c6dd49d5bfb7d59bb5b695c601e', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('030-seal-audit', 'platform', 'db/platform/030-audit-chain.sql', '2026-11-30 12:25:22.305839', 22, 'EXECUTED', '9:3ca2dbcf02a709b242c05213ecdf7931', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('030-check-audit', 'platform', 'db/platform/030-audit-chain.sql', '2026-11-30 12:25:22.331678', 23, 'EXECUTED', '9:9bde2c2dea7f4c0860b02fd12b12ac09', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-040-changes-settled', 'pulso', 'db/platform/040-changes.sql', '2026-11-30 12:25:22.357372', 24, 'EXECUTED', '9:9da0e77dd6578f7a6bf49c070d0638b4', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-050-refresh-statistics', 'pulso', 'db/platform/050-statistics.sql', '2026-11-30 12:25:22.402543', 25, 'EXECUTED', '9:ab10fbc15321c2aec7ed09bcd664847a', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-060-ids-in-order', 'pulso', 'db/platform/060-ids-in-order.sql', '2026-11-30 12:25:22.418063', 26, 'EXECUTED', '9:39ac98f6d606c5b4691b599fb76da642', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-130-texts', 'pulso', 'db/platform/130-texts.sql', '2026-11-30 12:25:22.444859', 27, 'EXECUTED', '9:c5b82db99d5214cab90fb605021b1868', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-130-name-key', 'pulso', 'db/platform/130-texts.sql', '2026-11-30 12:25:22.486806', 28, 'EXECUTED', '9:dba376e96b4ab2d0defb60f58983c23e', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-130-audit-hidden', 'pulso', 'db/platform/130-texts.sql', '2026-11-30 12:25:22.517181', 29, 'EXECUTED', '9:ee0a59585d32a521524a0a6cee1aa9ce', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-120-removals', 'pulso', 'db/platform/120-removals.sql', '2026-11-30 12:25:22.543762', 30, 'EXECUTED', '9:4139fc3f5217cf25c40d0cb2e30c6254', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-120-note-removals', 'pulso', 'db/platform/120-removals.sql', '2026-11-30 12:25:22.549886', 31, 'EXECUTED', '9:edbe11a8954285abd8621ab28e767a1e', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('110-work', 'platform', 'db/platform/110-work.sql', '2026-11-30 12:25:22.568681', 32, 'EXECUTED', '9:2e93dcb84e15950199a0c78fb2dba075', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('110-work-functions', 'platform', 'db/platform/110-work.sql', '2026-11-30 12:25:22.587311', 33, 'EXECUTED', '9:62da80f679ec493caa957a1f84ddf1b7', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('110-old-queues', 'platform', 'db/platform/110-work.sql', '2026-11-30 12:25:22.604634', 34, 'EXECUTED', '9:c45525e10cf4f89d2d8fe8145eeb4670', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('110-job-due', 'platform', 'db/platform/110-jobs.sql', '2026-11-30 12:25:22.620531', 35, 'EXECUTED', '9:d0b35cf3e55e34f83a81ceaf8a699cea', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('110-job-runs', 'platform', 'db/platform/110-jobs.sql', '2026-11-30 12:25:22.667877', 36, 'EXECUTED', '9:a0ed3603f08fc6668e86c102427c8a9c', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('110-live-log', 'platform', 'db/platform/110-live.sql', '2026-11-30 12:25:22.710467', 37, 'EXECUTED', '9:280f80c1be251f4b77a87fd3191590b8', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-150-partition-rules', 'pulso', 'db/platform/150-partitions.sql', '2026-11-30 12:25:22.76848', 38, 'EXECUTED', '9:25e37beb1ceb5d377aa86f82d00783b5', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-150-keep-partitions', 'pulso', 'db/platform/150-partitions.sql', '2026-11-30 12:25:22.812572', 39, 'EXECUTED', '9:7342da6deb5ea629f7f2d14bcf827ed9', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-150-audit-columns', 'pulso', 'db/platform/150-partitions.sql', '2026-11-30 12:25:22.82896', 40, 'EXECUTED', '9:5bfde1123bf7c3c292361013c1764253', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-150-audit-redactions', 'pulso', 'db/platform/150-partitions.sql', '2026-11-30 12:25:22.852747', 41, 'EXECUTED', '9:94b59dd20cea9c9d479c2217e2c148fb', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-150-audit-bound', 'pulso', 'db/platform/150-partitions.sql', '2026-11-30 12:25:22.86271', 42, 'EXECUTED', '9:c6d4b084a1e66fcfab9d995d7a61e282', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-150-audit-bound-holds', 'pulso', 'db/platform/150-partitions.sql', '2026-11-30 12:25:22.872367', 43, 'EXECUTED', '9:36f0c025d0380afa37de30a53cb0c8d1', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-150-audit-partitions', 'pulso', 'db/platform/150-partitions.sql', '2026-11-30 12:25:22.91423', 44, 'EXECUTED', '9:0a3ada10d9b90f1728c3faf61992768c', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-150-erase-from-audit', 'pulso', 'db/platform/150-partitions.sql', '2026-11-30 12:25:22.927461', 45, 'EXECUTED', '9:a59276282f13dd34838317390b724857', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-150-seal-audit', 'pulso', 'db/platform/150-partitions.sql', '2026-11-30 12:25:22.939581', 46, 'EXECUTED', '9:bb34b0d41df2e5a88a24db02b673a14f', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-150-check-audit', 'pulso', 'db/platform/150-partitions.sql', '2026-11-30 12:25:23.028824', 47, 'EXECUTED', '9:1421b305d825bc1ca64afb348ce58b1b', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-150-clock', 'pulso', 'db/platform/150-clock.sql', '2026-11-30 12:25:23.048629', 48, 'EXECUTED', '9:0fcaa4279a973b05f34d86a8c4f34e27', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-150-clock-holds', 'pulso', 'db/platform/150-clock.sql', '2026-11-30 12:25:23.062994', 49, 'EXECUTED', '9:9418faad8a405658770959cd2a582d60', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-150-clock-index', 'pulso', 'db/platform/150-clock.sql', '2026-11-30 12:25:23.072865', 50, 'EXECUTED', '9:39f65def422fb45aad234be8cf170433', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-150-follow-clock', 'pulso', 'db/platform/150-clock.sql', '2026-11-30 12:25:23.08182', 51, 'EXECUTED', '9:79ad786934bf1a392dac4f3dfc7859bb', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-150-app-now', 'pulso', 'db/platform/150-clock.sql', '2026-11-30 12:25:23.117162', 52, 'EXECUTED', '9:54a02b16a5ffc0fa3af2194d3a8fdb44', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('100-idempotency', 'platform', 'db/platform/100-idempotency.sql', '2026-11-30 12:25:23.151032', 53, 'EXECUTED', '9:af6de500795f7350b759a9f0ccbf88dc', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-150-outbox-bound', 'pulso', 'db/platform/150-outbox.sql', '2026-11-30 12:25:23.187869', 54, 'EXECUTED', '9:cf923620b89e87560bf0641163773f52', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-150-outbox-bound-holds', 'pulso', 'db/platform/150-outbox.sql', '2026-11-30 12:25:23.202852', 55, 'EXECUTED', '9:b6c4ee55b638cfc6cc9a97ce7c0c9b4f', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-150-outbox-partitions', 'pulso', 'db/platform/150-outbox.sql', '2026-11-30 12:25:23.226884', 56, 'EXECUTED', '9:9bab44eb62f365391e34113e2b2566a1', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-140-security-events', 'pulso', 'db/platform/140-security-events.sql', '2026-11-30 12:25:23.273385', 57, 'EXECUTED', '9:182f221102da00e726be4ae04d55bf55', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-140-reach', 'pulso', 'db/platform/140-reach.sql', '2026-11-30 12:25:23.303699', 58, 'EXECUTED', '9:e761ca92667bb7d729a171706cb2ced4', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-160-removals-bound', 'pulso', 'db/platform/160-removals-and-doors.sql', '2026-11-30 12:25:23.393274', 59, 'EXECUTED', '9:3069021b8cbf00073a527d5778e46ce0', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-160-removals-bound-holds', 'pulso', 'db/platform/160-removals-and-doors.sql', '2026-11-30 12:25:23.530695', 60, 'EXECUTED', '9:8391179638d3b93497b321e2f7f6fd56', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-160-removals-partitions', 'pulso', 'db/platform/160-removals-and-doors.sql', '2026-11-30 12:25:23.618404', 61, 'EXECUTED', '9:81853bf1a8fa590d236f92df14a1d6e4', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-160-narrow-doors', 'pulso', 'db/platform/160-removals-and-doors.sql', '2026-11-30 12:25:23.67971', 62, 'EXECUTED', '9:1c3ef5fe7cdecb4b6d2dd2630d75f211', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('platform-170-end-work', 'pulso', 'db/platform/170-turns.sql', '2026-11-30 12:25:23.754023', 63, 'EXECUTED', '9:ff279e3f6fa869261aedf912cef97134', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-001', 'pulso', 'db/identity/001-identity.sql', '2026-11-30 12:25:24.275875', 64, 'EXECUTED', '9:9b621783137b2f23c6ae988db7cd1e6b', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-002', 'pulso', 'db/identity/001-identity.sql', '2026-11-30 12:25:24.392531', 65, 'EXECUTED', '9:173ce21bc8bc318161def66d4729ef8c', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-010', 'pulso', 'db/identity/010-account-tokens.sql', '2026-11-30 12:25:24.49794', 66, 'EXECUTED', '9:299acb207c829d76558a5fc95dbeeff8', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-010-access-changes', 'pulso', 'db/identity/010-access-changes.sql', '2026-11-30 12:25:24.548697', 67, 'EXECUTED', '9:3569263b99694c586ce2f8eaf9614156', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-020-own-password', 'pulso', 'db/identity/020-invitations.sql', '2026-11-30 12:25:24.615741', 68, 'EXECUTED', '9:cbaa96b849e42492fef8f148a0ad1a65', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-020-invitations', 'pulso', 'db/identity/020-invitations.sql', '2026-11-30 12:25:24.650527', 69, 'EXECUTED', '9:2950f98c51c340a66a61dd978e4d7edf', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-021-session-address', 'pulso', 'db/identity/021-sessions.sql', '2026-11-30 12:25:24.674706', 70, 'EXECUTED', '9:b8ef904451dd682ec1a43e15853d1760', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-030-second-factor', 'pulso', 'db/identity/030-second-factor.sql', '2026-11-30 12:25:24.705989', 71, 'EXECUTED', '9:de862fe4a7f292cc32572a9ccb8603e2', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-020-roles', 'pulso', 'db/identity/020-roles-and-teams.sql', '2026-11-30 12:25:24.827136', 72, 'EXECUTED', '9:7ec0ffc9c2ff8a3200cbe18c04c755f1', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-020-users', 'pulso', 'db/identity/020-roles-and-teams.sql', '2026-11-30 12:25:25.330727', 73, 'EXECUTED', '9:09cf2fa988e2813cf4125d88df557fd5', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-020-access-changes', 'pulso', 'db/identity/020-roles-and-teams.sql', '2026-11-30 12:25:25.427235', 74, 'EXECUTED', '9:194f355959fcdfa89d1c77ef9e9f8625', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-030-api-keys', 'pulso', 'db/identity/030-api-keys.sql', '2026-11-30 12:25:25.519595', 75, 'EXECUTED', '9:1e48a1ad2d99cf73d72278224d15296e', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-040-look', 'pulso', 'db/identity/040-company.sql', '2026-11-30 12:25:25.554345', 76, 'EXECUTED', '9:cdffa6e8b7033555bfa948fb9e6b9358', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-040-calendar', 'pulso', 'db/identity/040-company.sql', '2026-11-30 12:25:25.602861', 77, 'EXECUTED', '9:429c3a35421db67717ec9c69de59f0fc', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-040-plans', 'pulso', 'db/identity/040-plans.sql', '2026-11-30 12:25:25.690241', 78, 'EXECUTED', '9:b736f28f5bba45c2974f57a53c32317a', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-041-origins', 'pulso', 'db/identity/041-origins.sql', '2026-11-30 12:25:25.721188', 79, 'EXECUTED', '9:a6f5f42b51c6675ffc67de4fa78b0f65', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-050-changes', 'pulso', 'db/identity/050-changes.sql', '2026-11-30 12:25:25.793859', 80, 'EXECUTED', '9:d2b48be167e4f2b0ed4b3860660b21e0', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-120-lost-reach', 'pulso', 'db/identity/120-lost-reach.sql', '2026-11-30 12:25:25.884038', 81, 'EXECUTED', '9:cdea0902c4b2efa99fd64b2b93ef5b26', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-110-live', 'pulso', 'db/identity/110-live.sql', '2026-11-30 12:25:25.963378', 82, 'EXECUTED', '9:0608f67b875353fc7021ef82fd6c35b5', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-150-refresh-tokens-bound', 'pulso', 'db/identity/150-refresh-tokens.sql', '2026-11-30 12:25:25.992503', 83, 'EXECUTED', '9:1a3b3c981cece59f1ff7967db7e9e04d', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-150-refresh-tokens-bound-holds', 'pulso', 'db/identity/150-refresh-tokens.sql', '2026-11-30 12:25:26.036584', 84, 'EXECUTED', '9:da2af7d9c9fd85724fc47d4dab6e5470', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-150-refresh-tokens-partitions', 'pulso', 'db/identity/150-refresh-tokens.sql', '2026-11-30 12:25:26.088826', 85, 'EXECUTED', '9:8a7a935a711d6a41979e025c89748239', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-150-business-time', 'pulso', 'db/identity/150-business-time.sql', '2026-11-30 12:25:26.25833', 86, 'EXECUTED', '9:8c064391253dbd55fdcee07da153fc68', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('100-key-versions', 'identity', 'db/identity/100-key-versions.sql', '2026-11-30 12:25:26.30581', 87, 'EXECUTED', '9:cfdb3cdd227dd12fbdc3902f17262b89', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-140-token-parents', 'pulso', 'db/identity/140-sessions.sql', '2026-11-30 12:25:26.390738', 88, 'EXECUTED', '9:20a8f23ae01854f469457214e76543f4', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-140-named-zones', 'pulso', 'db/identity/140-sessions.sql', '2026-11-30 12:25:26.410712', 89, 'EXECUTED', '9:f4707af2d60410c4f2fea863fb0a3614', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-140-login-directory', 'pulso', 'db/identity/140-logins.sql', '2026-11-30 12:25:26.429628', 90, 'EXECUTED', '9:b96e99d810e89b73a8ed4d15d2d89b44', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-140-proven-so-far', 'pulso', 'db/identity/140-logins.sql', '2026-11-30 12:25:26.444394', 91, 'EXECUTED', '9:8c29c2fb2582b4892673a164c0d1803e', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-140-role-scopes', 'pulso', 'db/identity/140-role-scopes.sql', '2026-11-30 12:25:26.529185', 92, 'EXECUTED', '9:908b3ac425b78affe90e12e9ae5f58bd', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-140-permission-names', 'pulso', 'db/identity/140-permission-names.sql', '2026-11-30 12:25:26.588732', 93, 'EXECUTED', '9:41ba8fe0cdece103aaa492d23ac4f193', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-170-key-rotation', 'pulso', 'db/identity/170-key-rotation.sql', '2026-11-30 12:25:26.67578', 94, 'EXECUTED', '9:ecfa5461e350a3bd4758014d9fda287c', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-170-key-rotation-announced', 'pulso', 'db/identity/170-key-rotation.sql', '2026-11-30 12:25:26.716198', 95, 'EXECUTED', '9:1fcdd168871cb3e1d064d5f01e8e2a95', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-170-invitation-links', 'pulso', 'db/identity/170-invitation-links.sql', '2026-11-30 12:25:26.757384', 96, 'EXECUTED', '9:3384b1c6370d5be5422baaf9092ec848', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-160-lost-reach', 'pulso', 'db/identity/160-lost-reach.sql', '2026-11-30 12:25:26.786707', 97, 'EXECUTED', '9:1f51cff13cd04afd8302906e39f87d00', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-170-logins', 'pulso', 'db/identity/170-logins.sql', '2026-11-30 12:25:26.808675', 98, 'EXECUTED', '9:3d6cf40e9f0996b88dfba0af1662efd3', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-180-left-zones', 'pulso', 'db/identity/180-left-zones.sql', '2026-11-30 12:25:26.838436', 99, 'EXECUTED', '9:5e9e86619ee09b30898829d759a74ccd', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-180-old-sessions', 'pulso', 'db/identity/180-old-sessions.sql', '2026-11-30 12:25:26.849639', 100, 'EXECUTED', '9:87dae6a1f33cfbeb2641680905880c0d', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-180-external-keys', 'pulso', 'db/identity/180-external-keys.sql', '2026-11-30 12:25:26.882718', 101, 'EXECUTED', '9:98fe1358846aa5e26d95ef48ff6bbb75', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-180-external-keys-hold', 'pulso', 'db/identity/180-external-keys.sql', '2026-11-30 12:25:27.005578', 102, 'EXECUTED', '9:edd8e731c686e9dcaa0fa4b34c088a8a', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('identity-180-users-external-id-key', 'pulso', 'db/identity/180-external-keys.sql', '2026-11-30 12:25:27.074752', 103, 'EXECUTED', '9:0866d1da8cbfe4bedff5695f52eb9d0f', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('customers-001', 'pulso', 'db/customers/001-customers.sql', '2026-11-30 12:25:27.110105', 104, 'EXECUTED', '9:f7562de703ef40e3c4aa2f80266c44a6', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('customers-002', 'pulso', 'db/customers/002-customer-names.sql', '2026-11-30 12:25:27.119329', 105, 'EXECUTED', '9:63c3d2a2da7543cd5a29ded58183a127', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('customers-003', 'pulso', 'db/customers/002-customer-names.sql', '2026-11-30 12:25:27.134726', 106, 'EXECUTED', '9:e58a74e7a89d717ce00ac96d258ab8e6', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('customers-040-changes', 'pulso', 'db/customers/040-changes.sql', '2026-11-30 12:25:27.143272', 107, 'EXECUTED', '9:28427fe3591c818812273818668ca1be', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('customers-130-name-keys', 'pulso', 'db/customers/130-name-keys.sql', '2026-11-30 12:25:27.201287', 108, 'EXECUTED', '9:6d7b03df742c8561bd25cef7b507d87a', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('customers-120-parties', 'pulso', 'db/customers/120-parties.sql', '2026-11-30 12:25:27.243884', 109, 'EXECUTED', '9:a498614353b255e59a334afa1ea64a1b', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('122-external-keys-customers', 'pulso', 'db/customers/122-external-keys.sql', '2026-11-30 12:25:27.291831', 110, 'EXECUTED', '9:8350e6446ba978becdbac999760428cc', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('customers-110-live', 'pulso', 'db/customers/110-live.sql', '2026-11-30 12:25:27.330637', 111, 'EXECUTED', '9:a17393fd64bee3714d831c7b90036e06', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('customers-150-business-time', 'pulso', 'db/customers/150-business-time.sql', '2026-11-30 12:25:27.364448', 112, 'EXECUTED', '9:c21b82cf81dc6341e4c493e3c3dbc0bc', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('100-account-managers', 'customers', 'db/customers/100-account-managers.sql', '2026-11-30 12:25:27.389547', 113, 'EXECUTED', '9:a2a8d1e15311700bedc99021392c0034', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('customers-140-account-manager', 'pulso', 'db/customers/140-references.sql', '2026-11-30 12:25:27.407148', 114, 'EXECUTED', '9:de046c65942111dc1b2ca6d1c7ce0c10', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('customers-170-website', 'pulso', 'db/customers/170-website.sql', '2026-11-30 12:25:27.428734', 115, 'EXECUTED', '9:d548de11bae9066ba8a616903a1fe378', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('portfolio-001', 'pulso', 'db/portfolio/001-portfolio.sql', '2026-11-30 12:25:27.451536', 116, 'EXECUTED', '9:8f51e28981ed8f8a3e2ee930a1b2727e', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('portfolio-002', 'pulso', 'db/portfolio/001-portfolio.sql', '2026-11-30 12:25:27.507064', 117, 'EXECUTED', '9:81ef8d76df7186ad79adf356732e6739', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('portfolio-003', 'pulso', 'db/portfolio/001-portfolio.sql', '2026-11-30 12:25:27.530393', 118, 'EXECUTED', '9:fdf275e37ba69c26eb3fc4c72454e789', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('010-billing-periods', 'portfolio', 'db/portfolio/010-billing-periods.sql', '2026-11-30 12:25:27.562774', 119, 'EXECUTED', '9:83fffce10e9d426eeba541dbbb45d721', 'sql', 'The arithmetic of dev.pulso.platform.kernel.BillingPeriods for statements that bill many contracts at once', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('portfolio-020-recurring-revenue-spans', 'pulso', 'db/portfolio/020-reporting-views.sql', '2026-11-30 12:25:27.579157', 120, 'EXECUTED', '9:0feb86d8ba29d43c907968e007819a26', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('portfolio-020-contract-facts', 'pulso', 'db/portfolio/020-reporting-views.sql', '2026-11-30 12:25:27.597385', 121, 'EXECUTED', '9:7434556baf2ecb28d60f288bd6810792', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('portfolio-021-contract-titles', 'pulso', 'db/portfolio/021-contract-titles.sql', '2026-11-30 12:25:27.616217', 122, 'EXECUTED', '9:c7b0cf08bd36eb71da0797122bb2cee0', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('portfolio-030-changed-terms', 'pulso', 'db/portfolio/030-speed.sql', '2026-11-30 12:25:27.6686', 123, 'EXECUTED', '9:00b46562d8fe366cebe61f82aacac87f', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('portfolio-030-vacuum', 'pulso', 'db/portfolio/030-speed.sql', '2026-11-30 12:25:27.680516', 124, 'EXECUTED', '9:a5c10042ca8428e32b2961ab5e5479a9', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('portfolio-040-changes', 'pulso', 'db/portfolio/040-changes.sql', '2026-11-30 12:25:27.694707', 125, 'EXECUTED', '9:3e059a15da0e354de3254d3cd15b1e98', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('portfolio-120-due-days', 'pulso', 'db/portfolio/120-due-days.sql', '2026-11-30 12:25:27.720072', 126, 'EXECUTED', '9:6a9a9683c891fe2624b8e8ebd33a6bee', 'sql', 'Which month an invoice is due in follows from the contract''s first day, not from the start of a period that a short month has clipped', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('portfolio-121-terms-of-currency-and-type', 'pulso', 'db/portfolio/121-terms-of-currency-and-type.sql', '2026-11-30 12:25:27.73238', 127, 'EXECUTED', '9:74efea893c718c363335998568e13bee', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('portfolio-121-spans-in-their-currency', 'pulso', 'db/portfolio/121-terms-of-currency-and-type.sql', '2026-11-30 12:25:27.749082', 128, 'EXECUTED', '9:c68874ae2fbda51b70029e8914c204aa', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('122-external-keys-portfolio', 'pulso', 'db/portfolio/122-external-keys.sql', '2026-11-30 12:25:27.771724', 129, 'EXECUTED', '9:5cbdab39a19a143b37f55d92ef933265', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('portfolio-110-live', 'pulso', 'db/portfolio/110-live.sql', '2026-11-30 12:25:27.78137', 130, 'EXECUTED', '9:dad4763be30fd48f261f85253932b26e', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('portfolio-150-business-time', 'pulso', 'db/portfolio/150-business-time.sql', '2026-11-30 12:25:27.797769', 131, 'EXECUTED', '9:ea54ed804c9cd0cd81ffb4a210ea84f2', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('portfolio-170-terms-of-the-release-before', 'pulso', 'db/portfolio/170-terms-of-the-release-before.sql', '2026-11-30 12:25:27.904693', 132, 'EXECUTED', '9:c8be745f6a4c3baadaca13148b024128', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('portfolio-180-cost', 'pulso', 'db/portfolio/180-orders-of-cost.sql', '2026-11-30 12:25:27.984074', 133, 'EXECUTED', '9:a51d423a06140b488329074dc94fa5f0', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('portfolio-180-margin', 'pulso', 'db/portfolio/180-orders-of-cost.sql', '2026-11-30 12:25:28.003631', 134, 'EXECUTED', '9:089f08356ff581e0280b9f2b63361a98', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-001-companies', 'pulso', 'db/crm/001-crm.sql', '2026-11-30 12:25:28.01935', 135, 'EXECUTED', '9:1532dda1fb6ac41af99475777282780a', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-001-contacts', 'pulso', 'db/crm/001-crm.sql', '2026-11-30 12:25:28.037613', 136, 'EXECUTED', '9:5f1688741bd5eb1ee567be80cce0faf7', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-001-pipelines', 'pulso', 'db/crm/001-crm.sql', '2026-11-30 12:25:28.09575', 137, 'EXECUTED', '9:778e2b20b297fb34c11089a097a1e630', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-001-leads-and-deals', 'pulso', 'db/crm/001-crm.sql', '2026-11-30 12:25:28.532055', 138, 'EXECUTED', '9:50579d1f5e99f0c1c257e35e62bbd6b2', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-020-deal-changes', 'pulso', 'db/crm/020-deal-history.sql', '2026-11-30 12:25:28.733108', 139, 'EXECUTED', '9:6d7001f135a02453171e3257ee92dfdf', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-020-keep-deal-changes', 'pulso', 'db/crm/020-deal-history.sql', '2026-11-30 12:25:28.834727', 140, 'EXECUTED', '9:380a6bd4d240530f97c93e93d9ba3537', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-020-deals-before-history', 'pulso', 'db/crm/020-deal-history.sql', '2026-11-30 12:25:28.86677', 141, 'EXECUTED', '9:4adaf51dd0601818ae6467ead49a3610', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-020-reporting-views', 'pulso', 'db/crm/020-deal-history.sql', '2026-11-30 12:25:28.958717', 142, 'EXECUTED', '9:3f4ad025cee3c4151c68ec436234c685', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-020-reporting-indexes', 'pulso', 'db/crm/020-deal-history.sql', '2026-11-30 12:25:29.010742', 143, 'EXECUTED', '9:11590552d0109e3c418ceef9ca7a2765', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-030-live-deals', 'pulso', 'db/crm/030-live.sql', '2026-11-30 12:25:29.037201', 144, 'EXECUTED', '9:65dba05550d6c72bb5eca139a87b413c', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-030-live-pipelines', 'pulso', 'db/crm/030-live.sql', '2026-11-30 12:25:29.049535', 145, 'EXECUTED', '9:2d67cf424dd950752425f17190dde653', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-020-record-ownership', 'pulso', 'db/crm/020-record-ownership.sql', '2026-11-30 12:25:29.069337', 146, 'EXECUTED', '9:dde9b8b38cb754504a144e9a02d9a262', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-030-vacuum', 'pulso', 'db/crm/030-speed.sql', '2026-11-30 12:25:29.072134', 147, 'EXECUTED', '9:bca19ea69d6fe3d6fbc945aec5b3c60e', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-040-changes', 'pulso', 'db/crm/040-changes.sql', '2026-11-30 12:25:29.085986', 148, 'EXECUTED', '9:e2bc7fa8d49fdb3883bb64588b8104c7', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-130-company-name-keys', 'pulso', 'db/crm/130-name-keys.sql', '2026-11-30 12:25:29.108825', 149, 'EXECUTED', '9:57dac7b3ed9f6f2d2470eab671ca122c', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-130-contact-name-keys', 'pulso', 'db/crm/130-name-keys.sql', '2026-11-30 12:25:29.153669', 150, 'EXECUTED', '9:4a54b2ae264ede152f66fcb60e3d90da', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-130-contact-emails', 'pulso', 'db/crm/130-name-keys.sql', '2026-11-30 12:25:29.191342', 151, 'EXECUTED', '9:a39751e866c1bfd74dc858d1191d77f3', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-120-board-currency', 'pulso', 'db/crm/120-board-currency.sql', '2026-11-30 12:25:29.219253', 152, 'EXECUTED', '9:f80a21886d1e1a4c95d2cf0b7a984904', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('122-external-keys-crm', 'pulso', 'db/crm/122-external-keys.sql', '2026-11-30 12:25:29.280276', 153, 'EXECUTED', '9:129994addf23a102ecc43b71bc46b3af', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-123-removals', 'pulso', 'db/crm/123-removals.sql', '2026-11-30 12:25:29.294314', 154, 'EXECUTED', '9:3c7667b206c8e01c2fa77421c762a0a0', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-110-live', 'pulso', 'db/crm/110-live.sql', '2026-11-30 12:25:29.327302', 155, 'EXECUTED', '9:6e1b4475abc5462d3022bf42ad23ad79', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-150-deal-changes-bound', 'pulso', 'db/crm/150-deal-changes.sql', '2026-11-30 12:25:29.339368', 156, 'EXECUTED', '9:d03d46ac1f785f938504f71e83834102', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-150-deal-changes-bound-holds', 'pulso', 'db/crm/150-deal-changes.sql', '2026-11-30 12:25:29.356542', 157, 'EXECUTED', '9:fda5a773371e21b2ae44ca84c1aba7e3', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-150-deal-changes-partitions', 'pulso', 'db/crm/150-deal-changes.sql', '2026-11-30 12:25:29.400139', 158, 'EXECUTED', '9:4510bef872636a946d087976c3dace1a', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-150-business-time', 'pulso', 'db/crm/150-business-time.sql', '2026-11-30 12:25:29.464159', 159, 'EXECUTED', '9:0e3202742d3d06b75a26444eac571e01', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-150-keep-deal-change', 'pulso', 'db/crm/150-business-time.sql', '2026-11-30 12:25:29.485155', 160, 'EXECUTED', '9:36103292c8d17ecdad4e3cc6547b7e67', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('100-references', 'crm', 'db/crm/100-references.sql', '2026-11-30 12:25:29.515526', 161, 'EXECUTED', '9:0ca6d73ecc3c289db09cdc2b72f80c47', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-140-reach', 'pulso', 'db/crm/140-reach.sql', '2026-11-30 12:25:29.536277', 162, 'EXECUTED', '9:88a1fbacf332d55dfd212a7bb383f4bb', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('crm-160-deal-history', 'pulso', 'db/crm/160-deal-history.sql', '2026-11-30 12:25:29.681662', 163, 'EXECUTED', '9:4575115f9bda4367f7860077b490e873', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-001-invoices', 'pulso', 'db/billing/001-billing.sql', '2026-11-30 12:25:29.962564', 164, 'EXECUTED', '9:6dc816810cf9054c2d9d1f6ec31c6d33', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-001-invoice-items', 'pulso', 'db/billing/001-billing.sql', '2026-11-30 12:25:29.979571', 165, 'EXECUTED', '9:d04bbf0c9e4e9d7be4a621c67b3058c5', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-001-payments', 'pulso', 'db/billing/001-billing.sql', '2026-11-30 12:25:29.992557', 166, 'EXECUTED', '9:84ddc8632a64881019c57006ce5fbe78', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-001-invoice-counters', 'pulso', 'db/billing/001-billing.sql', '2026-11-30 12:25:30.015725', 167, 'EXECUTED', '9:f1ee5e6fc88ff4fb64b6cce6d70607b8', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-001-invoice-run-days', 'pulso', 'db/billing/001-billing.sql', '2026-11-30 12:25:30.026003', 168, 'EXECUTED', '9:975449ea5d094bb1cf58565f28202475', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-002-number-index', 'pulso', 'db/billing/001-billing.sql', '2026-11-30 12:25:30.127589', 169, 'EXECUTED', '9:a61aad71ea1a4bf4a312704e190d199e', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-020-invoice-facts', 'pulso', 'db/billing/020-reporting-views.sql', '2026-11-30 12:25:30.164671', 170, 'EXECUTED', '9:003d041a8e2490d56c7cd01f77472613', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-020-reporting-indexes', 'pulso', 'db/billing/020-reporting-views.sql', '2026-11-30 12:25:30.186781', 171, 'EXECUTED', '9:6f490fe3df9f4716b1eb2c3158301253', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-030-vacuum', 'pulso', 'db/billing/030-speed.sql', '2026-11-30 12:25:30.203863', 172, 'EXECUTED', '9:43f6eb47345aee5cd02a4efacbfc4247', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-040-changes', 'pulso', 'db/billing/040-changes.sql', '2026-11-30 12:25:30.222699', 173, 'EXECUTED', '9:77542a1a02d9e6dc69d6d3716ca431ab', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-120-periods-apart', 'pulso', 'db/billing/120-periods-apart.sql', '2026-11-30 12:25:30.252122', 174, 'EXECUTED', '9:4b6bf63ecdfe6857ef0dd878eca73f39', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-121-overdue', 'pulso', 'db/billing/121-overdue-and-payments.sql', '2026-11-30 12:25:30.283601', 175, 'EXECUTED', '9:b658ebcaae1cddc0bbabec63dac56a50', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-121-payments', 'pulso', 'db/billing/121-overdue-and-payments.sql', '2026-11-30 12:25:30.304121', 176, 'EXECUTED', '9:a5fac56a95a6540b34564af09c7597a6', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-110-live', 'pulso', 'db/billing/110-live.sql', '2026-11-30 12:25:30.323583', 177, 'EXECUTED', '9:1d482f21fca0939e9da0699dd9a288d3', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-150-business-time', 'pulso', 'db/billing/150-business-time.sql', '2026-11-30 12:25:30.388116', 178, 'EXECUTED', '9:6ec8171f7d268fad15c764f1f42170e9', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-180-external-keys', 'pulso', 'db/billing/180-external-keys.sql', '2026-11-30 12:25:30.507321', 179, 'EXECUTED', '9:88c65abe4194224203e0d07ac08959c7', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-180-external-keys-hold', 'pulso', 'db/billing/180-external-keys.sql', '2026-11-30 12:25:30.518221', 180, 'EXECUTED', '9:381a63d7d73a256380c40e4693ed8e89', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-180-invoices-external-id-key', 'pulso', 'db/billing/180-external-keys.sql', '2026-11-30 12:25:30.697339', 181, 'EXECUTED', '9:775f3ce1b5ada5672ed5f7453ff5ab03', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-180-payments-external-id-key', 'pulso', 'db/billing/180-external-keys.sql', '2026-11-30 12:25:30.748558', 182, 'EXECUTED', '9:b4cf7bc21d5e99182ca6544db55d0161', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-181-unit-prices', 'pulso', 'db/billing/181-unit-prices.sql', '2026-11-30 12:25:30.767637', 183, 'EXECUTED', '9:c06c72dc669f8ddd04833d1c99bbfcdb', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('billing-181-unit-prices-hold', 'pulso', 'db/billing/181-unit-prices.sql', '2026-11-30 12:25:30.775256', 184, 'EXECUTED', '9:e23991c83708daf86d156557a41db538', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('imports-001', 'pulso', 'db/imports/001-imports.sql', '2026-11-30 12:25:30.789141', 185, 'EXECUTED', '9:2fad84ff7353100f050277776e316a17', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('imports-002', 'pulso', 'db/imports/001-imports.sql', '2026-11-30 12:25:30.819043', 186, 'EXECUTED', '9:002156b07037c59c434adf4792a9f40a', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('imports-010-live', 'pulso', 'db/imports/010-live.sql', '2026-11-30 12:25:30.830185', 187, 'EXECUTED', '9:ba74646c43ef48c505f4d1da4ddbc71b', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('imports-110-old-queue', 'pulso', 'db/imports/110-work.sql', '2026-11-30 12:25:30.85385', 188, 'EXECUTED', '9:8813edd6aad6e9b0e30fce2945948756', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248'),
	('imports-110-live', 'pulso', 'db/imports/110-live.sql', '2026-11-30 12:25:30.865491', 189, 'EXECUTED', '9:9d49da3608f8326cfe56049b5b888113', 'sql', '', NULL, '4.33.0', NULL, NULL, '6041519248');

INSERT INTO public.databasechangeloglock VALUES
	(1, false, NULL, NULL);

INSERT INTO public.deal_changes_first VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6ea5-74f6-af5f-33344069d650', '01a22c6b-6db0-7f76-b9e0-cd71eeeb8fa4', '2026-11-30 12:26:07.664939+00', '01a22c6b-6294-765d-a1f4-69dde64d2c93', 'open', 480000, 'BRL', 10),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-7114-741d-b62b-6e27f366dac4', '01a22c6b-70e2-7dcd-99ec-dcada46a0295', '2026-11-30 12:26:08.482841+00', '01a22c6b-6294-765d-a1f4-69dde64d2c93', 'open', 0, 'BRL', 10),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-733b-7225-8d3e-4ac7f91df873', '01a22c6b-6db0-7f76-b9e0-cd71eeeb8fa4', '2026-11-30 12:26:09.078307+00', '01a22c6b-6294-7a58-a1f9-f6aeb14d095d', 'won', 480000, 'BRL', 100),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-828b-7f81-baed-d89563ec4dd4', '01a22c6b-8202-7381-a473-240ce6423d48', '2026-11-30 12:26:12.795532+00', '01a22c6b-6294-765d-a1f4-69dde64d2c93', 'open', 1000, 'BRL', 10),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-848b-7dd3-94cd-957a932ad1ad', '01a22c6b-840c-7338-aecf-7146c8ff16c9', '2026-11-30 12:26:13.341673+00', '01a22c6b-6294-765d-a1f4-69dde64d2c93', 'open', 2000, 'BRL', 10);

INSERT INTO public.deals VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-70e2-7dcd-99ec-dcada46a0295', 'Loja', 0, 'BRL', '01a22c6b-6292-748a-bb87-d67a97199971', '01a22c6b-6294-765d-a1f4-69dde64d2c93', 'USLHfI6n2J', NULL, NULL, NULL, NULL, 'open', NULL, NULL, NULL, NULL, NULL, '2026-11-30 12:26:08.482841+00', DEFAULT, '2026-11-30 12:26:08.497843+00', '2026-11-30 12:26:08.497843+00', 0, 'default', '{}'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6db0-7f76-b9e0-cd71eeeb8fa4', 'Site', 480000, 'BRL', '01a22c6b-6292-748a-bb87-d67a97199971', '01a22c6b-6294-7a58-a1f9-f6aeb14d095d', 'UqPzM5', '01a22c6b-6b95-7d0f-bd98-fdf882394df3', '01a22c6b-6bbf-7656-8bc6-274cb929e296', NULL, NULL, 'won', '2026-11-30', NULL, NULL, '01a22c6b-71ee-77c5-8412-76ca224ac106', NULL, '2026-11-30 12:26:09.078307+00', DEFAULT, '2026-11-30 12:26:07.666339+00', '2026-11-30 12:26:09.078953+00', 1, 'default', '{}'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-8202-7381-a473-240ce6423d48', 'One', 1000, 'BRL', '01a22c6b-6292-748a-bb87-d67a97199971', '01a22c6b-6294-765d-a1f4-69dde64d2c93', 'USLHjwBJAW', NULL, NULL, NULL, NULL, 'open', NULL, NULL, NULL, NULL, NULL, '2026-11-30 12:26:12.795532+00', DEFAULT, '2026-11-30 12:26:12.795532+00', '2026-11-30 12:26:12.795532+00', 0, 'default', '{}'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-840c-7338-aecf-7146c8ff16c9', 'Two', 2000, 'BRL', '01a22c6b-6292-748a-bb87-d67a97199971', '01a22c6b-6294-765d-a1f4-69dde64d2c93', 'USLHpAIbnl', NULL, NULL, NULL, NULL, 'open', NULL, NULL, NULL, NULL, NULL, '2026-11-30 12:26:13.341673+00', DEFAULT, '2026-11-30 12:26:13.341673+00', '2026-11-30 12:26:13.341673+00', 0, 'default', '{}');

INSERT INTO public.handled_events VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'billing.customer-standing', '4f9c970d-fe74-49b7-a4a4-1b655adc29e2', '2026-11-30 12:26:20.418609+00');

INSERT INTO public.holidays VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-67b7-7b01-9bfd-39f8c8f6088d', '2026-03-29', 'Aniversário da cidade', '2026-11-30 12:26:06.136306+00', '2026-11-30 12:26:06.136306+00', 0);

INSERT INTO public.idempotency_keys VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '19488e9c-9be6-4bf9-9af4-7cee72aec150', 'createDeal', 'aba25b2a546ed1ab27d3d5a5c2ecfef4779d03683b5bfb3c787107070743e433', 201, NULL, '2026-11-30 12:26:08.344091+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', '\x01056c6f63616c9a82623b60f2f9af524af921eb18560190cee4105cbdddda35f6fb433369cb7ab256412e516b3006d39764efebdcc9df412900e0e046605e8d24032369be5b9ee7c6750a71f66d18fd9140f9aa139098c0c9482ade23b040ed57ecb8cc2d84ae4599682e7f31637c01ce31d4ac85316a6da8871a5d843ad79f18f6e8cbb02da127c183519a8833fc07f50cd908b75e7567c3a1a30ff6bc37734d7c8b8d7bfaf68bfae4da3c21b689a512429839cb37d427fea4c9a901f29dd10caec9122a7e9597e288606baf160d29e43df87775e488743438e62b1167b1fdd94d39ca8fe2150d48561613cace7c95be95d138c420aaa3caf14b725ee38e685eb7e86c53512cec72f768e4c7e1adc10729c4ceb72ff0a8857a6e45955ddd56a3dfd4d57c33e32c6a0210d6bb38bfffc474d425c14c8e2c223d2ea48831a58bef0050ff0e59d484dcc0496d9ad8fe700dce989d670933e2233d06bfccfe43a251a739ecd66107c354f03e3d337194c5bd4cf6ad3372f6545df36d67b01a78029bd8bafe8a8a413d87a57969ebf8a0b0d17f515a03361819a0e6ff99a0e05596a06fb7b66e07deccda9998c3a343cde17d1735e75643a2661f87ad4e9e63934b10fb876f5458c726691f35ca4cc78a7fbc679e5df3c45f42172dbf7ae2fca886ddc6a5c87ee12474b2fde3a901ecb058788a0267fa321bd2338a439a6e256b8f713947ab18f6794d63f5ddd2016dad311128ad2dde0e4060c29ffbf5633941225511765260faae93b407a8b0b584d3570ec8ff5f963ba6081925444eaf490fe375accd9636d01f4afa87b6d78acd9bc49239beb12fd3d033663448e43453cd2afbfc2ccb1a5198c7bbad5de3317f1fb426368d');

INSERT INTO public.import_chunks VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-7d32-73d4-bd7b-4173dfd1b9f4', 99, '\x78');

INSERT INTO public.import_failed_rows VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-80cb-76e7-a532-421236d93ec8', 2, '["", "x"]', '[{"code": "required", "field": "title", "message": "The field must not be blank."}, {"code": "amount_not_a_number", "field": "amount", "message": "This is not an amount of money."}]');

INSERT INTO public.imports VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-7d32-73d4-bd7b-4173dfd1b9f4', 'deals', 'deals.csv', 'UTF-8', ',', '["title", "amount"]', '{"title": "title", "amount": "amount"}', NULL, 'succeeded', 1, 1, 1, 0, 0, 0, '{"pipeline_id": "01a22c6b-6292-748a-bb87-d67a97199971"}', NULL, '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-79f0-758e-9359-f49a7d21ea05', '2026-11-30 12:26:12.676462+00', '2026-11-30 12:26:13.057648+00', '2026-11-30 12:26:11.78602+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-80cb-76e7-a532-421236d93ec8', 'deals', 'deals.csv', 'UTF-8', ',', '["title", "amount"]', '{"title": "title", "amount": "amount"}', NULL, 'succeeded', 2, 2, 1, 0, 0, 1, '{"pipeline_id": "01a22c6b-6292-748a-bb87-d67a97199971"}', NULL, '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-7f32-722f-aa43-8df04139f849', '2026-11-30 12:26:13.272972+00', '2026-11-30 12:26:13.722725+00', '2026-11-30 12:26:12.573229+00');

INSERT INTO public.invitations VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6ad4-7995-8db9-f2a7637a0a61', 'guest@progresso.example', NULL, 'viewer', '\xbbe2716341976c28252f458ed68387996a2d0809329e56908f37434a2ab801e4', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 1, '2026-12-07 12:26:06.919846+00', NULL, NULL, '2026-11-30 12:26:06.957072+00', '2026-11-30 12:26:06.958813+00', 1, NULL);

INSERT INTO public.invoice_counters VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', 3);

INSERT INTO public.invoice_items VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-75f9-75ea-a992-47063b999d6d', '01a22c6b-75f8-7e41-a3f4-dda516f254a8', 0, 'Logotipo', 'service', 1.000, 80000, 80000, 800.000000),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-81c7-79eb-a02b-511fe3c9f265', '01a22c6b-81c7-79a1-a02a-7f8ed8d2b1de', 0, 'Hospedagem (20/11/2026 a 19/12/2026)', 'service', 1.000, 16000, 16000, 160.000000),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-82fe-7f97-a767-a02e32ce62e8', '01a22c6b-82fe-7f1c-a766-c28f85f18ea2', 0, 'Hospedagem (20/03/2026 a 19/04/2026)', 'service', 1.000, 16000, 16000, 160.000000);

INSERT INTO public.invoice_run_days VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '2026-11-30', '2026-11-30 12:26:12.52065+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '2026-03-31', '2026-11-30 12:26:13.067466+00');

INSERT INTO public.invoices VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-75f8-7e41-a3f4-dda516f254a8', 1, 'manual', '01a22c6b-71ee-77c5-8412-76ca224ac106', 'Imobiliária ABC', NULL, NULL, NULL, NULL, 'BRL', 80000, 80000, 'paid', '2026-11-30', '2026-12-10', '2026-11-30', NULL, NULL, DEFAULT, '2026-11-30 12:26:09.795089+00', '2026-11-30 12:26:10.205119+00', 2, NULL, NULL, 'default', NULL, '{}'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-81c7-79a1-a02a-7f8ed8d2b1de', 2, 'run', '01a22c6b-71ee-77c5-8412-76ca224ac106', 'Imobiliária ABC', NULL, '01a22c6b-728c-7655-8492-6d0a15dfe566', '2026-11-20', '2026-12-19', 'BRL', 16000, 0, 'issued', '2026-11-30', '2026-11-30', NULL, NULL, NULL, DEFAULT, '2026-11-30 12:26:12.823443+00', '2026-11-30 12:26:13.008444+00', 1, '2026-01-20', NULL, 'default', NULL, '{}'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-82fe-7f1c-a766-c28f85f18ea2', 3, 'run', '01a22c6b-71ee-77c5-8412-76ca224ac106', 'Imobiliária ABC', NULL, '01a22c6b-728c-7655-8492-6d0a15dfe566', '2026-03-20', '2026-04-19', 'BRL', 16000, 0, 'issued', '2026-11-30', '2026-11-30', NULL, NULL, NULL, DEFAULT, '2026-11-30 12:26:13.119557+00', '2026-11-30 12:26:13.192693+00', 1, '2026-01-20', NULL, 'default', NULL, '{}');

INSERT INTO public.job_due VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'audit-check', '2026-12-01 06:00:00+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'housekeeping', '2026-12-01 07:00:00+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'invoice-run', '2026-12-01 03:00:00+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'overdue-invoices', '2026-12-01 03:00:00+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'secret-rotation', '2026-12-01 05:30:00+00');

INSERT INTO public.job_runs VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-7717-776a-9a56-6beffe08d1c7', 'housekeeping', '2026-11-30', 'schedule', 'succeeded', '2026-11-30 12:26:10.177383+00', '2026-11-30 12:26:10.956527+00', '2026-11-30 12:26:10.956527+00', '{"mails": 0, "imports": 0, "job_runs": 0, "sessions": 0, "account_tokens": 0, "refresh_tokens": 0, "security_events": 0, "idempotency_keys": 0, "import_failed_rows": 0}', NULL, 'job:housekeeping', '2026-11-30 12:26:10.03811+00', 1, NULL, NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-7717-76fe-9a55-bdf9f4d8af48', 'audit-check', '2026-11-30', 'schedule', 'succeeded', '2026-11-30 12:26:10.186063+00', '2026-11-30 12:26:11.004113+00', '2026-11-30 12:26:11.004113+00', '{"blocks_bad": 0, "blocks_checked": 1, "entries_altered": 0, "entries_checked": 42, "entries_deleted": 0, "entries_inserted": 0}', NULL, 'job:audit-check', '2026-11-30 12:26:10.03811+00', 1, NULL, NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-7717-779b-9a58-4d8b4153a5c5', 'overdue-invoices', '2026-11-30', 'schedule', 'succeeded', '2026-11-30 12:26:11.908927+00', '2026-11-30 12:26:12.016653+00', '2026-11-30 12:26:12.016653+00', '{"invoices_overdue": 0}', NULL, 'job:overdue-invoices', '2026-11-30 12:26:10.03811+00', 1, NULL, NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-7717-77a2-9a59-682834a00d9f', 'secret-rotation', '2026-11-30', 'schedule', 'succeeded', '2026-11-30 12:26:12.536024+00', '2026-11-30 12:26:12.760686+00', '2026-11-30 12:26:12.760686+00', '{"secrets_sealed_again": 0}', NULL, 'job:secret-rotation', '2026-11-30 12:26:10.03811+00', 1, NULL, NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-7717-7794-9a57-b6084066dcdf', 'invoice-run', '2026-11-30', 'schedule', 'succeeded', '2026-11-30 12:26:11.922456+00', '2026-11-30 12:26:13.117381+00', '2026-11-30 12:26:13.117381+00', '{"skipped": 0, "contracts_seen": 1, "invoices_issued": 1, "invoices_created": 1}', NULL, 'job:invoice-run', '2026-11-30 12:26:10.03811+00', 1, NULL, NULL, NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-79a7-7cb7-881d-bbe485b04b13', 'invoice-run', '2026-03-31', 'manual', 'succeeded', '2026-11-30 12:26:13.00194+00', '2026-11-30 12:26:13.306575+00', '2026-11-30 12:26:13.306575+00', '{"skipped": 0, "contracts_seen": 1, "invoices_issued": 1, "invoices_created": 1}', NULL, 'ana@progresso.example', '2026-11-30 12:26:10.738921+00', 1, NULL, '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', '01a22c6b-7885-7fb9-961d-5a4cf7e30030');

INSERT INTO public.leads VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6bf2-7fbc-aed5-cf5ab6f93338', 'Caio', NULL, NULL, NULL, NULL, 'new', '{}', '01a22c6b-6a8f-78e7-9bca-5cebb4306ca5', 0, NULL, NULL, DEFAULT, '2026-11-30 12:26:07.226376+00', '2026-11-30 12:26:07.514683+00', 1, 'default', NULL, '{}');

INSERT INTO public.live_log OVERRIDING SYSTEM VALUE VALUES
	(1, '2026-11-30 12:26:03.356971+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'users:read', 'user.created', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', NULL, 0, NULL, NULL, NULL),
	(2, '2026-11-30 12:26:04.839429+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'crm.deals:read', 'pipeline.created', '01a22c6b-6292-748a-bb87-d67a97199971', '01a22c6b-6292-748a-bb87-d67a97199971', NULL, NULL, NULL, NULL),
	(3, '2026-11-30 12:26:04.849071+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'crm.deals:read', 'pipeline.updated', '01a22c6b-6292-748a-bb87-d67a97199971', '01a22c6b-6292-748a-bb87-d67a97199971', NULL, NULL, NULL, NULL),
	(4, '2026-11-30 12:26:04.849654+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'crm.deals:read', 'pipeline.updated', '01a22c6b-6292-748a-bb87-d67a97199971', '01a22c6b-6292-748a-bb87-d67a97199971', NULL, NULL, NULL, NULL),
	(5, '2026-11-30 12:26:04.850054+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'crm.deals:read', 'pipeline.updated', '01a22c6b-6292-748a-bb87-d67a97199971', '01a22c6b-6292-748a-bb87-d67a97199971', NULL, NULL, NULL, NULL),
	(6, '2026-11-30 12:26:04.850358+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'crm.deals:read', 'pipeline.updated', '01a22c6b-6292-748a-bb87-d67a97199971', '01a22c6b-6292-748a-bb87-d67a97199971', NULL, NULL, NULL, NULL),
	(7, '2026-11-30 12:26:04.850625+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'crm.deals:read', 'pipeline.updated', '01a22c6b-6292-748a-bb87-d67a97199971', '01a22c6b-6292-748a-bb87-d67a97199971', NULL, NULL, NULL, NULL),
	(8, '2026-11-30 12:26:04.85095+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'crm.deals:read', 'pipeline.updated', '01a22c6b-6292-748a-bb87-d67a97199971', '01a22c6b-6292-748a-bb87-d67a97199971', NULL, NULL, NULL, NULL),
	(9, '2026-11-30 12:26:04.851286+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'crm.deals:read', 'pipeline.updated', '01a22c6b-6292-748a-bb87-d67a97199971', '01a22c6b-6292-748a-bb87-d67a97199971', NULL, NULL, NULL, NULL),
	(10, '2026-11-30 12:26:06.414821+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'tenant:read', 'tenant.updated', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', NULL, 1, NULL, NULL, NULL),
	(11, '2026-11-30 12:26:06.483326+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'users:read', 'team.created', '01a22c6b-690f-73b2-97f0-3d6e7b7d55a5', NULL, 0, NULL, NULL, NULL),
	(12, '2026-11-30 12:26:06.525383+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'roles:read', 'role.created', '01a22c6b-692b-72bb-b192-b956cd8a961f', NULL, 0, NULL, NULL, NULL),
	(13, '2026-11-30 12:26:06.870112+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'users:read', 'user.created', '01a22c6b-6a8f-78e7-9bca-5cebb4306ca5', NULL, 0, NULL, NULL, NULL),
	(14, '2026-11-30 12:26:06.983239+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'users:write', 'invitation.created', '01a22c6b-6ad4-7995-8db9-f2a7637a0a61', NULL, 0, NULL, NULL, NULL),
	(15, '2026-11-30 12:26:06.990169+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'users:write', 'invitation.updated', '01a22c6b-6ad4-7995-8db9-f2a7637a0a61', NULL, 1, NULL, NULL, NULL),
	(16, '2026-11-30 12:26:07.091177+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'api_keys:read', 'api_key.created', '01a22c6b-6b6b-7c45-a482-f7ae5f64abd5', NULL, 0, NULL, NULL, NULL),
	(17, '2026-11-30 12:26:07.136101+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'crm.companies:read', 'company.created', '01a22c6b-6b95-7d0f-bd98-fdf882394df3', NULL, 0, NULL, NULL, NULL),
	(18, '2026-11-30 12:26:07.18073+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'crm.contacts:read', 'contact.created', '01a22c6b-6bbf-7656-8bc6-274cb929e296', NULL, 0, NULL, NULL, NULL),
	(19, '2026-11-30 12:26:07.245713+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'crm.leads:read', 'lead.created', '01a22c6b-6bf2-7fbc-aed5-cf5ab6f93338', NULL, 0, 'leads', NULL, NULL),
	(20, '2026-11-30 12:26:07.423698+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'crm.leads:read', 'lead.created', '01a22c6b-6cba-7ef9-9850-798d66e31121', NULL, 0, 'leads', NULL, NULL),
	(21, '2026-11-30 12:26:07.481865+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'crm.leads:read', 'lead.deleted', '01a22c6b-6cba-7ef9-9850-798d66e31121', NULL, NULL, 'leads', NULL, NULL),
	(22, '2026-11-30 12:26:07.520186+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'crm.leads:read', 'lead.updated', '01a22c6b-6bf2-7fbc-aed5-cf5ab6f93338', NULL, 1, 'leads', '01a22c6b-6a8f-78e7-9bca-5cebb4306ca5', NULL),
	(23, '2026-11-30 12:26:07.520215+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'crm.leads:read', 'lead.updated', '01a22c6b-6bf2-7fbc-aed5-cf5ab6f93338', NULL, 1, 'leads', NULL, NULL),
	(24, '2026-11-30 12:26:07.908433+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'crm.deals:read', 'deal.created', '01a22c6b-6db0-7f76-b9e0-cd71eeeb8fa4', '01a22c6b-6292-748a-bb87-d67a97199971', 0, 'deals', NULL, NULL),
	(25, '2026-11-30 12:26:08.531428+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'crm.deals:read', 'deal.created', '01a22c6b-70e2-7dcd-99ec-dcada46a0295', '01a22c6b-6292-748a-bb87-d67a97199971', 0, 'deals', NULL, NULL),
	(26, '2026-11-30 12:26:08.763245+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'customers:read', 'customer.created', '01a22c6b-71ee-77c5-8412-76ca224ac106', NULL, 0, NULL, NULL, NULL),
	(27, '2026-11-30 12:26:08.964883+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'portfolio.contracts:read', 'contract.created', '01a22c6b-728c-7655-8492-6d0a15dfe566', NULL, 0, NULL, NULL, NULL),
	(28, '2026-11-30 12:26:09.083864+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'crm.deals:read', 'deal.updated', '01a22c6b-6db0-7f76-b9e0-cd71eeeb8fa4', '01a22c6b-6292-748a-bb87-d67a97199971', 1, 'deals', NULL, NULL),
	(29, '2026-11-30 12:26:09.63219+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'portfolio.contracts:read', 'contract.updated', '01a22c6b-728c-7655-8492-6d0a15dfe566', NULL, 1, NULL, NULL, NULL),
	(30, '2026-11-30 12:26:09.818467+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'billing.invoices:read', 'invoice.created', '01a22c6b-75f8-7e41-a3f4-dda516f254a8', NULL, 0, NULL, NULL, NULL),
	(31, '2026-11-30 12:26:10.092868+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.created', '01a22c6b-7717-76fe-9a55-bdf9f4d8af48', NULL, NULL, NULL, NULL, NULL),
	(32, '2026-11-30 12:26:10.092933+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.created', '01a22c6b-7717-776a-9a56-6beffe08d1c7', NULL, NULL, NULL, NULL, NULL),
	(33, '2026-11-30 12:26:10.092956+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.created', '01a22c6b-7717-7794-9a57-b6084066dcdf', NULL, NULL, NULL, NULL, NULL),
	(34, '2026-11-30 12:26:10.09298+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.created', '01a22c6b-7717-779b-9a58-4d8b4153a5c5', NULL, NULL, NULL, NULL, NULL),
	(35, '2026-11-30 12:26:10.092999+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.created', '01a22c6b-7717-77a2-9a59-682834a00d9f', NULL, NULL, NULL, NULL, NULL),
	(36, '2026-11-30 12:26:10.097695+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'billing.invoices:read', 'invoice.updated', '01a22c6b-75f8-7e41-a3f4-dda516f254a8', NULL, 1, NULL, NULL, NULL),
	(37, '2026-11-30 12:26:10.191527+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.updated', '01a22c6b-7717-776a-9a56-6beffe08d1c7', NULL, NULL, NULL, NULL, NULL),
	(38, '2026-11-30 12:26:10.223107+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.updated', '01a22c6b-7717-76fe-9a55-bdf9f4d8af48', NULL, NULL, NULL, NULL, NULL),
	(39, '2026-11-30 12:26:10.224256+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'billing.payments:read', 'payment.created', '01a22c6b-779b-78cd-b91d-6e02e5a81db6', NULL, NULL, NULL, NULL, NULL),
	(40, '2026-11-30 12:26:10.256477+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'billing.invoices:read', 'invoice.updated', '01a22c6b-75f8-7e41-a3f4-dda516f254a8', NULL, 2, NULL, NULL, NULL),
	(41, '2026-11-30 12:26:10.754021+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.updated', '01a22c6b-7717-76fe-9a55-bdf9f4d8af48', NULL, NULL, NULL, NULL, NULL),
	(42, '2026-11-30 12:26:10.771264+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.created', '01a22c6b-79a7-7cb7-881d-bbe485b04b13', NULL, NULL, NULL, NULL, NULL),
	(43, '2026-11-30 12:26:11.017955+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.updated', '01a22c6b-7717-776a-9a56-6beffe08d1c7', NULL, NULL, NULL, NULL, NULL),
	(44, '2026-11-30 12:26:11.080277+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.updated', '01a22c6b-7717-76fe-9a55-bdf9f4d8af48', NULL, NULL, NULL, NULL, NULL),
	(45, '2026-11-30 12:26:11.82348+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'imports:read', 'import.created', '01a22c6b-7d32-73d4-bd7b-4173dfd1b9f4', NULL, NULL, NULL, NULL, NULL),
	(46, '2026-11-30 12:26:11.920126+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.updated', '01a22c6b-7717-779b-9a58-4d8b4153a5c5', NULL, NULL, NULL, NULL, NULL),
	(47, '2026-11-30 12:26:11.944621+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.updated', '01a22c6b-7717-7794-9a57-b6084066dcdf', NULL, NULL, NULL, NULL, NULL),
	(48, '2026-11-30 12:26:12.019102+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.updated', '01a22c6b-7717-779b-9a58-4d8b4153a5c5', NULL, NULL, NULL, NULL, NULL),
	(49, '2026-11-30 12:26:12.592853+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.updated', '01a22c6b-7717-77a2-9a59-682834a00d9f', NULL, NULL, NULL, NULL, NULL),
	(50, '2026-11-30 12:26:12.608315+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'imports:read', 'import.created', '01a22c6b-80cb-76e7-a532-421236d93ec8', NULL, NULL, NULL, NULL, NULL),
	(51, '2026-11-30 12:26:12.766371+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'imports:read', 'import.updated', '01a22c6b-7d32-73d4-bd7b-4173dfd1b9f4', NULL, NULL, NULL, NULL, NULL),
	(52, '2026-11-30 12:26:12.792294+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.updated', '01a22c6b-7717-77a2-9a59-682834a00d9f', NULL, NULL, NULL, NULL, NULL),
	(53, '2026-11-30 12:26:12.91777+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'billing.invoices:read', 'invoice.created', '01a22c6b-81c7-79a1-a02a-7f8ed8d2b1de', NULL, 0, NULL, NULL, NULL),
	(54, '2026-11-30 12:26:13.003614+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'crm.deals:read', 'deal.created', '01a22c6b-8202-7381-a473-240ce6423d48', '01a22c6b-6292-748a-bb87-d67a97199971', 0, 'deals', NULL, NULL),
	(55, '2026-11-30 12:26:13.010206+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.updated', '01a22c6b-79a7-7cb7-881d-bbe485b04b13', NULL, NULL, NULL, NULL, NULL),
	(56, '2026-11-30 12:26:13.03381+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'imports:read', 'import.updated', '01a22c6b-7d32-73d4-bd7b-4173dfd1b9f4', NULL, NULL, NULL, NULL, NULL),
	(57, '2026-11-30 12:26:13.039329+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'billing.invoices:read', 'invoice.updated', '01a22c6b-81c7-79a1-a02a-7f8ed8d2b1de', NULL, 1, NULL, NULL, NULL),
	(58, '2026-11-30 12:26:13.072624+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.updated', '01a22c6b-7717-7794-9a57-b6084066dcdf', NULL, NULL, NULL, NULL, NULL),
	(59, '2026-11-30 12:26:13.079386+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'imports:read', 'import.updated', '01a22c6b-7d32-73d4-bd7b-4173dfd1b9f4', NULL, NULL, NULL, NULL, NULL),
	(60, '2026-11-30 12:26:13.11824+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.updated', '01a22c6b-7717-7794-9a57-b6084066dcdf', NULL, NULL, NULL, NULL, NULL),
	(61, '2026-11-30 12:26:13.124665+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'billing.invoices:read', 'invoice.created', '01a22c6b-82fe-7f1c-a766-c28f85f18ea2', NULL, 0, NULL, NULL, NULL),
	(62, '2026-11-30 12:26:13.208827+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'billing.invoices:read', 'invoice.updated', '01a22c6b-82fe-7f1c-a766-c28f85f18ea2', NULL, 1, NULL, NULL, NULL),
	(63, '2026-11-30 12:26:13.239798+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.updated', '01a22c6b-79a7-7cb7-881d-bbe485b04b13', NULL, NULL, NULL, NULL, NULL),
	(64, '2026-11-30 12:26:13.30523+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'imports:read', 'import.updated', '01a22c6b-80cb-76e7-a532-421236d93ec8', NULL, NULL, NULL, NULL, NULL),
	(65, '2026-11-30 12:26:13.314942+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'jobs:read', 'job_run.updated', '01a22c6b-79a7-7cb7-881d-bbe485b04b13', NULL, NULL, NULL, NULL, NULL),
	(66, '2026-11-30 12:26:13.514962+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'crm.deals:read', 'deal.created', '01a22c6b-840c-7338-aecf-7146c8ff16c9', '01a22c6b-6292-748a-bb87-d67a97199971', 0, 'deals', NULL, NULL),
	(67, '2026-11-30 12:26:13.571094+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'imports:read', 'import.updated', '01a22c6b-80cb-76e7-a532-421236d93ec8', NULL, NULL, NULL, NULL, NULL),
	(68, '2026-11-30 12:26:13.733661+00', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'imports:read', 'import.updated', '01a22c6b-80cb-76e7-a532-421236d93ec8', NULL, NULL, NULL, NULL, NULL);

INSERT INTO public.login_directory VALUES
	('ana@progresso.example', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', NULL, NULL),
	('rui@progresso.example', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6a8f-78e7-9bca-5cebb4306ca5', NULL, NULL);

INSERT INTO public.mails VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-64ba-7503-9198-ba066e753be1', 'verify-email:01a22c6b-646c-7197-a296-4386a6569638', 'ana@progresso.example', 'verify-email', 'pt-BR', NULL, 'sent', NULL, '2026-11-30 12:26:02.72641+00', '2026-11-30 12:26:06.200801+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6b39-7884-b519-189be6948d3d', 'invitation:01a22c6b-6ad4-7995-8db9-f2a7637a0a61.1', 'guest@progresso.example', 'invitation', 'pt-BR', NULL, 'sent', NULL, '2026-11-30 12:26:06.931771+00', '2026-11-30 12:26:07.158709+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-8713-7123-9a50-c6d1addaec69', 'second-factor-on:01a22c6b-8711-7380-bef2-479ec9b0c26e', 'ana@progresso.example', 'second-factor-on', 'pt-BR', NULL, 'sent', NULL, '2026-11-30 12:26:14.129836+00', '2026-11-30 12:26:14.243688+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-8797-7b83-8cb0-ee1cae60c563', 'reset-password:01a22c6b-8778-78d3-8421-d1a953c2dea9', 'rui@progresso.example', 'reset-password', 'pt-BR', NULL, 'sent', NULL, '2026-11-30 12:26:14.239633+00', '2026-11-30 12:26:14.358273+00');

INSERT INTO public.outbox_events_first VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6c5f-7647-980c-0f411460192a', 'lead.created', '01a22c6b-6bf2-7fbc-aed5-cf5ab6f93338', '{"stage": "new", "lead_id": "01a22c6b-6bf2-7fbc-aed5-cf5ab6f93338", "owner_id": null, "bant_score": 0}', '2026-11-30 12:26:07.328003+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-6bde-78dc-974b-a0495b91a644', NULL, NULL, 1, 'lead', 0),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6cc0-7c25-b9f1-d4d6fcca0cd8', 'lead.created', '01a22c6b-6cba-7ef9-9850-798d66e31121', '{"stage": "new", "lead_id": "01a22c6b-6cba-7ef9-9850-798d66e31121", "owner_id": null, "bant_score": 0}', '2026-11-30 12:26:07.424834+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-6cb4-79e9-a006-be0314a575eb', NULL, NULL, 1, 'lead', 0),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6ec0-7ff3-b938-b0647aee26f2', 'deal.created', '01a22c6b-6db0-7f76-b9e0-cd71eeeb8fa4', '{"deal_id": "01a22c6b-6db0-7f76-b9e0-cd71eeeb8fa4", "lead_id": null, "currency": "BRL", "owner_id": null, "stage_id": "01a22c6b-6294-765d-a1f4-69dde64d2c93", "company_id": "01a22c6b-6b95-7d0f-bd98-fdf882394df3", "contact_id": "01a22c6b-6bbf-7656-8bc6-274cb929e296", "pipeline_id": "01a22c6b-6292-748a-bb87-d67a97199971", "amount_cents": 480000}', '2026-11-30 12:26:07.937276+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-6d3d-7e85-8def-643c23d1d1c4', NULL, NULL, 1, 'deal', 0),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-7115-781f-92d1-e2168638d0da', 'deal.created', '01a22c6b-70e2-7dcd-99ec-dcada46a0295', '{"deal_id": "01a22c6b-70e2-7dcd-99ec-dcada46a0295", "lead_id": null, "currency": "BRL", "owner_id": null, "stage_id": "01a22c6b-6294-765d-a1f4-69dde64d2c93", "company_id": null, "contact_id": null, "pipeline_id": "01a22c6b-6292-748a-bb87-d67a97199971", "amount_cents": 0}', '2026-11-30 12:26:08.533585+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-6ff4-72a3-960b-780e4c890c87', NULL, NULL, 1, 'deal', 0),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-7324-7c9b-bd91-bdbb19fd3da2', 'contract.created', '01a22c6b-728c-7655-8492-6d0a15dfe566', '{"status": "active", "deal_id": "01a22c6b-6db0-7f76-b9e0-cd71eeeb8fa4", "currency": "BRL", "start_on": "2026-01-20", "cost_cents": 0, "contract_id": "01a22c6b-728c-7655-8492-6d0a15dfe566", "customer_id": "01a22c6b-71ee-77c5-8412-76ca224ac106", "amount_cents": 15000, "service_type": "hospedagem_site", "billing_cycle": "monthly"}', '2026-11-30 12:26:09.06088+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-718d-7118-89c2-a1a20896ee7d', NULL, NULL, 1, 'contract', 0),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-733d-770d-bf53-594dcc475ae3', 'deal.stage_changed', '01a22c6b-6db0-7f76-b9e0-cd71eeeb8fa4', '{"status": "won", "deal_id": "01a22c6b-6db0-7f76-b9e0-cd71eeeb8fa4", "currency": "BRL", "owner_id": null, "pipeline_id": "01a22c6b-6292-748a-bb87-d67a97199971", "to_stage_id": "01a22c6b-6294-7a58-a1f9-f6aeb14d095d", "amount_cents": 480000, "from_stage_id": "01a22c6b-6294-765d-a1f4-69dde64d2c93"}', '2026-11-30 12:26:09.085514+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-718d-7118-89c2-a1a20896ee7d', NULL, NULL, 1, 'deal', 1),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-7341-7653-a43b-d629b9b018ea', 'deal.won', '01a22c6b-6db0-7f76-b9e0-cd71eeeb8fa4', '{"won_on": "2026-11-30", "deal_id": "01a22c6b-6db0-7f76-b9e0-cd71eeeb8fa4", "currency": "BRL", "owner_id": null, "company_id": "01a22c6b-6b95-7d0f-bd98-fdf882394df3", "contact_id": "01a22c6b-6bbf-7656-8bc6-274cb929e296", "customer_id": "01a22c6b-71ee-77c5-8412-76ca224ac106", "pipeline_id": "01a22c6b-6292-748a-bb87-d67a97199971", "amount_cents": 480000, "contract_ids": ["01a22c6b-728c-7655-8492-6d0a15dfe566"]}', '2026-11-30 12:26:09.089449+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-718d-7118-89c2-a1a20896ee7d', NULL, NULL, 1, 'deal', 1),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-7753-7394-8c20-bdca2897f21b', 'invoice.issued', '01a22c6b-75f8-7e41-a3f4-dda516f254a8', '{"due_on": "2026-12-10", "number": 1, "currency": "BRL", "issued_on": "2026-11-30", "invoice_id": "01a22c6b-75f8-7e41-a3f4-dda516f254a8", "contract_id": null, "customer_id": "01a22c6b-71ee-77c5-8412-76ca224ac106", "total_cents": 80000}', '2026-11-30 12:26:10.131318+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-76b7-7401-b44b-b6369bb8fdb4', NULL, NULL, 1, 'invoice', 1),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-77d7-739e-8e77-f58c28dea5c4', 'payment.confirmed', '01a22c6b-779b-78cd-b91d-6e02e5a81db6', '{"method": "pix", "paid_on": "2026-11-30", "currency": "BRL", "invoice_id": "01a22c6b-75f8-7e41-a3f4-dda516f254a8", "open_cents": 0, "payment_id": "01a22c6b-779b-78cd-b91d-6e02e5a81db6", "customer_id": "01a22c6b-71ee-77c5-8412-76ca224ac106", "amount_cents": 80000}', '2026-11-30 12:26:10.26332+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-7773-7b3c-871e-afa21e622d3f', NULL, NULL, 1, 'payment', NULL),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-77e0-7cf0-a073-b8ab184871ca', 'invoice.paid', '01a22c6b-75f8-7e41-a3f4-dda516f254a8', '{"number": 1, "paid_on": "2026-11-30", "currency": "BRL", "invoice_id": "01a22c6b-75f8-7e41-a3f4-dda516f254a8", "contract_id": null, "customer_id": "01a22c6b-71ee-77c5-8412-76ca224ac106", "total_cents": 80000}', '2026-11-30 12:26:10.272896+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-7773-7b3c-871e-afa21e622d3f', NULL, NULL, 1, 'invoice', 2),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-8291-71b2-9d12-a7208fb015a9', 'deal.created', '01a22c6b-8202-7381-a473-240ce6423d48', '{"deal_id": "01a22c6b-8202-7381-a473-240ce6423d48", "lead_id": null, "currency": "BRL", "owner_id": null, "stage_id": "01a22c6b-6294-765d-a1f4-69dde64d2c93", "company_id": null, "contact_id": null, "pipeline_id": "01a22c6b-6292-748a-bb87-d67a97199971", "amount_cents": 1000}', '2026-11-30 12:26:13.009197+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-79f0-758e-9359-f49a7d21ea05', NULL, NULL, 1, 'deal', 0),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-82bd-7c77-9e3f-e6a704ee66dc', 'invoice.issued', '01a22c6b-81c7-79a1-a02a-7f8ed8d2b1de', '{"due_on": "2026-11-30", "number": 2, "currency": "BRL", "issued_on": "2026-11-30", "invoice_id": "01a22c6b-81c7-79a1-a02a-7f8ed8d2b1de", "contract_id": "01a22c6b-728c-7655-8492-6d0a15dfe566", "customer_id": "01a22c6b-71ee-77c5-8412-76ca224ac106", "total_cents": 16000}', '2026-11-30 12:26:13.054383+00', NULL, 'job:invoice-run', NULL, NULL, NULL, 1, 'invoice', 1),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-8367-717a-8401-c67d4bf5171b', 'invoice.issued', '01a22c6b-82fe-7f1c-a766-c28f85f18ea2', '{"due_on": "2026-11-30", "number": 3, "currency": "BRL", "issued_on": "2026-11-30", "invoice_id": "01a22c6b-82fe-7f1c-a766-c28f85f18ea2", "contract_id": "01a22c6b-728c-7655-8492-6d0a15dfe566", "customer_id": "01a22c6b-71ee-77c5-8412-76ca224ac106", "total_cents": 16000}', '2026-11-30 12:26:13.223183+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'job:invoice-run', '01a22c6b-7885-7fb9-961d-5a4cf7e30030', NULL, NULL, 1, 'invoice', 1),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-848c-7bff-a4d4-fecb28176a41', 'deal.created', '01a22c6b-840c-7338-aecf-7146c8ff16c9', '{"deal_id": "01a22c6b-840c-7338-aecf-7146c8ff16c9", "lead_id": null, "currency": "BRL", "owner_id": null, "stage_id": "01a22c6b-6294-765d-a1f4-69dde64d2c93", "company_id": null, "contact_id": null, "pipeline_id": "01a22c6b-6292-748a-bb87-d67a97199971", "amount_cents": 2000}', '2026-11-30 12:26:13.516843+00', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'ana@progresso.example', '01a22c6b-7f32-722f-aa43-8df04139f849', NULL, NULL, 1, 'deal', 0);

INSERT INTO public.partition_rules VALUES
	('audit_log', '1 mon', '5 years', 'what the law asks to be kept of business records (CTN, art. 174); older entries go, and the chain says so'),
	('outbox_events', '1 mon', '90 days', 'what happened is told within seconds and told again on request for three months; records and trail know the rest'),
	('removals', '3 mons', '1 year', 'a copy that nobody has refreshed for a year is made anew'),
	('reach_losses', '3 mons', '1 year', 'a copy that nobody has refreshed for a year is made anew'),
	('refresh_tokens', '1 mon', '90 days', 'one for every 15 minutes of a tab; only the newest of a session renews it, older ones show that one was stolen'),
	('deal_changes', '3 mons', NULL, 'reports ask what the pipeline was worth on any day');

INSERT INTO public.payments VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-779b-78cd-b91d-6e02e5a81db6', '01a22c6b-75f8-7e41-a3f4-dda516f254a8', 80000, 'pix', '2026-11-30', NULL, '2026-11-30 12:26:10.203448+00', 'default', NULL, '{}');

INSERT INTO public.pipelines VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6292-748a-bb87-d67a97199971', 'Vendas', true, '2026-11-30 12:26:04.818255+00', '2026-11-30 12:26:04.821777+00', '2026-11-30 12:26:04.821777+00', 0);

INSERT INTO public.reach_losses_first VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-9f8f-7d50-8300-00bc34830744', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'deals', NULL, '2026-11-30 12:26:20.431895+00');

INSERT INTO public.record_kinds VALUES
	('user', 'users', true),
	('role', 'roles', true),
	('team', 'teams', true),
	('invitation', 'invitations', true),
	('api_key', 'api_keys', true),
	('customer', 'customers', true),
	('contract', 'contracts', true),
	('deal', 'deals', true),
	('lead', 'leads', true),
	('company', 'companies', true),
	('contact', 'contacts', true),
	('invoice', 'invoices', true),
	('payment', 'payments', false);

INSERT INTO public.recovery_codes VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871b-73ae-9d7d-abd7ea64f049', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', '\x3384c85ab4ad7eb100ee01a19fd9ea79296f84f84123ed862ed2e810622309b0', NULL, '2026-11-30 12:26:14.129836+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871b-73e5-9d7e-fe42e6826c05', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', '\x3d2cebfaff58f4b3dcf23dfc9b89bd6e1db8ec58204a07d0e3eaea2b4f746a42', NULL, '2026-11-30 12:26:14.129836+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871b-73f5-9d7f-3f950f1979e4', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', '\xc33a9b1d249e360ebd718dda8f16899209ed824867ce38d51c2e30294aaf6568', NULL, '2026-11-30 12:26:14.129836+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871b-7405-9d80-5e7c873b5c82', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', '\x569b9ade24a478a08ba83b434ecb0b2f8ab0917c6bd6e15b381e682a98193c9f', NULL, '2026-11-30 12:26:14.129836+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871b-740c-9d81-362fc42878b3', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', '\x37590f4ff1286abe172ad42a282c536a8a355aec4256a6e32873739b433303be', NULL, '2026-11-30 12:26:14.129836+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871b-7411-9d82-d436a192b6f0', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', '\x726c634467025292d5dedbbb452944db1ce959e389db982e30d528b923e7c1ce', NULL, '2026-11-30 12:26:14.129836+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871b-7419-9d83-40c67913d82b', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', '\xb0240e5a48ec96bbe20e1b970e61bd758a0ac2a2ae9f5219eebf8179f6aeb516', NULL, '2026-11-30 12:26:14.129836+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871b-741f-9d84-7505ae89fba3', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', '\xc1ee51debde95ef9bb391256ae72e6eeaf98acd71f58ce7aad110e5a247197c0', NULL, '2026-11-30 12:26:14.129836+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871b-7424-9d85-de29538abd02', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', '\x6256d4e4b9c18d78c9e7ce1d59a4808d2b0e8cae5a2d396281cc672638741eaf', NULL, '2026-11-30 12:26:14.129836+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-871b-7429-9d86-a2ecede84a39', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', '\x1c0b32fdf28f57f379d98f106227a0c3522d82360254719a5b4440ca3a0da4d4', NULL, '2026-11-30 12:26:14.129836+00');

INSERT INTO public.refresh_tokens_first VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-64df-7bc1-b218-0b786c708c9b', '01a22c6b-64d4-7f97-8bef-95d2f699d634', '\x2fc4a70ae24d376ea48e47010933548262b5e0131aee917e3cc6af67ae587bb0', '2026-11-30 12:26:05.407803+00', NULL, NULL);

INSERT INTO public.removals_first VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6cf9-733f-95e2-c7bcc6e5e55d', 'leads', '01a22c6b-6cba-7ef9-9850-798d66e31121', 'deleted', NULL, '2026-11-30 12:26:07.481245+00');

INSERT INTO public.roles VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-692b-72bb-b192-b956cd8a961f', 'Pré-vendas', NULL, '{crm.leads:read}', 'all', 'all', '2026-11-30 12:26:06.515536+00', '2026-11-30 12:26:06.515536+00', 0, '{"deals": "all", "leads": "all"}');

INSERT INTO public.second_factors VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', '\x01056c6f63616cf31f7ef43b6fa51cec50a9f2d8aadacba7f62682abf2003717a8bfd740b3d6d5d864e49eb65ba492dbf8341bed6170cd', '2026-11-30 12:26:14.128581+00', 59868052, 0, NULL, '2026-11-30 12:26:13.974703+00');

INSERT INTO public.security_events VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-8719-73bb-8ac9-1e5c4837fcc2', '2026-11-30 12:26:14.168976+00', 'second_factor_on', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', '127.0.0.1', 'Python-urllib/3.11', NULL);

INSERT INTO public.service_types VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-5cf3-7ea9-aca8-c2e9fdd4f52a', 'hospedagem_site', 'Hospedagem de site', true, '2026-11-30 12:26:02.72641+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-5cf3-7f1e-aca9-edbd70d0e204', 'saas_imobsites', 'SaaS ImobSites', true, '2026-11-30 12:26:02.72641+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-5cf3-7f54-acaa-d83e8485f4e8', 'saas_cfc', 'SaaS CFC', true, '2026-11-30 12:26:02.72641+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-5cf3-7f72-acab-b2439cbf1cca', 'manutencao_site', 'Manutenção de site', true, '2026-11-30 12:26:02.72641+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-5cf3-7f79-acac-5edb4aa68a8d', 'gestao_trafego', 'Gestão de tráfego', true, '2026-11-30 12:26:02.72641+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-5cf3-7f7f-acad-9921a757c028', 'seo_mensal', 'SEO mensal', true, '2026-11-30 12:26:02.72641+00'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-5cf3-7f89-acae-5317a8b6bc10', 'outro_recorrente', 'Outro recorrente', true, '2026-11-30 12:26:02.72641+00');

INSERT INTO public.sessions VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-64d4-7f97-8bef-95d2f699d634', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'Python-urllib/3.11', '2026-11-30 12:26:05.396938+00', '2026-11-30 12:26:05.396938+00', '2026-12-30 12:26:05.396938+00', NULL, '127.0.0.1');

INSERT INTO public.stages VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6294-765d-a1f4-69dde64d2c93', '01a22c6b-6292-748a-bb87-d67a97199971', 0, 'Novo', 'open', 10, '2026-11-30 12:26:04.826876+00', '2026-11-30 12:26:04.826876+00', 0),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6294-7985-a1f5-7c791754c312', '01a22c6b-6292-748a-bb87-d67a97199971', 1, 'Qualificado', 'open', 25, '2026-11-30 12:26:04.827379+00', '2026-11-30 12:26:04.827379+00', 0),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6294-79d1-a1f6-5997b45de1e1', '01a22c6b-6292-748a-bb87-d67a97199971', 2, 'Proposta', 'open', 50, '2026-11-30 12:26:04.827528+00', '2026-11-30 12:26:04.827528+00', 0),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6294-79fe-a1f7-0a19280501ae', '01a22c6b-6292-748a-bb87-d67a97199971', 3, 'Negociação', 'open', 75, '2026-11-30 12:26:04.827642+00', '2026-11-30 12:26:04.827642+00', 0),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6294-7a30-a1f8-33c35776d6f6', '01a22c6b-6292-748a-bb87-d67a97199971', 4, 'Fechamento', 'open', 90, '2026-11-30 12:26:04.827744+00', '2026-11-30 12:26:04.827744+00', 0),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6294-7a58-a1f9-f6aeb14d095d', '01a22c6b-6292-748a-bb87-d67a97199971', 5, 'Ganho', 'won', 100, '2026-11-30 12:26:04.827843+00', '2026-11-30 12:26:04.827843+00', 0),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6294-7a7a-a1fa-b202ae4c3014', '01a22c6b-6292-748a-bb87-d67a97199971', 6, 'Perdido', 'lost', 0, '2026-11-30 12:26:04.827948+00', '2026-11-30 12:26:04.827948+00', 0);

INSERT INTO public.teams VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-690f-73b2-97f0-3d6e7b7d55a5', 'Sul', '2026-11-30 12:26:06.479634+00', '2026-11-30 12:26:06.479634+00', 0);

INSERT INTO public.tenant_directory VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'progresso', 'America/Sao_Paulo', true, 0, 'standard', '{}');

INSERT INTO public.tenant_logos VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '6a885db05949df0f331ce4b1b43995da1f48ee670a3ccac5c720461081c4e798', 'image/png', '\x89504e470d0a1a0a0000000d4948445200000010000000100802000000909168360000001649444154789c635070682009318c6a18d5307c350000b71ae0013118767e0000000049454e44ae426082', '2026-11-30 12:26:06.393623+00');

INSERT INTO public.tenants VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'progresso', 'Provedor Progresso', 'pt-BR', 'America/Sao_Paulo', 'BRL', NULL, NULL, NULL, NULL, 10, '2026-11-30 12:26:02.835514+00', '2026-11-30 12:26:06.402364+00', 1, NULL, false, 0, NULL, '6a885db05949df0f331ce4b1b43995da1f48ee670a3ccac5c720461081c4e798', 'standard', '{}');

INSERT INTO public.users VALUES
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-5b5a-7a19-b00e-37b4d63a6c25', 'Ana Souza', 'ana@progresso.example', '$argon2id$v=19$m=19456,t=2,p=1$mE74a8In6wrpbZEm6wLe8Q$FqnTolX1Se0nWkmBj+nbvEwWaqurazwGeCyFpmXX5tw', 'admin', NULL, NULL, DEFAULT, '2026-11-30 12:26:03.339697+00', '2026-11-30 12:26:03.339697+00', 0, NULL, '2026-11-30 12:26:02.970559+00', NULL, 'system', true, DEFAULT, NULL, NULL, 'default', NULL, '{}'),
	('01a22c6b-547c-7f53-866d-dea93c3d9c6a', '01a22c6b-6a8f-78e7-9bca-5cebb4306ca5', 'Rui Lima', 'rui@progresso.example', '$argon2id$v=19$m=19456,t=2,p=1$jbE5ZBvjerM84u9QISPBug$XNmtnowN592Xzjlkqx03um+KoDW+OAbqsnNGmXBN1Gk', 'agent', NULL, NULL, DEFAULT, '2026-11-30 12:26:06.866796+00', '2026-11-30 12:26:06.866796+00', 0, NULL, '2026-11-30 12:26:06.863536+00', NULL, 'system', false, DEFAULT, '01a22c6b-690f-73b2-97f0-3d6e7b7d55a5', NULL, 'default', NULL, '{}');

INSERT INTO public.work OVERRIDING SYSTEM VALUE VALUES
	('test-nobody', '01a22c6b-547c-7f53-866d-dea93c3d9c6a', 'a473d8db-3bf6-4786-9081-bc17eed38297', 14, '2c53e92e-3929-44bd-a47d-dbaebcc75a56', '5de04119-c68e-471f-afa6-b416d8561543', '2026-11-30 12:26:20.456989+00', NULL, 12, 0, '2026-11-30 12:26:20.456989+00', '2026-11-30 12:26:20.456989+00', 'PgException');

SELECT pg_catalog.setval('public.live_log_seq_seq', 68, true);

SELECT pg_catalog.setval('public.outbox_queue_seq_seq', 1, false);

SELECT pg_catalog.setval('public.work_seq_seq', 14, true);

ALTER TABLE ONLY public.account_tokens
    ADD CONSTRAINT account_tokens_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.audit_checks
    ADD CONSTRAINT audit_checks_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.audit_heads
    ADD CONSTRAINT audit_heads_pkey PRIMARY KEY (tenant_id);

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.audit_log_else
    ADD CONSTRAINT audit_log_else_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.audit_log_first
    ADD CONSTRAINT audit_log_pkey_first PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.audit_redactions
    ADD CONSTRAINT audit_redactions_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.audit_retirements
    ADD CONSTRAINT audit_retirements_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.audit_seals
    ADD CONSTRAINT audit_seals_pkey PRIMARY KEY (tenant_id, number);

ALTER TABLE ONLY public.business_hours
    ADD CONSTRAINT business_hours_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.companies
    ADD CONSTRAINT companies_external_id_key UNIQUE (tenant_id, external_id, external_source);

ALTER TABLE ONLY public.companies
    ADD CONSTRAINT companies_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.companies
    ADD CONSTRAINT companies_tax_id_key UNIQUE (tenant_id, tax_id);

ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_external_id_key UNIQUE (tenant_id, external_id, external_source);

ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.contract_changes
    ADD CONSTRAINT contract_changes_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.contracts
    ADD CONSTRAINT contracts_external_id_key UNIQUE (tenant_id, external_id, external_source);

ALTER TABLE ONLY public.contracts
    ADD CONSTRAINT contracts_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_external_id_key UNIQUE (tenant_id, external_id, external_source);

ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_tax_id_key UNIQUE (tenant_id, tax_id);

ALTER TABLE ONLY public.databasechangeloglock
    ADD CONSTRAINT databasechangeloglock_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.deal_changes
    ADD CONSTRAINT deal_changes_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.deal_changes_else
    ADD CONSTRAINT deal_changes_else_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.deal_changes_first
    ADD CONSTRAINT deal_changes_pkey_first PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.deals
    ADD CONSTRAINT deals_external_id_key UNIQUE (tenant_id, external_id, external_source);

ALTER TABLE ONLY public.deals
    ADD CONSTRAINT deals_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.handled_events
    ADD CONSTRAINT handled_events_pkey PRIMARY KEY (tenant_id, handler, event_id);

ALTER TABLE ONLY public.holidays
    ADD CONSTRAINT holidays_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.idempotency_keys
    ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (tenant_id, actor, operation, key);

ALTER TABLE ONLY public.import_chunks
    ADD CONSTRAINT import_chunks_pkey PRIMARY KEY (tenant_id, import_id, place);

ALTER TABLE ONLY public.import_failed_rows
    ADD CONSTRAINT import_failed_rows_pkey PRIMARY KEY (tenant_id, import_id, line);

ALTER TABLE ONLY public.import_queue
    ADD CONSTRAINT import_queue_pkey PRIMARY KEY (import_id);

ALTER TABLE ONLY public.imports
    ADD CONSTRAINT imports_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.invitations
    ADD CONSTRAINT invitations_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.invoice_counters
    ADD CONSTRAINT invoice_counters_pkey PRIMARY KEY (tenant_id);

ALTER TABLE ONLY public.invoice_items
    ADD CONSTRAINT invoice_items_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.invoice_items
    ADD CONSTRAINT invoice_items_position_key UNIQUE (tenant_id, invoice_id, "position");

ALTER TABLE ONLY public.invoice_run_days
    ADD CONSTRAINT invoice_run_days_pkey PRIMARY KEY (tenant_id, on_date);

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_period_key UNIQUE (tenant_id, contract_id, period_start);

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_periods_apart EXCLUDE USING gist (tenant_id WITH =, contract_id WITH =, daterange(period_start, period_end, '[]'::text) WITH &&) WHERE ((period_start IS NOT NULL));

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.job_due
    ADD CONSTRAINT job_due_pkey PRIMARY KEY (tenant_id, job);

ALTER TABLE ONLY public.job_runs
    ADD CONSTRAINT job_runs_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.leads
    ADD CONSTRAINT leads_external_id_key UNIQUE (tenant_id, external_id, external_source);

ALTER TABLE ONLY public.leads
    ADD CONSTRAINT leads_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.live_log
    ADD CONSTRAINT live_log_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.login_directory
    ADD CONSTRAINT login_directory_pkey PRIMARY KEY (email, tenant_id);

ALTER TABLE ONLY public.mail_queue
    ADD CONSTRAINT mail_queue_pkey PRIMARY KEY (tenant_id, mail_id);

ALTER TABLE ONLY public.mails
    ADD CONSTRAINT mails_key UNIQUE (tenant_id, key);

ALTER TABLE ONLY public.mails
    ADD CONSTRAINT mails_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.outbox_events
    ADD CONSTRAINT outbox_events_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.outbox_events_else
    ADD CONSTRAINT outbox_events_else_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.outbox_events_first
    ADD CONSTRAINT outbox_events_pkey_first PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.outbox_queue
    ADD CONSTRAINT outbox_queue_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.partition_rules
    ADD CONSTRAINT partition_rules_pkey PRIMARY KEY (table_name);

ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.pipelines
    ADD CONSTRAINT pipelines_name_key UNIQUE (tenant_id, name);

ALTER TABLE ONLY public.pipelines
    ADD CONSTRAINT pipelines_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.reach_losses
    ADD CONSTRAINT reach_losses_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.reach_losses_else
    ADD CONSTRAINT reach_losses_else_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.reach_losses_first
    ADD CONSTRAINT reach_losses_pkey_first PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.record_kinds
    ADD CONSTRAINT record_kinds_pkey PRIMARY KEY (kind);

ALTER TABLE ONLY public.recovery_codes
    ADD CONSTRAINT recovery_codes_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.refresh_tokens
    ADD CONSTRAINT refresh_tokens_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.refresh_tokens_else
    ADD CONSTRAINT refresh_tokens_else_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.refresh_tokens_first
    ADD CONSTRAINT refresh_tokens_pkey_first PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.removals
    ADD CONSTRAINT removals_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.removals_else
    ADD CONSTRAINT removals_else_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.removals_first
    ADD CONSTRAINT removals_pkey_first PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.roles
    ADD CONSTRAINT roles_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.second_factors
    ADD CONSTRAINT second_factors_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.security_events
    ADD CONSTRAINT security_events_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.service_types
    ADD CONSTRAINT service_types_code_key UNIQUE (tenant_id, code);

ALTER TABLE ONLY public.service_types
    ADD CONSTRAINT service_types_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.stages
    ADD CONSTRAINT stages_ordinal_key UNIQUE (tenant_id, pipeline_id, ordinal) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.stages
    ADD CONSTRAINT stages_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.stages
    ADD CONSTRAINT stages_type_key UNIQUE (tenant_id, pipeline_id, id, type);

ALTER TABLE ONLY public.teams
    ADD CONSTRAINT teams_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.tenant_directory
    ADD CONSTRAINT tenant_directory_pkey PRIMARY KEY (tenant_id);

ALTER TABLE ONLY public.tenant_directory
    ADD CONSTRAINT tenant_directory_slug_unique UNIQUE (slug);

ALTER TABLE ONLY public.tenant_logos
    ADD CONSTRAINT tenant_logos_pkey PRIMARY KEY (tenant_id);

ALTER TABLE ONLY public.tenants
    ADD CONSTRAINT tenants_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tenants
    ADD CONSTRAINT tenants_slug_unique UNIQUE (slug);

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (tenant_id, id);

ALTER TABLE ONLY public.work
    ADD CONSTRAINT work_pkey PRIMARY KEY (queue, tenant_id, key, seq);

CREATE INDEX account_tokens_user_idx ON public.account_tokens USING btree (tenant_id, user_id, purpose);

CREATE INDEX api_keys_created_idx ON public.api_keys USING btree (tenant_id, created_at, id);

CREATE INDEX audit_log_actor ON ONLY public.audit_log USING btree (tenant_id, actor_id, id) WHERE (actor_id IS NOT NULL);

CREATE INDEX audit_log_actor_first ON public.audit_log_first USING btree (tenant_id, actor_id, id) WHERE (actor_id IS NOT NULL);

CREATE INDEX audit_log_deletes ON ONLY public.audit_log USING btree (tenant_id, id) WHERE (action = 'delete'::text);

CREATE INDEX audit_log_deletes_first ON public.audit_log_first USING btree (tenant_id, id) WHERE (action = 'delete'::text);

CREATE INDEX audit_log_else_tenant_id_actor_id_id_idx ON public.audit_log_else USING btree (tenant_id, actor_id, id) WHERE (actor_id IS NOT NULL);

CREATE INDEX audit_log_record ON ONLY public.audit_log USING btree (tenant_id, entity_id, id);

CREATE INDEX audit_log_else_tenant_id_entity_id_id_idx ON public.audit_log_else USING btree (tenant_id, entity_id, id);

CREATE INDEX audit_log_entity ON ONLY public.audit_log USING btree (tenant_id, entity, id);

CREATE INDEX audit_log_else_tenant_id_entity_id_idx ON public.audit_log_else USING btree (tenant_id, entity, id);

CREATE INDEX audit_log_else_tenant_id_id_idx ON public.audit_log_else USING btree (tenant_id, id) WHERE (action = 'delete'::text);

CREATE INDEX audit_log_tx ON ONLY public.audit_log USING btree (tenant_id, tx);

CREATE INDEX audit_log_else_tenant_id_tx_idx ON public.audit_log_else USING btree (tenant_id, tx);

CREATE INDEX audit_log_entity_first ON public.audit_log_first USING btree (tenant_id, entity, id);

CREATE INDEX audit_log_record_first ON public.audit_log_first USING btree (tenant_id, entity_id, id);

CREATE INDEX audit_log_tx_first ON public.audit_log_first USING btree (tenant_id, tx);

CREATE UNIQUE INDEX business_hours_one_per_tenant ON public.business_hours USING btree (tenant_id);

CREATE INDEX companies_created_idx ON public.companies USING btree (tenant_id, created_at, id);

CREATE INDEX companies_name_idx ON public.companies USING btree (tenant_id, name, id);

CREATE INDEX companies_name_key_idx ON public.companies USING btree (tenant_id, name_key, created_at, id);

CREATE INDEX companies_updated_idx ON public.companies USING btree (tenant_id, updated_at, id);

CREATE INDEX contacts_company_idx ON public.contacts USING btree (tenant_id, company_id, name, id);

CREATE INDEX contacts_created_idx ON public.contacts USING btree (tenant_id, created_at, id);

CREATE INDEX contacts_email_idx ON public.contacts USING btree (tenant_id, email, created_at, id) WHERE (email IS NOT NULL);

CREATE UNIQUE INDEX contacts_is_primary_key ON public.contacts USING btree (tenant_id, company_id) WHERE is_primary;

CREATE INDEX contacts_name_idx ON public.contacts USING btree (tenant_id, name, id);

CREATE INDEX contacts_name_key_idx ON public.contacts USING btree (tenant_id, name_key, company_id, created_at, id);

CREATE INDEX contacts_phone_idx ON public.contacts USING btree (tenant_id, phone) WHERE (phone IS NOT NULL);

CREATE INDEX contacts_updated_idx ON public.contacts USING btree (tenant_id, updated_at, id);

CREATE INDEX contract_changes_contract_idx ON public.contract_changes USING btree (tenant_id, contract_id, effective_on DESC, id DESC);

CREATE INDEX contracts_amount_idx ON public.contracts USING btree (tenant_id, amount_cents, id);

CREATE INDEX contracts_cost_idx ON public.contracts USING btree (tenant_id, cost_cents, id);

CREATE INDEX contracts_created_idx ON public.contracts USING btree (tenant_id, created_at, id);

CREATE INDEX contracts_customer_idx ON public.contracts USING btree (tenant_id, customer_id);

CREATE INDEX contracts_deal_idx ON public.contracts USING btree (tenant_id, deal_id) WHERE (deal_id IS NOT NULL);

CREATE INDEX contracts_margin_idx ON public.contracts USING btree (tenant_id, ((amount_cents - cost_cents)), id);

CREATE INDEX contracts_service_type_idx ON public.contracts USING btree (tenant_id, service_type);

CREATE INDEX contracts_start_idx ON public.contracts USING btree (tenant_id, start_on, id);

CREATE INDEX contracts_status_idx ON public.contracts USING btree (tenant_id, status, start_on);

CREATE INDEX contracts_terms_since_idx ON public.contracts USING btree (tenant_id, terms_since) WHERE (terms_since IS NOT NULL);

CREATE INDEX contracts_title_idx ON public.contracts USING btree (tenant_id, title, id);

CREATE INDEX contracts_updated_idx ON public.contracts USING btree (tenant_id, updated_at, id);

CREATE INDEX customers_account_manager_idx ON public.customers USING btree (tenant_id, account_manager_id) WHERE (account_manager_id IS NOT NULL);

CREATE INDEX customers_company_idx ON public.customers USING btree (tenant_id, company_id) WHERE (company_id IS NOT NULL);

CREATE INDEX customers_created_idx ON public.customers USING btree (tenant_id, created_at, id);

CREATE INDEX customers_name_idx ON public.customers USING btree (tenant_id, name, id);

CREATE INDEX customers_name_key_idx ON public.customers USING btree (tenant_id, name_key, created_at, id);

CREATE INDEX customers_updated_idx ON public.customers USING btree (tenant_id, updated_at, id);

CREATE INDEX deal_changes_at_idx ON ONLY public.deal_changes USING btree (tenant_id, at, deal_id);

CREATE INDEX deal_changes_at_idx_first ON public.deal_changes_first USING btree (tenant_id, at, deal_id);

CREATE INDEX deal_changes_deal_idx ON ONLY public.deal_changes USING btree (tenant_id, deal_id, at DESC, id DESC);

CREATE INDEX deal_changes_deal_idx_first ON public.deal_changes_first USING btree (tenant_id, deal_id, at DESC, id DESC);

CREATE INDEX deal_changes_else_tenant_id_at_deal_id_idx ON public.deal_changes_else USING btree (tenant_id, at, deal_id);

CREATE INDEX deal_changes_else_tenant_id_deal_id_at_id_idx ON public.deal_changes_else USING btree (tenant_id, deal_id, at DESC, id DESC);

CREATE INDEX deals_amount_idx ON public.deals USING btree (tenant_id, amount_cents, id);

CREATE INDEX deals_board_idx ON public.deals USING btree (tenant_id, stage_id, "position", id) INCLUDE (amount_cents, owner_id, currency);

CREATE INDEX deals_closed_idx ON public.deals USING btree (tenant_id, closed_on) INCLUDE (status, amount_cents, currency) WHERE (status <> 'open'::text);

CREATE INDEX deals_company_idx ON public.deals USING btree (tenant_id, company_id, created_at, id) WHERE (company_id IS NOT NULL);

CREATE INDEX deals_contact_idx ON public.deals USING btree (tenant_id, contact_id, created_at, id) WHERE (contact_id IS NOT NULL);

CREATE INDEX deals_created_idx ON public.deals USING btree (tenant_id, created_at, id);

CREATE INDEX deals_customer_idx ON public.deals USING btree (tenant_id, customer_id) WHERE (customer_id IS NOT NULL);

CREATE INDEX deals_expected_close_idx ON public.deals USING btree (tenant_id, COALESCE(expected_close_on, 'infinity'::date), id);

CREATE UNIQUE INDEX deals_lead_key ON public.deals USING btree (tenant_id, lead_id) WHERE (lead_id IS NOT NULL);

CREATE INDEX deals_open_idx ON public.deals USING btree (tenant_id, stage_id) INCLUDE (amount_cents, currency) WHERE (status = 'open'::text);

CREATE INDEX deals_owner_idx ON public.deals USING btree (tenant_id, owner_id, created_at, id);

CREATE INDEX deals_status_idx ON public.deals USING btree (tenant_id, status, created_at, id);

CREATE INDEX deals_title_idx ON public.deals USING btree (tenant_id, title, id);

CREATE INDEX deals_updated_idx ON public.deals USING btree (tenant_id, updated_at, id);

CREATE UNIQUE INDEX holidays_day_key ON public.holidays USING btree (tenant_id, day);

CREATE INDEX idempotency_keys_age ON public.idempotency_keys USING btree (tenant_id, created_at);

CREATE INDEX import_queue_due ON public.import_queue USING btree (lease_until);

CREATE INDEX import_queue_tenant ON public.import_queue USING btree (tenant_id, import_id);

CREATE INDEX imports_created_idx ON public.imports USING btree (tenant_id, created_at, id);

CREATE UNIQUE INDEX invitations_open_email ON public.invitations USING btree (tenant_id, email) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));

CREATE INDEX invoices_cancelled_idx ON public.invoices USING btree (tenant_id, updated_at) WHERE ((status = 'cancelled'::text) AND (issued_on IS NOT NULL));

CREATE INDEX invoices_created_idx ON public.invoices USING btree (tenant_id, created_at, id);

CREATE INDEX invoices_customer_idx ON public.invoices USING btree (tenant_id, customer_id, created_at, id);

CREATE INDEX invoices_due_idx ON public.invoices USING btree (tenant_id, due_on, id);

CREATE UNIQUE INDEX invoices_external_id_key ON public.invoices USING btree (tenant_id, external_id, external_source) WHERE (external_id IS NOT NULL);

CREATE INDEX invoices_falling_due_idx ON public.invoices USING btree (tenant_id, due_on, id) WHERE ((status = 'issued'::text) AND (overdue_since IS NULL));

CREATE INDEX invoices_issued_idx ON public.invoices USING btree (tenant_id, currency, issued_on) INCLUDE (total_cents) WHERE (status = ANY (ARRAY['issued'::text, 'paid'::text]));

CREATE INDEX invoices_number_idx ON public.invoices USING btree (tenant_id, COALESCE(number, '9223372036854775807'::bigint), id);

CREATE UNIQUE INDEX invoices_number_key ON public.invoices USING btree (tenant_id, number) WHERE (number IS NOT NULL);

CREATE INDEX invoices_open_idx ON public.invoices USING btree (tenant_id, due_on, id) WHERE (status = 'issued'::text);

CREATE INDEX invoices_overdue_idx ON public.invoices USING btree (tenant_id, customer_id) WHERE ((status = 'issued'::text) AND (overdue_since IS NOT NULL));

CREATE INDEX invoices_total_idx ON public.invoices USING btree (tenant_id, total_cents, id);

CREATE INDEX invoices_unnumbered_idx ON public.invoices USING btree (tenant_id, id) WHERE ((status = 'draft'::text) AND (origin = 'run'::text));

CREATE INDEX invoices_updated_idx ON public.invoices USING btree (tenant_id, updated_at, id);

CREATE INDEX job_due_next ON public.job_due USING btree (due_at);

CREATE INDEX job_runs_latest ON public.job_runs USING btree (tenant_id, job, id);

CREATE UNIQUE INDEX job_runs_once_per_day ON public.job_runs USING btree (tenant_id, job, on_date) WHERE (trigger = 'schedule'::text);

CREATE UNIQUE INDEX job_runs_one_by_hand ON public.job_runs USING btree (tenant_id, job) WHERE ((trigger = 'manual'::text) AND (status = ANY (ARRAY['queued'::text, 'running'::text])));

CREATE INDEX job_runs_unfinished ON public.job_runs USING btree (tenant_id) WHERE ((status = 'running'::text) OR (next_attempt_at IS NOT NULL));

CREATE INDEX leads_bant_score_idx ON public.leads USING btree (tenant_id, bant_score, id);

CREATE INDEX leads_created_idx ON public.leads USING btree (tenant_id, created_at, id);

CREATE UNIQUE INDEX leads_deal_key ON public.leads USING btree (tenant_id, deal_id) WHERE (deal_id IS NOT NULL);

CREATE INDEX leads_email_idx ON public.leads USING btree (tenant_id, email) WHERE (email IS NOT NULL);

CREATE INDEX leads_name_idx ON public.leads USING btree (tenant_id, name, id);

CREATE INDEX leads_owner_idx ON public.leads USING btree (tenant_id, owner_id, created_at, id);

CREATE INDEX leads_phone_idx ON public.leads USING btree (tenant_id, phone) WHERE (phone IS NOT NULL);

CREATE INDEX leads_stage_idx ON public.leads USING btree (tenant_id, stage, created_at, id);

CREATE INDEX leads_updated_idx ON public.leads USING btree (tenant_id, updated_at, id);

CREATE INDEX live_log_tenant ON public.live_log USING btree (tenant_id, seq);

CREATE INDEX mail_queue_due ON public.mail_queue USING btree (next_attempt_at);

CREATE INDEX outbox_events_aggregate ON ONLY public.outbox_events USING btree (tenant_id, aggregate_id, id);

CREATE INDEX outbox_events_aggregate_first ON public.outbox_events_first USING btree (tenant_id, aggregate_id, id);

CREATE INDEX outbox_events_else_tenant_id_aggregate_id_id_idx ON public.outbox_events_else USING btree (tenant_id, aggregate_id, id);

CREATE INDEX outbox_queue_due ON public.outbox_queue USING btree (next_attempt_at, seq);

CREATE UNIQUE INDEX payments_external_id_key ON public.payments USING btree (tenant_id, external_id, external_source) WHERE (external_id IS NOT NULL);

CREATE INDEX payments_invoice_idx ON public.payments USING btree (tenant_id, invoice_id, id);

CREATE INDEX payments_paid_on_idx ON public.payments USING btree (tenant_id, paid_on) INCLUDE (amount_cents, invoice_id);

CREATE INDEX payments_recorded_idx ON public.payments USING btree (tenant_id, recorded_at, id);

CREATE UNIQUE INDEX payments_reference_key ON public.payments USING btree (tenant_id, method, reference) WHERE (reference IS NOT NULL);

CREATE UNIQUE INDEX pipelines_is_default_key ON public.pipelines USING btree (tenant_id) WHERE is_default;

CREATE INDEX reach_losses_changes_idx ON ONLY public.reach_losses USING btree (tenant_id, user_id, kind, updated_at);

CREATE INDEX reach_losses_changes_idx_first ON public.reach_losses_first USING btree (tenant_id, user_id, kind, updated_at);

CREATE INDEX reach_losses_else_tenant_id_user_id_kind_updated_at_idx ON public.reach_losses_else USING btree (tenant_id, user_id, kind, updated_at);

CREATE INDEX recovery_codes_user_idx ON public.recovery_codes USING btree (tenant_id, user_id);

CREATE INDEX refresh_tokens_parent_idx ON ONLY public.refresh_tokens USING btree (tenant_id, parent_id) WHERE (parent_id IS NOT NULL);

CREATE INDEX refresh_tokens_else_tenant_id_parent_id_idx ON public.refresh_tokens_else USING btree (tenant_id, parent_id) WHERE (parent_id IS NOT NULL);

CREATE INDEX refresh_tokens_session_idx ON ONLY public.refresh_tokens USING btree (tenant_id, session_id);

CREATE INDEX refresh_tokens_else_tenant_id_session_id_idx ON public.refresh_tokens_else USING btree (tenant_id, session_id);

CREATE INDEX refresh_tokens_first_tenant_id_parent_id_idx ON public.refresh_tokens_first USING btree (tenant_id, parent_id) WHERE (parent_id IS NOT NULL);

CREATE INDEX refresh_tokens_session_idx_first ON public.refresh_tokens_first USING btree (tenant_id, session_id);

CREATE INDEX removals_changes_idx ON ONLY public.removals USING btree (tenant_id, entity, updated_at, record_id);

CREATE INDEX removals_changes_idx_first ON public.removals_first USING btree (tenant_id, entity, updated_at, record_id);

CREATE INDEX removals_else_tenant_id_entity_updated_at_record_id_idx ON public.removals_else USING btree (tenant_id, entity, updated_at, record_id);

CREATE UNIQUE INDEX roles_name_key ON public.roles USING btree (tenant_id, name);

CREATE INDEX security_events_user_idx ON public.security_events USING btree (tenant_id, user_id, id);

CREATE INDEX sessions_user_idx ON public.sessions USING btree (tenant_id, user_id);

CREATE UNIQUE INDEX teams_name_key ON public.teams USING btree (tenant_id, name);

CREATE INDEX tenant_directory_clock_idx ON public.tenant_directory USING btree (tenant_id) WHERE (clock_ahead_seconds > 0);

CREATE INDEX tenant_directory_plan_idx ON public.tenant_directory USING btree (plan) WHERE (plan <> 'standard'::text);

CREATE UNIQUE INDEX users_email_key ON public.users USING btree (tenant_id, email) WHERE (removed_at IS NULL);

CREATE UNIQUE INDEX users_external_id_key ON public.users USING btree (tenant_id, external_id, external_source) WHERE ((external_id IS NOT NULL) AND (removed_at IS NULL));

CREATE INDEX users_name_idx ON public.users USING btree (tenant_id, name, id);

CREATE INDEX users_role_id_idx ON public.users USING btree (tenant_id, role_id) WHERE (role_id IS NOT NULL);

CREATE INDEX users_role_idx ON public.users USING btree (tenant_id, role);

CREATE INDEX users_team_idx ON public.users USING btree (tenant_id, team_id) WHERE (team_id IS NOT NULL);

CREATE INDEX users_updated_idx ON public.users USING btree (tenant_id, updated_at, id);

CREATE INDEX work_dead ON public.work USING btree (tenant_id, seq) WHERE (dead_at IS NOT NULL);

CREATE INDEX work_due ON public.work USING btree (queue, due_at) WHERE (dead_at IS NULL);

CREATE INDEX work_leased ON public.work USING btree (queue, tenant_id) WHERE (leased_by IS NOT NULL);

CREATE INDEX work_of_tenant ON public.work USING btree (queue, tenant_id, due_at, seq) WHERE (dead_at IS NULL);

ALTER INDEX public.audit_log_actor ATTACH PARTITION public.audit_log_actor_first;

ALTER INDEX public.audit_log_deletes ATTACH PARTITION public.audit_log_deletes_first;

ALTER INDEX public.audit_log_pkey ATTACH PARTITION public.audit_log_else_pkey;

ALTER INDEX public.audit_log_actor ATTACH PARTITION public.audit_log_else_tenant_id_actor_id_id_idx;

ALTER INDEX public.audit_log_record ATTACH PARTITION public.audit_log_else_tenant_id_entity_id_id_idx;

ALTER INDEX public.audit_log_entity ATTACH PARTITION public.audit_log_else_tenant_id_entity_id_idx;

ALTER INDEX public.audit_log_deletes ATTACH PARTITION public.audit_log_else_tenant_id_id_idx;

ALTER INDEX public.audit_log_tx ATTACH PARTITION public.audit_log_else_tenant_id_tx_idx;

ALTER INDEX public.audit_log_entity ATTACH PARTITION public.audit_log_entity_first;

ALTER INDEX public.audit_log_pkey ATTACH PARTITION public.audit_log_pkey_first;

ALTER INDEX public.audit_log_record ATTACH PARTITION public.audit_log_record_first;

ALTER INDEX public.audit_log_tx ATTACH PARTITION public.audit_log_tx_first;

ALTER INDEX public.deal_changes_at_idx ATTACH PARTITION public.deal_changes_at_idx_first;

ALTER INDEX public.deal_changes_deal_idx ATTACH PARTITION public.deal_changes_deal_idx_first;

ALTER INDEX public.deal_changes_pkey ATTACH PARTITION public.deal_changes_else_pkey;

ALTER INDEX public.deal_changes_at_idx ATTACH PARTITION public.deal_changes_else_tenant_id_at_deal_id_idx;

ALTER INDEX public.deal_changes_deal_idx ATTACH PARTITION public.deal_changes_else_tenant_id_deal_id_at_id_idx;

ALTER INDEX public.deal_changes_pkey ATTACH PARTITION public.deal_changes_pkey_first;

ALTER INDEX public.outbox_events_aggregate ATTACH PARTITION public.outbox_events_aggregate_first;

ALTER INDEX public.outbox_events_pkey ATTACH PARTITION public.outbox_events_else_pkey;

ALTER INDEX public.outbox_events_aggregate ATTACH PARTITION public.outbox_events_else_tenant_id_aggregate_id_id_idx;

ALTER INDEX public.outbox_events_pkey ATTACH PARTITION public.outbox_events_pkey_first;

ALTER INDEX public.reach_losses_changes_idx ATTACH PARTITION public.reach_losses_changes_idx_first;

ALTER INDEX public.reach_losses_pkey ATTACH PARTITION public.reach_losses_else_pkey;

ALTER INDEX public.reach_losses_changes_idx ATTACH PARTITION public.reach_losses_else_tenant_id_user_id_kind_updated_at_idx;

ALTER INDEX public.reach_losses_pkey ATTACH PARTITION public.reach_losses_pkey_first;

ALTER INDEX public.refresh_tokens_pkey ATTACH PARTITION public.refresh_tokens_else_pkey;

ALTER INDEX public.refresh_tokens_parent_idx ATTACH PARTITION public.refresh_tokens_else_tenant_id_parent_id_idx;

ALTER INDEX public.refresh_tokens_session_idx ATTACH PARTITION public.refresh_tokens_else_tenant_id_session_id_idx;

ALTER INDEX public.refresh_tokens_parent_idx ATTACH PARTITION public.refresh_tokens_first_tenant_id_parent_id_idx;

ALTER INDEX public.refresh_tokens_pkey ATTACH PARTITION public.refresh_tokens_pkey_first;

ALTER INDEX public.refresh_tokens_session_idx ATTACH PARTITION public.refresh_tokens_session_idx_first;

ALTER INDEX public.removals_changes_idx ATTACH PARTITION public.removals_changes_idx_first;

ALTER INDEX public.removals_pkey ATTACH PARTITION public.removals_else_pkey;

ALTER INDEX public.removals_changes_idx ATTACH PARTITION public.removals_else_tenant_id_entity_updated_at_record_id_idx;

ALTER INDEX public.removals_pkey ATTACH PARTITION public.removals_pkey_first;

CREATE TRIGGER announce_access_change AFTER UPDATE ON public.api_keys FOR EACH ROW WHEN (((old.revoked_at IS DISTINCT FROM new.revoked_at) OR (old.scopes IS DISTINCT FROM new.scopes) OR (old.expires_at IS DISTINCT FROM new.expires_at))) EXECUTE FUNCTION public.announce_access_change('tenant_id');

CREATE TRIGGER announce_access_change AFTER UPDATE ON public.roles FOR EACH ROW WHEN (((old.permissions IS DISTINCT FROM new.permissions) OR (old.scopes IS DISTINCT FROM new.scopes))) EXECUTE FUNCTION public.announce_access_change('tenant_id');

CREATE TRIGGER announce_access_change AFTER UPDATE ON public.sessions FOR EACH ROW WHEN ((old.revoked_at IS DISTINCT FROM new.revoked_at)) EXECUTE FUNCTION public.announce_access_change('tenant_id', 'user_id');

CREATE TRIGGER announce_access_change AFTER UPDATE ON public.tenants FOR EACH ROW WHEN ((old.deleted_at IS DISTINCT FROM new.deleted_at)) EXECUTE FUNCTION public.announce_access_change('id');

CREATE TRIGGER announce_access_change AFTER UPDATE ON public.users FOR EACH ROW WHEN (((old.role IS DISTINCT FROM new.role) OR (old.disabled_at IS DISTINCT FROM new.disabled_at) OR (old.email IS DISTINCT FROM new.email))) EXECUTE FUNCTION public.announce_access_change('tenant_id', 'id');

CREATE TRIGGER announce_access_end AFTER DELETE ON public.api_keys FOR EACH ROW EXECUTE FUNCTION public.announce_access_change('tenant_id');

CREATE TRIGGER announce_access_end AFTER DELETE ON public.sessions FOR EACH ROW EXECUTE FUNCTION public.announce_access_change('tenant_id', 'user_id');

CREATE TRIGGER announce_access_end AFTER DELETE ON public.users FOR EACH ROW EXECUTE FUNCTION public.announce_access_change('tenant_id', 'id');

CREATE TRIGGER announce_any AFTER INSERT OR DELETE OR UPDATE ON public.pipelines FOR EACH ROW EXECUTE FUNCTION public.announce_pipeline('id');

CREATE TRIGGER announce_any AFTER INSERT OR DELETE OR UPDATE ON public.stages FOR EACH ROW EXECUTE FUNCTION public.announce_pipeline('pipeline_id');

CREATE TRIGGER announce_change AFTER UPDATE ON public.deals REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_changed_deals();

CREATE TRIGGER announce_change AFTER UPDATE ON public.imports FOR EACH ROW WHEN ((((old.status IS DISTINCT FROM new.status) OR (old.rows IS DISTINCT FROM new.rows)) OR (old.failed IS DISTINCT FROM new.failed))) EXECUTE FUNCTION public.announce_import();

CREATE TRIGGER announce_change AFTER UPDATE ON public.job_runs FOR EACH ROW WHEN (((old.status IS DISTINCT FROM new.status) OR (old.counts IS DISTINCT FROM new.counts))) EXECUTE FUNCTION public.announce_job_run();

CREATE TRIGGER announce_changed AFTER UPDATE ON public.api_keys REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_changed('api_key', 'api_keys:read');

CREATE TRIGGER announce_changed AFTER UPDATE ON public.companies REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_changed('company', 'crm.companies:read');

CREATE TRIGGER announce_changed AFTER UPDATE ON public.contacts REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_changed('contact', 'crm.contacts:read');

CREATE TRIGGER announce_changed AFTER UPDATE ON public.contracts REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_changed('contract', 'portfolio.contracts:read');

CREATE TRIGGER announce_changed AFTER UPDATE ON public.customers REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_changed('customer', 'customers:read');

CREATE TRIGGER announce_changed AFTER UPDATE ON public.invitations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_changed('invitation', 'users:write');

CREATE TRIGGER announce_changed AFTER UPDATE ON public.invoices REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_changed('invoice', 'billing.invoices:read');

CREATE TRIGGER announce_changed AFTER UPDATE ON public.leads REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_changed('lead', 'crm.leads:read', 'leads');

CREATE TRIGGER announce_changed AFTER UPDATE ON public.payments REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_changed('payment', 'billing.payments:read');

CREATE TRIGGER announce_changed AFTER UPDATE ON public.roles REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_changed('role', 'roles:read');

CREATE TRIGGER announce_changed AFTER UPDATE ON public.teams REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_changed('team', 'users:read');

CREATE TRIGGER announce_changed AFTER UPDATE ON public.tenants FOR EACH ROW WHEN ((old.version IS DISTINCT FROM new.version)) EXECUTE FUNCTION public.announce_tenant();

CREATE TRIGGER announce_changed AFTER UPDATE ON public.users REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_changed('user', 'users:read');

CREATE TRIGGER announce_end AFTER DELETE ON public.deals REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_gone_deals();

CREATE TRIGGER announce_gone AFTER DELETE ON public.api_keys REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_gone('api_key', 'api_keys:read');

CREATE TRIGGER announce_gone AFTER DELETE ON public.companies REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_gone('company', 'crm.companies:read');

CREATE TRIGGER announce_gone AFTER DELETE ON public.contacts REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_gone('contact', 'crm.contacts:read');

CREATE TRIGGER announce_gone AFTER DELETE ON public.contracts REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_gone('contract', 'portfolio.contracts:read');

CREATE TRIGGER announce_gone AFTER DELETE ON public.customers REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_gone('customer', 'customers:read');

CREATE TRIGGER announce_gone AFTER DELETE ON public.invitations REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_gone('invitation', 'users:write');

CREATE TRIGGER announce_gone AFTER DELETE ON public.invoices REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_gone('invoice', 'billing.invoices:read');

CREATE TRIGGER announce_gone AFTER DELETE ON public.leads REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_gone('lead', 'crm.leads:read', 'leads');

CREATE TRIGGER announce_gone AFTER DELETE ON public.payments REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_gone('payment', 'billing.payments:read');

CREATE TRIGGER announce_gone AFTER DELETE ON public.roles REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_gone('role', 'roles:read');

CREATE TRIGGER announce_gone AFTER DELETE ON public.teams REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_gone('team', 'users:read');

CREATE TRIGGER announce_gone AFTER DELETE ON public.users REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_gone('user', 'users:read');

CREATE TRIGGER announce_made AFTER INSERT ON public.api_keys REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_made('api_key', 'api_keys:read');

CREATE TRIGGER announce_made AFTER INSERT ON public.companies REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_made('company', 'crm.companies:read');

CREATE TRIGGER announce_made AFTER INSERT ON public.contacts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_made('contact', 'crm.contacts:read');

CREATE TRIGGER announce_made AFTER INSERT ON public.contracts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_made('contract', 'portfolio.contracts:read');

CREATE TRIGGER announce_made AFTER INSERT ON public.customers REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_made('customer', 'customers:read');

CREATE TRIGGER announce_made AFTER INSERT ON public.invitations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_made('invitation', 'users:write');

CREATE TRIGGER announce_made AFTER INSERT ON public.invoices REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_made('invoice', 'billing.invoices:read');

CREATE TRIGGER announce_made AFTER INSERT ON public.leads REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_made('lead', 'crm.leads:read', 'leads');

CREATE TRIGGER announce_made AFTER INSERT ON public.payments REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_made('payment', 'billing.payments:read');

CREATE TRIGGER announce_made AFTER INSERT ON public.roles REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_made('role', 'roles:read');

CREATE TRIGGER announce_made AFTER INSERT ON public.teams REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_made('team', 'users:read');

CREATE TRIGGER announce_made AFTER INSERT ON public.users REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_made('user', 'users:read');

CREATE TRIGGER announce_new AFTER INSERT ON public.deals REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.announce_new_deals();

CREATE TRIGGER announce_new AFTER INSERT ON public.imports FOR EACH ROW EXECUTE FUNCTION public.announce_import();

CREATE TRIGGER announce_new AFTER INSERT ON public.job_runs FOR EACH ROW EXECUTE FUNCTION public.announce_job_run();

CREATE TRIGGER announce_plan_change AFTER UPDATE ON public.tenants FOR EACH ROW WHEN ((old.plan IS DISTINCT FROM new.plan)) EXECUTE FUNCTION public.announce_plan_change();

CREATE TRIGGER announce_profile AFTER UPDATE ON public.roles FOR EACH ROW WHEN (((((old.name IS DISTINCT FROM new.name) OR (old.permissions IS DISTINCT FROM new.permissions)) OR (old.leads_scope IS DISTINCT FROM new.leads_scope)) OR (old.deals_scope IS DISTINCT FROM new.deals_scope))) EXECUTE FUNCTION public.announce_profiles_of_role();

CREATE TRIGGER announce_profile AFTER UPDATE ON public.users FOR EACH ROW WHEN ((((((((old.role IS DISTINCT FROM new.role) OR (old.team_id IS DISTINCT FROM new.team_id)) OR (old.name IS DISTINCT FROM new.name)) OR (old.email IS DISTINCT FROM new.email)) OR (old.email_verified_at IS DISTINCT FROM new.email_verified_at)) OR (old.locale IS DISTINCT FROM new.locale)) OR (old.theme IS DISTINCT FROM new.theme))) EXECUTE FUNCTION public.announce_profiles_of_users();

CREATE TRIGGER announce_team_change AFTER UPDATE ON public.users FOR EACH ROW WHEN ((old.team_id IS DISTINCT FROM new.team_id)) EXECUTE FUNCTION public.announce_access_change('tenant_id');

CREATE TRIGGER audit_delete AFTER DELETE ON public.api_keys REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.audit_redactions REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.audit_retirements REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.business_hours REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.companies REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.contacts REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.contracts REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.customers REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.deals REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.holidays REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.invitations REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.invoice_items REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.invoices REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.leads REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.payments REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.pipelines REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.recovery_codes REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.roles REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.second_factors REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.service_types REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.stages REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.teams REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.tenants REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_delete AFTER DELETE ON public.users REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_delete();

CREATE TRIGGER audit_insert AFTER INSERT ON public.api_keys REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.audit_redactions REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.audit_retirements REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.business_hours REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.companies REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.contacts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.contracts REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.customers REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.deals REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.holidays REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.invitations REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.invoice_items REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.invoices REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.leads REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.payments REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.pipelines REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.recovery_codes REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.roles REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.second_factors REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.security_events REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.service_types REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.sessions REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.stages REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.teams REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.tenants REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_insert AFTER INSERT ON public.users REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_insert();

CREATE TRIGGER audit_update AFTER UPDATE ON public.api_keys REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.audit_redactions REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.audit_retirements REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.business_hours REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.companies REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.contacts REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.contracts REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.customers REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.deals REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.holidays REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.invitations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.invoice_items REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.invoices REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.leads REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.payments REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.pipelines REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.recovery_codes REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.roles REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.second_factors REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.service_types REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.sessions REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.stages REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.teams REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.tenants REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER audit_update AFTER UPDATE ON public.users REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.audit_update();

CREATE TRIGGER complete_terms BEFORE INSERT ON public.contract_changes FOR EACH ROW WHEN (((new.currency IS NULL) OR (new.service_type IS NULL))) EXECUTE FUNCTION public.complete_terms();

CREATE TRIGGER follow_tenant AFTER INSERT OR UPDATE OF slug, time_zone, deleted_at, allowed_origins ON public.tenants FOR EACH ROW EXECUTE FUNCTION public.follow_tenant();

CREATE TRIGGER follow_tenant_clock AFTER UPDATE ON public.tenants FOR EACH ROW WHEN ((old.clock_ahead_seconds IS DISTINCT FROM new.clock_ahead_seconds)) EXECUTE FUNCTION public.follow_tenant_clock();

CREATE TRIGGER follow_tenant_plan AFTER UPDATE OF plan ON public.tenants FOR EACH ROW EXECUTE FUNCTION public.follow_tenant();

CREATE TRIGGER forward BEFORE INSERT ON public.import_queue FOR EACH ROW EXECUTE FUNCTION public.forward_import();

CREATE TRIGGER forward BEFORE INSERT ON public.mail_queue FOR EACH ROW EXECUTE FUNCTION public.forward_mail();

CREATE TRIGGER forward BEFORE INSERT ON public.outbox_queue FOR EACH ROW EXECUTE FUNCTION public.forward_event();

CREATE TRIGGER keep_deal_change AFTER UPDATE OF stage_id, status, amount_cents, currency ON public.deals FOR EACH ROW WHEN (((((old.stage_id IS DISTINCT FROM new.stage_id) OR (old.status IS DISTINCT FROM new.status)) OR (old.amount_cents IS DISTINCT FROM new.amount_cents)) OR (old.currency IS DISTINCT FROM new.currency))) EXECUTE FUNCTION public.keep_deal_change();

CREATE TRIGGER keep_new_deals AFTER INSERT ON public.deals REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.keep_new_deals();

CREATE TRIGGER keep_role_scopes BEFORE INSERT OR UPDATE ON public.roles FOR EACH ROW EXECUTE FUNCTION public.keep_role_scopes();

CREATE TRIGGER note_deleted AFTER DELETE ON public.leads FOR EACH ROW EXECUTE FUNCTION public.note_deleted();

CREATE TRIGGER note_lost_reach AFTER UPDATE ON public.roles FOR EACH ROW WHEN ((old.scopes IS DISTINCT FROM new.scopes)) EXECUTE FUNCTION public.note_lost_reach_of_role();

CREATE TRIGGER note_lost_reach AFTER UPDATE ON public.users FOR EACH ROW WHEN (((old.role_id IS DISTINCT FROM new.role_id) OR (old.team_id IS DISTINCT FROM new.team_id))) EXECUTE FUNCTION public.note_lost_reach_of_user();

CREATE TRIGGER note_other_owner AFTER UPDATE OF owner_id ON public.deals FOR EACH ROW WHEN (((old.owner_id IS NOT NULL) AND (old.owner_id IS DISTINCT FROM new.owner_id))) EXECUTE FUNCTION public.note_other_owner();

CREATE TRIGGER note_other_owner AFTER UPDATE OF owner_id ON public.leads FOR EACH ROW WHEN (((old.owner_id IS NOT NULL) AND (old.owner_id IS DISTINCT FROM new.owner_id))) EXECUTE FUNCTION public.note_other_owner();

CREATE TRIGGER plan_change AFTER UPDATE ON public.tenant_directory FOR EACH ROW WHEN (((old.time_zone IS DISTINCT FROM new.time_zone) OR (old.active IS DISTINCT FROM new.active))) EXECUTE FUNCTION public.plan_jobs();

CREATE TRIGGER plan_new AFTER INSERT ON public.tenant_directory FOR EACH ROW EXECUTE FUNCTION public.plan_jobs();

CREATE TRIGGER take_hash_of_the_chain BEFORE INSERT ON public.audit_checks FOR EACH ROW EXECUTE FUNCTION public.take_hash_of_the_chain();

ALTER TABLE ONLY public.account_tokens
    ADD CONSTRAINT account_tokens_user_fk FOREIGN KEY (tenant_id, user_id) REFERENCES public.users(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_replaced_by_fkey FOREIGN KEY (tenant_id, replaced_by) REFERENCES public.api_keys(tenant_id, id) NOT VALID;

ALTER TABLE ONLY public.api_keys
    ADD CONSTRAINT api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);

ALTER TABLE ONLY public.business_hours
    ADD CONSTRAINT business_hours_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);

ALTER TABLE ONLY public.contacts
    ADD CONSTRAINT contacts_company_fk FOREIGN KEY (tenant_id, company_id) REFERENCES public.companies(tenant_id, id);

ALTER TABLE ONLY public.contract_changes
    ADD CONSTRAINT contract_changes_contract_fk FOREIGN KEY (tenant_id, contract_id) REFERENCES public.contracts(tenant_id, id);

ALTER TABLE ONLY public.contracts
    ADD CONSTRAINT contracts_customer_fk FOREIGN KEY (tenant_id, customer_id) REFERENCES public.customers(tenant_id, id);

ALTER TABLE ONLY public.contracts
    ADD CONSTRAINT contracts_deal_id_fkey FOREIGN KEY (tenant_id, deal_id) REFERENCES public.deals(tenant_id, id) DEFERRABLE INITIALLY DEFERRED NOT VALID;

ALTER TABLE ONLY public.contracts
    ADD CONSTRAINT contracts_service_type_fk FOREIGN KEY (tenant_id, service_type) REFERENCES public.service_types(tenant_id, code);

ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_account_manager_id_fkey FOREIGN KEY (tenant_id, account_manager_id) REFERENCES public.users(tenant_id, id) NOT VALID;

ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_company_id_fkey FOREIGN KEY (tenant_id, company_id) REFERENCES public.companies(tenant_id, id) DEFERRABLE INITIALLY DEFERRED NOT VALID;

ALTER TABLE public.deal_changes
    ADD CONSTRAINT deal_changes_deal_fk FOREIGN KEY (tenant_id, deal_id) REFERENCES public.deals(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.deals
    ADD CONSTRAINT deals_company_fk FOREIGN KEY (tenant_id, company_id) REFERENCES public.companies(tenant_id, id);

ALTER TABLE ONLY public.deals
    ADD CONSTRAINT deals_contact_fk FOREIGN KEY (tenant_id, contact_id) REFERENCES public.contacts(tenant_id, id);

ALTER TABLE ONLY public.deals
    ADD CONSTRAINT deals_customer_fk FOREIGN KEY (tenant_id, customer_id) REFERENCES public.customers(tenant_id, id);

ALTER TABLE ONLY public.deals
    ADD CONSTRAINT deals_lead_fk FOREIGN KEY (tenant_id, lead_id) REFERENCES public.leads(tenant_id, id);

ALTER TABLE ONLY public.deals
    ADD CONSTRAINT deals_stage_fk FOREIGN KEY (tenant_id, pipeline_id, stage_id, status) REFERENCES public.stages(tenant_id, pipeline_id, id, type);

ALTER TABLE ONLY public.holidays
    ADD CONSTRAINT holidays_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);

ALTER TABLE ONLY public.import_chunks
    ADD CONSTRAINT import_chunks_import_fk FOREIGN KEY (tenant_id, import_id) REFERENCES public.imports(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.import_failed_rows
    ADD CONSTRAINT import_failed_rows_import_fk FOREIGN KEY (tenant_id, import_id) REFERENCES public.imports(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.invoice_items
    ADD CONSTRAINT invoice_items_invoice_fk FOREIGN KEY (tenant_id, invoice_id) REFERENCES public.invoices(tenant_id, id);

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_contract_fk FOREIGN KEY (tenant_id, contract_id) REFERENCES public.contracts(tenant_id, id);

ALTER TABLE ONLY public.invoices
    ADD CONSTRAINT invoices_customer_fk FOREIGN KEY (tenant_id, customer_id) REFERENCES public.customers(tenant_id, id);

ALTER TABLE ONLY public.leads
    ADD CONSTRAINT leads_deal_fk FOREIGN KEY (tenant_id, deal_id) REFERENCES public.deals(tenant_id, id);

ALTER TABLE ONLY public.login_directory
    ADD CONSTRAINT login_directory_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);

ALTER TABLE ONLY public.payments
    ADD CONSTRAINT payments_invoice_fk FOREIGN KEY (tenant_id, invoice_id) REFERENCES public.invoices(tenant_id, id);

ALTER TABLE ONLY public.recovery_codes
    ADD CONSTRAINT recovery_codes_user_fk FOREIGN KEY (tenant_id, user_id) REFERENCES public.users(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE public.refresh_tokens
    ADD CONSTRAINT refresh_tokens_session_fk FOREIGN KEY (tenant_id, session_id) REFERENCES public.sessions(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.roles
    ADD CONSTRAINT roles_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);

ALTER TABLE ONLY public.second_factors
    ADD CONSTRAINT second_factors_user_fk FOREIGN KEY (tenant_id, id) REFERENCES public.users(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_user_fk FOREIGN KEY (tenant_id, user_id) REFERENCES public.users(tenant_id, id) ON DELETE CASCADE;

ALTER TABLE ONLY public.stages
    ADD CONSTRAINT stages_pipeline_fk FOREIGN KEY (tenant_id, pipeline_id) REFERENCES public.pipelines(tenant_id, id);

ALTER TABLE ONLY public.teams
    ADD CONSTRAINT teams_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);

ALTER TABLE ONLY public.tenant_logos
    ADD CONSTRAINT tenant_logos_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_role_fk FOREIGN KEY (tenant_id, role_id) REFERENCES public.roles(tenant_id, id) NOT VALID;

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_team_fk FOREIGN KEY (tenant_id, team_id) REFERENCES public.teams(tenant_id, id) NOT VALID;

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants(id);

ALTER TABLE public.account_tokens ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.api_keys ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_checks ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_heads ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_log ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_log_else ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_log_first ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_redactions ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_retirements ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_seals ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.business_hours ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.companies ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contacts ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contract_changes ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contracts ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.customers ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.deal_changes ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.deal_changes_else ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.deal_changes_first ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.deals ENABLE ROW LEVEL SECURITY;

CREATE POLICY every_node_forgets ON public.live_log FOR DELETE USING ((at < (now() - '00:10:00'::interval)));

CREATE POLICY every_node_reads ON public.live_log FOR SELECT USING (true);

CREATE POLICY everybody_reads ON public.tenant_directory FOR SELECT USING (true);

ALTER TABLE public.handled_events ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.holidays ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.idempotency_keys ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.import_chunks ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.import_failed_rows ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.imports ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.invitations ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.invoice_counters ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.invoice_items ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.invoice_run_days ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.invoices ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.job_due ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.job_runs ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.leads ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.live_log ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.mails ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.outbox_events ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.outbox_events_else ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.outbox_events_first ENABLE ROW LEVEL SECURITY;

CREATE POLICY own_or_all ON public.job_due USING (((( SELECT COALESCE(current_setting('app.tenant_id'::text, true), ''::text) AS "coalesce") = ''::text) OR (tenant_id = (( SELECT NULLIF(current_setting('app.tenant_id'::text, true), ''::text) AS "nullif"))::uuid)));

CREATE POLICY own_or_all_change ON public.work FOR UPDATE USING (((( SELECT COALESCE(current_setting('app.tenant_id'::text, true), ''::text) AS "coalesce") = ''::text) OR (tenant_id = (( SELECT NULLIF(current_setting('app.tenant_id'::text, true), ''::text) AS "nullif"))::uuid)));

CREATE POLICY own_or_all_end ON public.work FOR DELETE USING (((( SELECT COALESCE(current_setting('app.tenant_id'::text, true), ''::text) AS "coalesce") = ''::text) OR (tenant_id = (( SELECT NULLIF(current_setting('app.tenant_id'::text, true), ''::text) AS "nullif"))::uuid)));

CREATE POLICY own_or_all_read ON public.work FOR SELECT USING (((( SELECT COALESCE(current_setting('app.tenant_id'::text, true), ''::text) AS "coalesce") = ''::text) OR (tenant_id = (( SELECT NULLIF(current_setting('app.tenant_id'::text, true), ''::text) AS "nullif"))::uuid)));

ALTER TABLE public.payments ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.pipelines ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.reach_losses ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.reach_losses_else ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.reach_losses_first ENABLE ROW LEVEL SECURITY;

CREATE POLICY record_scope ON public.deals AS RESTRICTIVE USING (((NOT ( SELECT public.reach_is_limited('deals'::text) AS reach_is_limited)) OR (owner_id = ANY (( SELECT public.reached_owners('deals'::text) AS reached_owners)::uuid[]))));

CREATE POLICY record_scope ON public.leads AS RESTRICTIVE USING (((NOT ( SELECT public.reach_is_limited('leads'::text) AS reach_is_limited)) OR (owner_id = ANY (( SELECT public.reached_owners('leads'::text) AS reached_owners)::uuid[]))));

ALTER TABLE public.recovery_codes ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.refresh_tokens ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.refresh_tokens_else ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.refresh_tokens_first ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.removals ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.removals_else ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.removals_first ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.roles ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.second_factors ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.security_events ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.service_types ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.sessions ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.stages ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.teams ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.tenant_directory ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_inserts ON public.live_log FOR INSERT WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_inserts ON public.tenant_directory FOR INSERT WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_inserts ON public.work FOR INSERT WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.account_tokens USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.api_keys USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.audit_checks USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.audit_heads USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.audit_log USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.audit_log_else USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.audit_log_first USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.audit_redactions USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.audit_retirements USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.audit_seals USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.business_hours USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.companies USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.contacts USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.contract_changes USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.contracts USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.customers USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.deal_changes USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.deal_changes_else USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.deal_changes_first USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.deals USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.handled_events USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.holidays USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.idempotency_keys USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.import_chunks USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.import_failed_rows USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.imports USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.invitations USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.invoice_counters USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.invoice_items USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.invoice_run_days USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.invoices USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.job_runs USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.leads USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.mails USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.outbox_events USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.outbox_events_else USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.outbox_events_first USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.payments USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.pipelines USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.reach_losses USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.reach_losses_else USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.reach_losses_first USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.recovery_codes USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.refresh_tokens USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.refresh_tokens_else USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.refresh_tokens_first USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.removals USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.removals_else USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.removals_first USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.roles USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.second_factors USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.security_events USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.service_types USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.sessions USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.stages USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.teams USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.tenant_logos USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.tenants USING ((id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((id = (current_setting('app.tenant_id'::text))::uuid));

CREATE POLICY tenant_isolation ON public.users USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

ALTER TABLE public.tenant_logos ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant_updates ON public.tenant_directory FOR UPDATE USING ((tenant_id = (current_setting('app.tenant_id'::text))::uuid)) WITH CHECK ((tenant_id = (current_setting('app.tenant_id'::text))::uuid));

ALTER TABLE public.tenants ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.users ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.work ENABLE ROW LEVEL SECURITY;

REVOKE ALL ON FUNCTION public.audit_delete() FROM PUBLIC;

GRANT SELECT ON TABLE public.audit_log TO pulso_app;

REVOKE ALL ON FUNCTION public.audit_insert() FROM PUBLIC;

GRANT SELECT ON TABLE public.audit_seals TO pulso_app;

REVOKE ALL ON FUNCTION public.audit_update() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.bound_partition(name text) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.business_time(name text, VARIADIC columns text[]) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.close_partition(piece text) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.continue_audit_clock() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.erase_from_audit(subject uuid, why text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.erase_from_audit(subject uuid, why text) TO pulso_app;

REVOKE ALL ON FUNCTION public.keep_partitions(OUT made integer, OUT dropped integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.keep_partitions(OUT made integer, OUT dropped integer) TO pulso_app;

REVOKE ALL ON FUNCTION public.logins_of(mail text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.logins_of(mail text) TO pulso_app;

REVOKE ALL ON FUNCTION public.make_live_table(name text, kind text, permission text, owner_kind text) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.make_owned_table(name text, owner text) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.make_record_kind(name text, kind text) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.make_tenant_table(name text, audited boolean, grants text) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.partition_by_id(name text, span interval, keep interval, reason text) FROM PUBLIC;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.roles TO pulso_app;

REVOKE ALL ON FUNCTION public.refresh_statistics(tables text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.refresh_statistics(tables text[]) TO pulso_app;

REVOKE ALL ON FUNCTION public.retire_audit(before_id uuid) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.seal_audit(most integer, wait boolean, OUT sealed bigint, OUT waiting boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.seal_audit(most integer, wait boolean, OUT sealed bigint, OUT waiting boolean) TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_tokens TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.api_keys TO pulso_app;

GRANT SELECT,INSERT ON TABLE public.audit_checks TO pulso_app;

GRANT SELECT ON TABLE public.audit_heads TO pulso_app;

GRANT SELECT ON TABLE public.audit_redactions TO pulso_app;

GRANT SELECT ON TABLE public.audit_retirements TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.business_hours TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.companies TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts TO pulso_app;

GRANT SELECT,INSERT ON TABLE public.contract_changes TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contracts TO pulso_app;

GRANT SELECT ON TABLE public.contract_facts TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customers TO pulso_app;

GRANT SELECT ON TABLE public.customer_names TO pulso_app;

GRANT SELECT ON TABLE public.customer_parties TO pulso_app;

GRANT SELECT,INSERT ON TABLE public.deal_changes TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.deals TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.stages TO pulso_app;

GRANT SELECT ON TABLE public.deal_facts TO pulso_app;

GRANT SELECT ON TABLE public.deal_history TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.handled_events TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.holidays TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.idempotency_keys TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_chunks TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_failed_rows TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.import_queue TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.imports TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.invitations TO pulso_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.invoice_counters TO pulso_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.invoices TO pulso_app;

GRANT SELECT ON TABLE public.invoice_facts TO pulso_app;

GRANT SELECT,INSERT ON TABLE public.invoice_items TO pulso_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.invoice_run_days TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.job_due TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.job_runs TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.leads TO pulso_app;

GRANT SELECT ON TABLE public.lead_facts TO pulso_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.live_log TO pulso_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.login_directory TO pulso_app;

GRANT UPDATE(proven_at) ON TABLE public.login_directory TO pulso_app;

GRANT UPDATE(used_at) ON TABLE public.login_directory TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_queue TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mails TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outbox_events TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outbox_queue TO pulso_app;

GRANT SELECT,INSERT ON TABLE public.payments TO pulso_app;

GRANT SELECT ON TABLE public.payment_facts TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pipelines TO pulso_app;

GRANT SELECT,INSERT ON TABLE public.reach_losses TO pulso_app;

GRANT SELECT ON TABLE public.record_kinds TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.recovery_codes TO pulso_app;

GRANT SELECT ON TABLE public.recurring_revenue_spans TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.refresh_tokens TO pulso_app;

GRANT SELECT,INSERT ON TABLE public.removals TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.second_factors TO pulso_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.security_events TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.service_types TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sessions TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.teams TO pulso_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.tenant_directory TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.tenant_logos TO pulso_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.tenants TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.users TO pulso_app;

GRANT SELECT ON TABLE public.user_names TO pulso_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work TO pulso_app;
