--liquibase formatted sql

--changeset pulso:lists-220-exports splitStatements:true
-- Rows of lists as files (docs/adr/0056-exports.md): what was asked for and how it has ended, which the trail tells.
create table exports (
    tenant_id     uuid        not null,
    id            uuid        not null,
    kind          text        not null check (kind ~ '^[a-z_]{1,40}$'),
    filters       text        not null default '{}' check (length(filters) <= 100000),
    sort          text        check (length(sort) <= 50),
    -- A list of {name, label}.
    columns       text        not null check (length(columns) <= 40000),
    format        text        not null check (format in ('csv', 'xlsx', 'json')),
    conventions   text        not null check (conventions in ('standard', 'pt-BR', 'en')),
    file_name     text        not null check (length(file_name) between 1 and 255),
    status        text        not null default 'queued' check (status in ('queued', 'succeeded', 'failed')),
    code          text        check (length(code) <= 60),
    total_count   int         not null check (total_count >= 0),
    row_count     int         not null default 0 check (row_count >= 0),
    size_bytes    bigint,
    -- Gone before the row is.
    file_id       uuid,
    expires_at    timestamptz,
    -- On whose behalf: a person, by what it may do when it is written.
    created_by_id uuid        not null,
    request_id    text,
    finished_at   timestamptz,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    primary key (tenant_id, id),
    constraint exports_file_fk foreign key (tenant_id, file_id) references files (tenant_id, id) on delete set null (file_id)
);
create index exports_maker_idx on exports (tenant_id, created_by_id, created_at, id);
create index exports_file_idx on exports (tenant_id, file_id) where file_id is not null;
create index exports_open_idx on exports (tenant_id, id) where status = 'queued';
select make_tenant_table('exports');
select make_record_kind('exports', 'export');
select business_time('exports', 'created_at', 'updated_at');

-- How far one that is being written has come, apart from what the trail tells. Whoever finds another attempt in it has been replaced.
create table export_progress (
    tenant_id  uuid        not null,
    -- Of the export.
    id         uuid        not null,
    attempt    uuid        not null,
    row_count  int         not null default 0,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    constraint export_progress_export_fk foreign key (tenant_id, id) references exports (tenant_id, id) on delete cascade
);
select make_tenant_table('export_progress', audited => false);

--changeset pulso:lists-220-exports-live splitStatements:false
-- To who has ordered it, and to nobody else.
create function announce_export() returns trigger language plpgsql as $$
declare
    e exports := case tg_op when 'DELETE' then old else new end;
begin
    insert into live_log (tenant_id, permission, type, record_id, user_id)
    values (e.tenant_id, 'authenticated',
            'export.' || case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'updated' else 'deleted' end,
            e.id, e.created_by_id);
    return null;
end $$;
create trigger announce_export after insert or update or delete on exports for each row execute function announce_export();

create function announce_export_progress() returns trigger language plpgsql as $$
begin
    insert into live_log (tenant_id, permission, type, record_id, user_id)
    select e.tenant_id, 'authenticated', 'export.updated', e.id, e.created_by_id
    from exports e where e.tenant_id = new.tenant_id and e.id = new.id;
    return null;
end $$;
create trigger announce_export_progress after insert or update on export_progress
    for each row execute function announce_export_progress();
