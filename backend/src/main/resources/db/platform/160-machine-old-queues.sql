--liquibase formatted sql

--changeset pulso:platform-160-machine-old-queues splitStatements:true
-- allow contract: the release that put everything down as work has been the one before for a while; nothing asks for them
drop table outbox_queue;
drop table mail_queue;
drop table handled_events;
drop function forward_event();
drop function forward_mail();

--changeset pulso:platform-160-machine-published splitStatements:true
-- allow contract: that an event was passed on is said by its rows of work being gone; nothing reads or writes the column
alter table outbox_events drop column published_at;

--changeset pulso:platform-160-machine-removals-bound splitStatements:false
select bound_partition('removals');
select bound_partition('reach_losses');

--changeset pulso:platform-160-machine-removals-bound-holds splitStatements:true
alter table removals validate constraint removals_bound;
alter table reach_losses validate constraint reach_losses_bound;

--changeset pulso:platform-160-machine-removals-partitions splitStatements:false
select partition_by_id('removals', interval '3 months', interval '1 year',
    'a copy that nobody has refreshed for a year is made anew');
select partition_by_id('reach_losses', interval '3 months', interval '1 year',
    'a copy that nobody has refreshed for a year is made anew');

--changeset pulso:platform-160-machine-narrow-doors splitStatements:false
-- What the application may do to the log of all tenants: let go of what every node has read. It needs no right to delete.
create function forget_live() returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare gone int;
begin
    -- One node is enough.
    if not pg_try_advisory_xact_lock(hashtextextended('live_log', 22)) then
        return 0;
    end if;
    -- From the front, where the oldest stand; the newest stays, so that the log always knows how far it has come.
    delete from live_log where seq = any(array(
        select old.seq from (select seq, at from live_log order by seq limit 5000) old
        where old.at < now() - interval '10 minutes' and old.seq < (select max(seq) from live_log)));
    get diagnostics gone = row_count;
    return gone;
end $$;
revoke execute on function forget_live() from public;
grant execute on function forget_live() to pulso_app;

-- What a check of the trail has found. The hash of the block that it saw is taken from the chain: a made-up one would
-- have every later check fail.
create function note_audit_check(
    began timestamptz, seen bigint, blocks bigint, entries bigint, altered bigint, deleted bigint, inserted bigint, bad bigint,
    problem text, problem_block bigint, problem_entry uuid)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
    tenant constant uuid := current_setting('app.tenant_id')::uuid;
    block_hash bytea;
begin
    if seen > 0 then
        select s.hash into block_hash from audit_seals s where s.tenant_id = tenant and s.number = seen;
        -- The block may be what is missing: the check says so, and was at the head then.
        if not found then
            select h.hash into block_hash from audit_heads h where h.tenant_id = tenant;
        end if;
    end if;
    insert into audit_checks (tenant_id, id, checked_at, head_number, head_hash, blocks, entries, altered_entries, deleted_entries,
                              inserted_entries, bad_blocks, first_problem, first_block, first_entry)
    values (tenant, time_ordered_uuid(), began, seen, coalesce(block_hash, ''), blocks, entries, altered, deleted, inserted, bad, problem, problem_block,
            problem_entry);
end $$;
revoke execute on function note_audit_check(
    timestamptz, bigint, bigint, bigint, bigint, bigint, bigint, bigint, text, bigint, uuid) from public;
grant execute on function note_audit_check(
    timestamptz, bigint, bigint, bigint, bigint, bigint, bigint, bigint, text, bigint, uuid) to pulso_app;
