--liquibase formatted sql

--changeset platform:110-work splitStatements:false
-- What waits to be done, for every kind of work: one row for each that has to do something about a fact. Pointers only, no
-- content, so that one statement finds what is due for all tenants. See docs/adr/0020.
create table work (
    -- Who does it: the name of an event's subscriber, or mail, imports, jobs.
    queue      text        not null check (length(queue) between 1 and 100),
    tenant_id  uuid        not null,
    -- Of one key only the oldest is worked on, the others wait for it: the record that an event is about.
    key        uuid        not null,
    seq        bigint      not null generated always as identity,
    id         uuid        not null default gen_random_uuid(),
    -- What is to be done: an event, a mail, an import, a run.
    ref        uuid        not null,
    -- When it may be taken. While somebody works on it, when that lease runs out; infinity: behind another of its key.
    due_at     timestamptz not null default now(),
    -- Drawn anew with every lease, so that who lost one cannot end what another does.
    leased_by  uuid,
    -- Orderly failures, and processes that died of it.
    failures   int         not null default 0,
    crashes    int         not null default 0,
    created_at timestamptz not null default now(),
    -- Left to a person.
    dead_at    timestamptz,
    -- Why it failed last, without values of records.
    error      text,
    primary key (queue, tenant_id, key, seq)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);
create index work_due on work (queue, due_at) where dead_at is null;
create index work_of_tenant on work (queue, tenant_id, due_at, seq) where dead_at is null;
create index work_leased on work (queue, tenant_id) where leased_by is not null;
create index work_dead on work (tenant_id, seq) where dead_at is not null;

-- Inside a tenant's transaction only its own rows exist; without a tenant, for who hands work out, those of all.
alter table work enable row level security;
alter table work force row level security;
create policy tenant_inserts on work for insert with check (tenant_id = current_setting('app.tenant_id')::uuid);
create policy own_or_all_read on work for select using (
    (select coalesce(current_setting('app.tenant_id', true), '')) = ''
    or tenant_id = (select nullif(current_setting('app.tenant_id', true), ''))::uuid);
create policy own_or_all_change on work for update using (
    (select coalesce(current_setting('app.tenant_id', true), '')) = ''
    or tenant_id = (select nullif(current_setting('app.tenant_id', true), ''))::uuid);
create policy own_or_all_end on work for delete using (
    (select coalesce(current_setting('app.tenant_id', true), '')) = ''
    or tenant_id = (select nullif(current_setting('app.tenant_id', true), ''))::uuid);
grant select, insert, update, delete on work to pulso_app;

--changeset platform:110-work-functions splitStatements:false
-- All functions read by index whatever the planner knew when it first met them: the table is mostly empty, and a plan made
-- for an empty one would read four hundred thousand rows to find one.

-- Taking and ending exclude each other per queue and tenant: who sets a row aside behind another of its key must be
-- sure that this other does not end just then. Publishing takes no lock and never waits.
create function lock_work(q text, tenant uuid) returns void language sql
    return pg_advisory_xact_lock(hashtextextended(q || tenant::text, 20));

-- The next of a key, which waited for the one that has just ended.
create function wake_work(q text, tenant uuid, of_key uuid) returns void language plpgsql
    set enable_seqscan = off set enable_sort = off as $$
begin
    update work w set due_at = clock_timestamp()
    where w.queue = q and w.tenant_id = tenant and w.key = of_key and w.due_at = 'infinity' and w.dead_at is null
      and w.seq = (select next.seq from work next
                   where next.queue = q and next.tenant_id = tenant and next.key = of_key and next.dead_at is null
                   order by next.queue, next.tenant_id, next.key, next.seq limit 1);
end $$;

-- Hands out what is due, to one taker at a time: from each tenant the same share, beginning behind the tenant that the
-- taker was served last, and of each key the oldest. Every row of the answer is leased. A process that died while it
-- worked on a row counts against the row; such a suspect is handed out only when the taker holds none, so that it brings
-- down no neighbour twice. A row with seq 0 says that many were set aside and more may be found at once.
create function take_work(q text, lease uuid, after uuid, free int, each int, suspects boolean,
                          patience interval)
    returns table (seq bigint, tenant_id uuid, key uuid, id uuid, ref uuid, failures int, crashes int)
    language plpgsql set enable_seqscan = off set enable_sort = off set enable_bitmapscan = off as $$
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

-- The first statement of every transaction that works for a lease: it fails when the lease was lost, and as long as the
-- transaction lasts nobody can take the row over (that needs FOR UPDATE, which waits for KEY SHARE; signs of life do
-- not). So a process that was frozen and comes back writes nothing more.
create function hold_work(q text, of_key uuid, number bigint, lease uuid) returns void language plpgsql
    set enable_seqscan = off as $$
begin
    perform from work w
    where w.queue = q and w.tenant_id = current_setting('app.tenant_id')::uuid and w.key = of_key and w.seq = number
      and w.leased_by = lease for key share;
    if not found then
        raise exception 'work % of % is no longer leased by %', number, q, lease using errcode = 'PU001';
    end if;
end $$;

-- Done. False when the lease was lost: whoever has it now decides.
create function finish_work(q text, tenant uuid, of_key uuid, number bigint, lease uuid) returns boolean
    language plpgsql set enable_seqscan = off as $$
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

-- Failed in an orderly way: again after a pause, or, without one, left to a person. False when the lease was lost.
create function fail_work(q text, tenant uuid, of_key uuid, number bigint, lease uuid, pause interval, why text)
    returns boolean language plpgsql set enable_seqscan = off as $$
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

--changeset platform:110-old-queues splitStatements:false
-- What waits in the queues of the release before goes on here, and what one of its processes still puts there as well;
-- the next release drops them. All events go to the one subscriber there was, which leaves alone what it does not want.
create function forward_event() returns trigger language plpgsql as $$
begin
    insert into work (queue, tenant_id, key, ref)
    values ('billing.customer-standing', new.tenant_id, new.event_id, new.event_id);
    return null;
end $$;
create trigger forward before insert on outbox_queue for each row execute function forward_event();
create function forward_mail() returns trigger language plpgsql as $$
begin
    insert into work (queue, tenant_id, key, ref) values ('mail', new.tenant_id, new.mail_id, new.mail_id);
    return null;
end $$;
create trigger forward before insert on mail_queue for each row execute function forward_mail();
alter table work no force row level security;
insert into work (queue, tenant_id, key, ref, failures, dead_at)
select 'billing.customer-standing', tenant_id, event_id, event_id, attempts,
       case when next_attempt_at = 'infinity' then now() end
from outbox_queue order by seq;
insert into work (queue, tenant_id, key, ref, failures)
select 'mail', tenant_id, mail_id, mail_id, attempts from mail_queue order by next_attempt_at;
alter table work force row level security;
delete from outbox_queue;
delete from mail_queue;
