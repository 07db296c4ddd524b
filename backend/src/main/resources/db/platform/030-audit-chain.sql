--liquibase formatted sql

--changeset platform:030-audit-order splitStatements:false
-- The chain is made of finished transactions in the order of their numbers: what is below the oldest running one can get
-- no more entries, however many write at once (docs/adr/0016-audit-chain.md).

-- Moved by continue_audit_clock() when the data came into another database cluster, whose numbers begin anew.
create function audit_tx_offset() returns bigint language sql immutable parallel safe return 0::bigint;

-- Entries that are there already belong to this transaction; they are sealed first.
alter table audit_log add column tx bigint not null default (txid_current() + audit_tx_offset());

--changeset platform:030-audit-indexes splitStatements:true
-- Every list is newest first, and ids are in the order of time; a period is a range of ids.
drop index audit_log_entity;
create index audit_log_entity on audit_log (tenant_id, entity, id);
create index audit_log_record on audit_log (tenant_id, entity_id, id);
drop index audit_log_actor;
create index audit_log_actor on audit_log (tenant_id, actor_id, id) where actor_id is not null;
create index audit_log_deletes on audit_log (tenant_id, id) where action = 'delete';
-- Without the id: equal keys share their place, so that a bulk insert adds next to nothing here.
create index audit_log_tx on audit_log (tenant_id, tx);

--changeset platform:030-audit-only-by-triggers splitStatements:false
-- The application reads the log and cannot write to it but by changing records: the triggers write as the owner, who is
-- held to the tenant as well (forced row-level security). Nobody else may hang them on a table of his own.
alter function audit_insert() security definer set search_path = public, pg_temp;
alter function audit_update() security definer set search_path = public, pg_temp;
alter function audit_delete() security definer set search_path = public, pg_temp;
revoke execute on function audit_insert(), audit_update(), audit_delete() from public;
revoke insert on audit_log from pulso_app;

--changeset platform:030-audit-seals splitStatements:false
create table audit_seals (
    tenant_id uuid        not null,
    number    bigint      not null check (number > 0),
    -- The entries with (from_tx, from_id) < (tx, id) <= (upto_tx, upto_id): blocks follow each other without a gap.
    from_tx   bigint      not null,
    from_id   uuid        not null,
    upto_tx   bigint      not null,
    upto_id   uuid        not null,
    -- When everything before the block had been sealed; no entry is older (null: the first block).
    since     timestamptz,
    sealed_at timestamptz not null,
    entries   int         not null check (entries > 0),
    -- Per entry its id (16 bytes) and SHA-256 (32), in order: so a check can name the entry that is wrong.
    content   bytea       not null,
    previous  bytea       not null,
    hash      bytea       not null,
    primary key (tenant_id, number)
);
-- Hashes do not compress.
alter table audit_seals alter column content set storage external;
select make_tenant_table('audit_seals', audited => false, grants => 'select');

-- Where the next block goes on. Sealers wait for each other here; writers never come here.
create table audit_heads (
    tenant_id   uuid        not null primary key,
    number      bigint      not null,
    upto_tx     bigint      not null,
    upto_id     uuid        not null,
    complete_at timestamptz,
    sealed_at   timestamptz,
    hash        bytea       not null
);
select make_tenant_table('audit_heads', audited => false, grants => 'select');

-- What checks have found, and the head each of them saw: a chain that was written anew does not contain those.
create table audit_checks (
    tenant_id        uuid        not null,
    id               uuid        not null,
    checked_at       timestamptz not null,
    head_number      bigint      not null,
    head_hash        bytea       not null,
    blocks           bigint      not null,
    entries          bigint      not null,
    altered_entries  bigint      not null,
    deleted_entries  bigint      not null,
    inserted_entries bigint      not null,
    bad_blocks       bigint      not null,
    first_problem    text        check (first_problem in ('entry_altered', 'entry_deleted', 'entry_inserted', 'block_missing',
                                                          'block_changed', 'chain_rewritten')),
    first_block      bigint,
    first_entry      uuid,
    primary key (tenant_id, id)
);
select make_tenant_table('audit_checks', audited => false, grants => 'select, insert');

