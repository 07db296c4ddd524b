--liquibase formatted sql

--changeset pulso:crm-220-closings splitStatements:true
-- A sale that was closed with the lines of its deal: what it makes, or has made (docs/adr/0059-lines-and-closing.md).
create table deal_closings (
    tenant_id        uuid        not null,
    id               uuid        not null,
    deal_id          uuid        not null,
    status           text        not null check (status in ('made', 'to_release', 'released', 'withdrawn')),
    customer_id      uuid,
    start_on         date        not null,
    billing_day      int         check (billing_day between 1 and 31),
    term_months      int         check (term_months between 1 and 120),
    issues_invoice   boolean     not null default false,
    currency         char(3)     not null check (currency ~ '^[A-Z]{3}$'),
    one_off_cents    bigint      not null check (one_off_cents >= 0),
    mrr_cents        bigint      not null check (mrr_cents >= 0),
    first_year_cents bigint      not null check (first_year_cents >= 0),
    -- Contracts and invoices belong to other modules, people to the identity module: references by value.
    contract_ids     text[]      not null default '{}',
    invoice_id       uuid,
    requested_by_id  uuid,
    released_by_id   uuid,
    released_at      timestamptz,
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    version          int         not null default 0,
    primary key (tenant_id, id),
    constraint deal_closings_deal_fk foreign key (tenant_id, deal_id) references deals (tenant_id, id) on delete cascade,
    constraint deal_closings_customer_fk foreign key (tenant_id, customer_id) references customers (tenant_id, id),
    constraint deal_closings_made_for_somebody check (status not in ('made', 'released') or customer_id is not null),
    constraint deal_closings_released_has_time check ((status = 'released') = (released_at is not null))
);
-- A deal waits once, however often its closing is asked for.
create unique index deal_closings_waiting_key on deal_closings (tenant_id, deal_id) where status = 'to_release';
create index deal_closings_deal_idx on deal_closings (tenant_id, deal_id, id);
create index deal_closings_created_idx on deal_closings (tenant_id, created_at, id);
create index deal_closings_changes_idx on deal_closings (tenant_id, updated_at, id);
create index deal_closings_status_idx on deal_closings (tenant_id, status, created_at, id);
create index deal_closings_customer_idx on deal_closings (tenant_id, customer_id) where customer_id is not null;
select make_tenant_table('deal_closings');
select make_record_kind('deal_closings', 'closing');
select business_time('deal_closings', 'created_at', 'updated_at');
create policy record_scope on deal_closings as restrictive using (
    not (select reach_is_limited('deals'))
    or exists (select from deals d where d.tenant_id = deal_closings.tenant_id and d.id = deal_closings.deal_id
               and d.owner_id = any ((select reached_owners('deals'))::uuid[]))
);

--changeset pulso:crm-220-costs splitStatements:true
-- What each charge costs, in the currency of the deal: the margin of the contract that it becomes.
alter table deal_lines add column cost_cents bigint not null default 0 check (cost_cents >= 0);
