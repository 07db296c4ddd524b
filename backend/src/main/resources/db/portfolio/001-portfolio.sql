--liquibase formatted sql

--changeset pulso:portfolio-001
create table service_types (
    tenant_id  uuid        not null,
    id         uuid        not null,
    code       text        not null check (code ~ '^[a-z][a-z0-9_]{1,49}$'),
    name       text        not null check (length(name) between 1 and 100),
    built_in   boolean     not null default false,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    constraint service_types_code_key unique (tenant_id, code)
);
select make_tenant_table('service_types');

--changeset pulso:portfolio-002
create table contracts (
    tenant_id      uuid        not null,
    id             uuid        not null,
    customer_id    uuid        not null,
    -- The deal belongs to the sales module: a reference by value.
    deal_id        uuid,
    service_type   text        not null,
    title          text        not null check (length(title) between 1 and 200),
    description    text,
    billing_cycle  text        not null check (billing_cycle in ('monthly', 'quarterly', 'semiannual', 'annual')),
    amount_cents   bigint      not null check (amount_cents >= 0),
    cost_cents     bigint      not null default 0 check (cost_cents >= 0),
    currency       char(3)     not null check (currency ~ '^[A-Z]{3}$'),
    status         text        not null check (status in ('trial', 'active', 'frozen', 'cancelled')),
    -- Whether it earns between its first and last day: active ones do, and cancelled ones that were active until then.
    paying         boolean     not null,
    -- Since when its present terms hold; null: since ever. Days before it are looked up in contract_changes.
    terms_since    date,
    start_on       date        not null,
    end_on         date,
    next_review_on date,
    term_months    int         check (term_months between 1 and 120),
    billing_day    int         check (billing_day between 1 and 31),
    reference_type text,
    reference_id   text,
    external_id    text,
    internal_notes text,
    search         text        not null generated always as (normalize_search(
                                   title || ' ' || coalesce(reference_id, '') || ' ' || coalesce(external_id, ''))) stored,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    version        int         not null default 0,
    primary key (tenant_id, id),
    constraint contracts_customer_fk foreign key (tenant_id, customer_id) references customers (tenant_id, id),
    constraint contracts_service_type_fk foreign key (tenant_id, service_type) references service_types (tenant_id, code),
    constraint contracts_external_id_key unique (tenant_id, external_id),
    constraint contracts_dates_check check (end_on >= start_on),
    constraint contracts_cancelled_ends_check check (status <> 'cancelled' or end_on is not null),
    constraint contracts_paying_check check (status = 'cancelled' or paying = (status = 'active'))
);
create index contracts_title_idx on contracts (tenant_id, title, id);
create index contracts_created_idx on contracts (tenant_id, created_at, id);
create index contracts_amount_idx on contracts (tenant_id, amount_cents, id);
create index contracts_start_idx on contracts (tenant_id, start_on, id);
create index contracts_status_idx on contracts (tenant_id, status, start_on);
create index contracts_customer_idx on contracts (tenant_id, customer_id);
create index contracts_service_type_idx on contracts (tenant_id, service_type);
create index contracts_deal_idx on contracts (tenant_id, deal_id) where deal_id is not null;
select make_tenant_table('contracts');

--changeset pulso:portfolio-003
-- The terms of a contract over time. The row with the latest effective_on not after a day holds on that day; within a day
-- the last written. The first terms hold since ever ('-infinity'), so that moving start_on back leaves no gap. The dates of
-- a contract are not kept here: they are what is known of it now. Not audited: contracts are.
create table contract_changes (
    tenant_id     uuid        not null,
    id            uuid        not null default time_ordered_uuid(),
    contract_id   uuid        not null,
    effective_on  date        not null,
    amount_cents  bigint      not null,
    cost_cents    bigint      not null,
    billing_cycle text        not null,
    status        text        not null,
    paying        boolean     not null,
    created_at    timestamptz not null default now(),
    primary key (tenant_id, id),
    constraint contract_changes_contract_fk foreign key (tenant_id, contract_id) references contracts (tenant_id, id)
);
create index contract_changes_contract_idx on contract_changes (tenant_id, contract_id, effective_on desc, id desc);
select make_tenant_table('contract_changes', audited => false, grants => 'select, insert');
