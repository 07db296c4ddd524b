--liquibase formatted sql

--changeset platform:003-outbox splitStatements:false
create table outbox_events (
    tenant_id    uuid        not null,
    id           uuid        not null,
    type         text        not null,
    aggregate_id uuid        not null,
    payload      jsonb       not null,
    occurred_at  timestamptz not null,
    actor_id     uuid,
    actor        text        not null,
    request_id   text,
    published_at timestamptz,
    primary key (tenant_id, id)
);
create index outbox_events_aggregate on outbox_events (tenant_id, aggregate_id, id);
select make_tenant_table('outbox_events', audited => false);

-- What the relay polls. It holds pointers only, no tenant's data, so that one query serves all tenants.
create table outbox_queue (
    seq             bigint generated always as identity primary key,
    tenant_id       uuid        not null,
    event_id        uuid        not null,
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
        autovacuum_vacuum_cost_delay = 0);
create index outbox_queue_due on outbox_queue (next_attempt_at, seq);
grant select, insert, update, delete on outbox_queue to pulso_app;

-- A handler that has seen an event does not act on it twice.
create table handled_events (
    tenant_id  uuid        not null,
    handler    text        not null,
    event_id   uuid        not null,
    handled_at timestamptz not null default now(),
    primary key (tenant_id, handler, event_id)
);
select make_tenant_table('handled_events', audited => false);

--changeset platform:003-job-runs splitStatements:false
create table job_runs (
    tenant_id    uuid        not null,
    id           uuid        not null,
    job          text        not null,
    on_date      date        not null,
    trigger      text        not null check (trigger in ('schedule', 'manual')),
    status       text        not null default 'queued' check (status in ('queued', 'running', 'succeeded', 'failed')),
    started_at   timestamptz,
    finished_at  timestamptz,
    heartbeat_at timestamptz,
    counts       jsonb       not null default '{}',
    error        text,
    requested_by text        not null,
    created_at   timestamptz not null default now(),
    primary key (tenant_id, id)
);
-- The scheduler runs a job once per tenant and day, however many nodes try.
create unique index job_runs_once_per_day on job_runs (tenant_id, job, on_date) where trigger = 'schedule';
create index job_runs_latest on job_runs (tenant_id, job, id);
select make_tenant_table('job_runs', audited => false);

--changeset platform:003-idempotency splitStatements:false
create table idempotency_keys (
    tenant_id    uuid        not null,
    key          text        not null check (length(key) between 1 and 255),
    operation    text        not null,
    request_hash text        not null,
    status       int,
    answer       jsonb,
    created_at   timestamptz not null default now(),
    primary key (tenant_id, key, operation)
);
create index idempotency_keys_age on idempotency_keys (tenant_id, created_at);
select make_tenant_table('idempotency_keys', audited => false);
