--liquibase formatted sql

--changeset pulso:imports-001
create table imports (
    tenant_id   uuid        not null,
    id          uuid        not null,
    entity      text        not null,
    file_name   text        not null,
    charset     text        not null,
    separator   text        not null check (length(separator) = 1),
    columns     jsonb       not null,
    mapping     text        not null,
    options     text,
    status      text        not null default 'queued' check (status in ('queued', 'running', 'succeeded', 'failed')),
    -- Rows dealt with so far, blank ones included. A batch is stored together with its progress, so that an import that
    -- was interrupted goes on behind it.
    rows        bigint      not null default 0,
    total_rows  bigint      not null,
    created     bigint      not null default 0,
    updated     bigint      not null default 0,
    skipped     bigint      not null default 0,
    failed      bigint      not null default 0,
    result      jsonb       not null default '{}',
    error       text,
    -- On whose behalf it runs in the background.
    actor_id    uuid,
    actor       text        not null,
    request_id  text,
    started_at  timestamptz,
    finished_at timestamptz,
    created_at  timestamptz not null default now(),
    primary key (tenant_id, id)
);
create index imports_created_idx on imports (tenant_id, created_at, id);
select make_tenant_table('imports', audited => false);

--changeset pulso:imports-002
-- The file until the import has ended, in pieces that a connection carries easily. In the database, so that any node can
-- go on with it.
create table import_chunks (
    tenant_id uuid  not null,
    import_id uuid  not null,
    place     int   not null,
    content   bytea not null,
    primary key (tenant_id, import_id, place),
    constraint import_chunks_import_fk foreign key (tenant_id, import_id) references imports (tenant_id, id) on delete cascade
);
select make_tenant_table('import_chunks', audited => false);

create table import_failed_rows (
    tenant_id uuid   not null,
    import_id uuid   not null,
    line      bigint not null,
    cells     jsonb  not null,
    -- [{field, code, message}]
    errors    jsonb  not null,
    primary key (tenant_id, import_id, line),
    constraint import_failed_rows_import_fk foreign key (tenant_id, import_id) references imports (tenant_id, id) on delete cascade
);
select make_tenant_table('import_failed_rows', audited => false);

-- Imports that have not ended, for whichever node is free. It holds pointers only, no tenant's data, so that one query
-- serves all tenants. Who works on one renews the lease with every batch; a node that dies lets it run out.
create table import_queue (
    import_id   uuid        not null primary key,
    tenant_id   uuid        not null,
    attempts    int         not null default 0,
    lease_until timestamptz not null default '-infinity'
);
create index import_queue_due on import_queue (lease_until);
create index import_queue_tenant on import_queue (tenant_id, import_id);
grant select, insert, update, delete on import_queue to pulso_app;