--changeset platform:030-audit-hashes splitStatements:false
-- What an entry says, as bytes: a JSON array is unambiguous, and jsonb has one spelling for each value.
create function audit_entry_hash(e audit_log) returns bytea language sql stable parallel safe
    return sha256(convert_to(jsonb_build_array(
        e.tenant_id, e.id, e.tx, (extract(epoch from e.at) * 1000000)::bigint, e.actor_id, e.actor, e.request_id, e.entity,
        e.entity_id, e.action, e.before, e.after)::text, 'UTF8'));

create function audit_seal_hash(s audit_seals) returns bytea language sql stable parallel safe
    return sha256(s.previous || convert_to(jsonb_build_array(
        s.tenant_id, s.number, s.from_tx, s.from_id, s.upto_tx, s.upto_id, (extract(epoch from s.since) * 1000000)::bigint,
        (extract(epoch from s.sealed_at) * 1000000)::bigint, s.entries)::text, 'UTF8') || s.content);

-- Milliseconds since 1970 that a UUIDv7 was made at.
create function uuid_millis(id uuid) returns bigint language sql immutable parallel safe
    return ('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint;

-- The first UUIDv7 of a moment: bounds of a period.
create function first_uuid_at(moment timestamptz) returns uuid language sql immutable parallel safe
    return (lpad(to_hex(greatest((extract(epoch from moment) * 1000)::bigint, 0)), 12, '0') || repeat('0', 20))::uuid;

--changeset platform:030-seal-audit splitStatements:false
-- Seals what finished transactions have written, in blocks of at most so many entries. As the owner: so nobody else may
-- write seals.
--   wait      for another sealer of the tenant; else leave it to that one
--   sealed    how many entries
--   waiting   whether some have to wait, for a transaction that began earlier and still runs, or for the other sealer
create function seal_audit(most int, wait boolean, out sealed bigint, out waiting boolean)
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
revoke execute on function seal_audit(int, boolean) from public;
grant execute on function seal_audit(int, boolean) to pulso_app;

-- For the owner, once, after the data was loaded into a new cluster (a dump, not a copy of files): the numbers of its
-- transactions go on where the old ones ended.
create function continue_audit_clock() returns bigint language plpgsql as $$
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
revoke execute on function continue_audit_clock() from public;

--changeset platform:030-check-audit splitStatements:false runOnChange:true
-- Recomputes the blocks after a number, until so many entries have been read, and says what is wrong. At the end (more is
-- false) also whether the newest blocks are missing and whether the heads that earlier checks saw are still in the chain.
create or replace function check_audit(
    after bigint, most int, out last bigint, out blocks bigint, out entries bigint, out altered bigint, out deleted bigint,
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
    wrong  record;
begin
    blocks := 0; entries := 0; altered := 0; deleted := 0; inserted := 0; bad_blocks := 0; more := false; last := after;
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
    for block in select * from audit_seals s where s.tenant_id = tenant and s.number > after order by s.number loop
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
                       or abs(uuid_millis(a.id) - extract(epoch from a.at) * 1000) > 1000 * extract(epoch from slack)))[1]
            into found_content, out_of_time
            from audit_log a
            where a.tenant_id = tenant and a.tx >= block.from_tx and a.tx <= block.upto_tx
              and (a.tx > block.from_tx or a.id > block.from_id) and (a.tx < block.upto_tx or a.id <= block.upto_id);
            if found_content <> block.content then
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
                ) o full join (
                    select a.id, a.tx, audit_entry_hash(a) as hash from audit_log a
                    where a.tenant_id = tenant and a.tx >= block.from_tx and a.tx <= block.upto_tx
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
