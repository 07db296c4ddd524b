--liquibase formatted sql

--changeset pulso:lists-210-bulk splitStatements:true
-- Actions on many records at once (docs/adr/0050-views-bulk-export.md), and what has become of each.
create table bulk_jobs (
    tenant_id       uuid        not null,
    id              uuid        not null,
    kind            text        not null check (kind ~ '^[a-z_]{1,40}$'),
    type            text        not null check (type ~ '^[a-z_]{1,40}$'),
    -- What the action needs, by the names of the API.
    params          text        not null default '{}' check (length(params) <= 20000),
    undoable        boolean     not null,
    status          text        not null default 'queued' check (status in ('queued', 'running', 'succeeded', 'failed')),
    total_count     int         not null check (total_count >= 0),
    done_count      int         not null default 0,
    unchanged_count int         not null default 0,
    refused_count   int         not null default 0,
    -- Of one that takes another one back: that one; and of that one, who takes it back.
    undo_of_id      uuid,
    undone_by_id    uuid,
    -- On whose behalf: a person, by what it may do when a batch has its turn.
    created_by_id   uuid        not null,
    request_id      text,
    started_at      timestamptz,
    finished_at     timestamptz,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    primary key (tenant_id, id)
);
create index bulk_jobs_maker_idx on bulk_jobs (tenant_id, created_by_id, created_at, id);
select make_tenant_table('bulk_jobs', audited => false);
select business_time('bulk_jobs', 'created_at', 'updated_at');

create table bulk_items (
    tenant_id        uuid not null,
    -- By which it is forgotten with the person that it is about.
    id               uuid not null default gen_random_uuid(),
    bulk_job_id      uuid not null,
    place            int  not null,
    record_id        uuid not null,
    -- The version that somebody has seen; null: whichever it has.
    expected_version int,
    state            text not null default 'pending' check (state in ('pending', 'done', 'unchanged', 'refused')),
    code             text,
    detail           text,
    -- What its fields were, and the version that the action has left behind: what it takes to take it back.
    before           text,
    version          int,
    primary key (tenant_id, bulk_job_id, place),
    constraint bulk_items_job_fk foreign key (tenant_id, bulk_job_id) references bulk_jobs (tenant_id, id) on delete cascade
);
create index bulk_items_record_idx on bulk_items (tenant_id, record_id);
select make_tenant_table('bulk_items', audited => false);

--changeset pulso:lists-210-bulk-live splitStatements:false
-- To who has ordered it, and to nobody else.
create function announce_bulk_job() returns trigger language plpgsql as $$
begin
    insert into live_log (tenant_id, permission, type, record_id, user_id)
    values (new.tenant_id, 'authenticated', 'bulk_job.' || case tg_op when 'INSERT' then 'created' else 'updated' end,
            new.id, new.created_by_id);
    return null;
end $$;
create trigger announce_bulk_job after insert or update on bulk_jobs for each row execute function announce_bulk_job();
