--liquibase formatted sql

--changeset pulso:platform-150-partition-rules splitStatements:false
-- Tables that only grow are cut into pieces by the time in their ids (UUIDv7): the primary key has the id already, and
-- what is too old goes with its piece, without a row being deleted (docs/adr/0028-growing-tables.md).
create table partition_rules (
    table_name text     not null primary key,
    -- How long a piece lasts.
    span       interval not null,
    -- How old a row may get; null: it is kept for ever.
    keep       interval,
    reason     text     not null
);

-- What lies on a piece lies on it also when somebody asks for it by its own name: forced row-level security, and no rights
-- of the application, which goes through the whole.
create function close_partition(piece text) returns void language plpgsql as $$
begin
    execute format('alter table %I enable row level security', piece);
    execute format('alter table %I force row level security', piece);
    execute format('create policy tenant_isolation on %I '
        'using (tenant_id = current_setting(''app.tenant_id'')::uuid) '
        'with check (tenant_id = current_setting(''app.tenant_id'')::uuid)', piece);
end $$;
revoke execute on function close_partition(text) from public;

-- First step for a table with rows, a changeset of its own: new rows keep to a bound that the next step's scan makes sure of
-- while everybody works on. The bound is far enough for an upgrade that is broken off and taken up again weeks later.
create function bound_partition(name text) returns void language plpgsql as $$
begin
    execute format('alter table %I add constraint %I check (id < %L) not valid', name, name || '_bound',
        first_uuid_at((date_trunc('month', now() at time zone 'UTC') + interval '3 months') at time zone 'UTC'));
end $$;
revoke execute on function bound_partition(text) from public;

-- Last step: the table becomes the first piece of a new one with its name, its columns, keys, indexes, policy and rights.
-- No row is read, because the bound is known to hold.
create function partition_by_id(name text, span interval, keep interval, reason text) returns void language plpgsql as $$
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
    -- Checks, then what is unique and what points elsewhere; the first piece's own are taken for its part of these.
    for found in select c.conname, pg_get_constraintdef(c.oid) as definition, c.contype from pg_constraint c
                 where c.conrelid = old::regclass and c.conname <> name || '_bound' and c.contype in ('c', 'p', 'u', 'f')
                 order by c.contype loop
        if found.contype in ('p', 'u') then
            -- Its index bears its name, and names of indexes are unique.
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
    -- For ids that no clock made.
    execute format('create table %I partition of %I default', name || '_else', name);
    perform close_partition(name || '_else');
    insert into partition_rules values (name, span, keep, reason);
end $$;
revoke execute on function partition_by_id(text, interval, interval, text) from public;

--changeset pulso:platform-150-keep-partitions splitStatements:false
-- Makes the pieces of the months to come, and drops those in which everything is older than its rule allows. Says how many.
-- Whoever uses such a table is waited for a moment only; the next day does what this one could not.
create function keep_partitions(out made int, out dropped int)
language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
    rule  partition_rules;
    piece record;
    low   timestamptz;
    high  timestamptz;
    name  text;
begin
    made := 0;
    dropped := 0;
    -- One node is enough.
    if not pg_try_advisory_xact_lock(7085700003) then
        return;
    end if;
    -- Nobody's: the keys of a new piece are looked through, although it has no rows.
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
            -- Attached, not created as a part: that would keep readers of the whole out.
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
revoke execute on function keep_partitions() from public;
grant execute on function keep_partitions() to pulso_app;

-- Where a piece ends; null for the one of the ids that no clock made.
create function upper_bound(piece oid) returns uuid language sql stable
    return (select substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \(''([0-9a-f-]{36})''\)')::uuid
            from pg_class c where c.oid = piece);

create function moment_of(id uuid) returns timestamptz language sql immutable
    return to_timestamp(uuid_millis(id) / 1000.0);

--changeset pulso:platform-150-audit-columns splitStatements:true
-- What an entry says of a person can be taken out of it without breaking the chain: the hash of an entry is one over its
-- frame and over a digest of what it says, and that digest is salted, so that nobody can guess what was taken out.
alter table audit_log add column format smallint not null default 1;
alter table audit_log alter column format set default 2;
alter table audit_log add column salt bytea;
alter table audit_log alter column salt set default uuid_send(gen_random_uuid());
-- Only of an entry that was erased: what it was sealed with. For one in the first format, the hash of the whole entry.
alter table audit_log add column digest bytea;
alter table audit_log add column redaction_id uuid;
alter table audit_seals add column format smallint not null default 1;

--changeset pulso:platform-150-audit-redactions splitStatements:false
-- Who had something erased from the trail, and why. The triggers put that into the trail itself, where it is sealed.
create table audit_redactions (
    tenant_id  uuid        not null,
    id         uuid        not null default time_ordered_uuid(),
    -- The record, or the person: entries about it were emptied.
    subject_id uuid        not null,
    reason     text        not null check (length(reason) between 3 and 500),
    entries    int         not null,
    made_by    text        not null,
    made_at    timestamptz not null default now(),
    primary key (tenant_id, id)
);
select make_tenant_table('audit_redactions', grants => 'select');

-- Up to which entry the trail was deleted because its time was over; said in the trail as well.
create table audit_retirements (
    tenant_id  uuid        not null,
    id         uuid        not null default time_ordered_uuid(),
    before_id  uuid        not null,
    made_at    timestamptz not null default now(),
    primary key (tenant_id, id)
);
select make_tenant_table('audit_retirements', grants => 'select');

--changeset pulso:platform-150-audit-bound splitStatements:false
select bound_partition('audit_log');

--changeset pulso:platform-150-audit-bound-holds splitStatements:false
alter table audit_log validate constraint audit_log_bound;

--changeset pulso:platform-150-audit-partitions splitStatements:false
drop function audit_entry_hash(audit_log);
select partition_by_id('audit_log', interval '1 month', interval '5 years',
    'what the law asks to be kept of business records (CTN, art. 174); older entries go, and the chain says so');

-- Format 1: all of the entry. Format 2: a version byte, the frame, and the digest of what it says. Of an erased entry the
-- digest is kept; one that still says something beside it has been tampered with and matches nothing.
create function audit_entry_hash(e audit_log) returns bytea language sql stable parallel safe
    return case
        when e.digest is not null and (e.before is not null or e.after is not null or e.salt is not null
                                       or e.redaction_id is null) then '\x00'::bytea
        when e.digest is not null and e.format = 1 then e.digest
        when e.format = 1 then sha256(convert_to(jsonb_build_array(
            e.tenant_id, e.id, e.tx, (extract(epoch from e.at) * 1000000)::bigint, e.actor_id, e.actor, e.request_id,
            e.entity, e.entity_id, e.action, e.before, e.after)::text, 'UTF8'))
        else sha256('\x02'::bytea || convert_to(jsonb_build_array(
            e.tenant_id, e.id, e.tx, (extract(epoch from e.at) * 1000000)::bigint, e.actor_id, e.actor, e.request_id,
            e.entity, e.entity_id, e.action)::text, 'UTF8')
            || coalesce(e.digest, sha256(e.salt || convert_to(jsonb_build_array(e.before, e.after)::text, 'UTF8')), '\x00'))
    end;

-- The version byte of a block stands in front of everything that its hash is made of.
create or replace function audit_seal_hash(s audit_seals) returns bytea language sql stable parallel safe
    return sha256(case when s.format = 1 then ''::bytea else '\x02'::bytea end
        || s.previous || convert_to(jsonb_build_array(
        s.tenant_id, s.number, s.from_tx, s.from_id, s.upto_tx, s.upto_id, (extract(epoch from s.since) * 1000000)::bigint,
        (extract(epoch from s.sealed_at) * 1000000)::bigint, s.entries)::text, 'UTF8') || s.content);

--changeset pulso:platform-150-erase-from-audit splitStatements:false
-- Empties what the trail says about a record or person; who changed it, and when, stays. As the owner: nobody else may
-- write to the trail.
create function erase_from_audit(subject uuid, why text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
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
revoke execute on function erase_from_audit(uuid, text) from public;
grant execute on function erase_from_audit(uuid, text) to pulso_app;

-- Says in each company's trail that its entries before an id are about to go. For keep_partitions().
create function retire_audit(before_id uuid) returns void language plpgsql as $$
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
revoke execute on function retire_audit(uuid) from public;

--changeset pulso:platform-150-seal-audit splitStatements:false
-- As before, in the second format.
create or replace function seal_audit(most int, wait boolean, out sealed bigint, out waiting boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
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
    -- Read before the entries are: each statement sees at least what was finished by now.
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

--changeset pulso:platform-150-check-audit splitStatements:false
-- As before, up to a block when one is given (then without a look at the end of the chain). What was erased and said so is
-- right; what was deleted because its time was over is not missed.
create or replace function check_audit(
    after bigint, most int, upto bigint, out last bigint, out blocks bigint, out entries bigint, out altered bigint, out deleted bigint,
    out inserted bigint, out bad_blocks bigint, out problem text, out problem_block bigint, out problem_entry uuid,
    out more boolean)
language plpgsql as $$
declare
    tenant constant uuid := current_setting('app.tenant_id')::uuid;
    -- An entry bears the time of its statement, not of its transaction's end; no transaction lasts so long.
    slack  constant interval := interval '1 hour';
    newest bigint;
    head   audit_heads;
    before audit_seals;
    block  audit_seals;
    found_content bytea;
    out_of_time   uuid;
    unsaid        uuid;
    sealed        bytea;
    -- Entries before it were deleted because their time was over.
    retired       uuid;
    wrong  record;
begin
    blocks := 0; entries := 0; altered := 0; deleted := 0; inserted := 0; bad_blocks := 0; more := false; last := after;
    select coalesce(max(r.before_id::text), '00000000-0000-0000-0000-000000000000')::uuid into retired
    from audit_retirements r join audit_log a
        on a.tenant_id = tenant and a.entity_id = r.id and a.entity = 'audit_retirements' and a.action = 'insert'
        and a.after ->> 'before_id' = r.before_id::text
    -- Nobody hides by it what was written lately.
    where r.tenant_id = tenant and moment_of(r.before_id) < a.at - interval '1 year';
    -- In this order: blocks that are sealed meanwhile only come behind the head.
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
            -- This block is as it was sealed, and it was sealed upon another one.
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
                   -- Emptied, and nothing in the trail says by whom and why.
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
                -- Sealed with the others, but it bears a time at which it cannot have been written.
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

-- The release before asks so.
create or replace function check_audit(
    after bigint, most int, out last bigint, out blocks bigint, out entries bigint, out altered bigint, out deleted bigint,
    out inserted bigint, out bad_blocks bigint, out problem text, out problem_block bigint, out problem_entry uuid,
    out more boolean)
language sql as $$ select * from check_audit(after, most, null::bigint) $$;
