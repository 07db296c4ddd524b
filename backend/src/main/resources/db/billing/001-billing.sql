--liquibase formatted sql

--changeset pulso:billing-001-invoices
create table invoices (
    tenant_id       uuid        not null,
    id              uuid        not null,
    -- Gapless per tenant; taken when the invoice is issued, never given back.
    number          bigint      check (number > 0),
    origin          text        not null check (origin in ('manual', 'run')),
    customer_id     uuid        not null,
    -- As billed: an invoice does not change when its customer does.
    customer_name   text        not null,
    customer_tax_id text,
    contract_id     uuid,
    period_start    date,
    period_end      date,
    currency        char(3)     not null check (currency ~ '^[A-Z]{3}$'),
    total_cents     bigint      not null check (total_cents > 0),
    paid_cents      bigint      not null default 0,
    -- overdue is not stored: it is issued, and due before the tenant's today.
    status          text        not null default 'draft' check (status in ('draft', 'issued', 'paid', 'cancelled')),
    issued_on       date,
    due_on          date        not null,
    last_paid_on    date,
    cancel_reason   text,
    notes           text        check (length(notes) <= 2000),
    search          text        not null generated always as (normalize_search(
                                    customer_name || ' ' || coalesce(customer_tax_id, '') || ' ' || coalesce(number::text, ''))) stored,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    version         int         not null default 0,
    primary key (tenant_id, id),
    constraint invoices_customer_fk foreign key (tenant_id, customer_id) references customers (tenant_id, id),
    constraint invoices_contract_fk foreign key (tenant_id, contract_id) references contracts (tenant_id, id),
    constraint invoices_number_key unique (tenant_id, number),
    -- What makes the invoice run safe to repeat: a contract has one invoice per period, whatever happens.
    -- Invoices by hand have no period, so any number of them may point at a contract.
    constraint invoices_period_key unique (tenant_id, contract_id, period_start),
    constraint invoices_origin_rule check (
        case origin when 'run' then contract_id is not null and period_start is not null and period_end is not null
                    else period_start is null and period_end is null end),
    constraint invoices_period_rule check (period_start <= period_end),
    constraint invoices_paid_rule check (paid_cents between 0 and total_cents),
    constraint invoices_paid_on_rule check ((last_paid_on is null) = (paid_cents = 0)),
    constraint invoices_number_rule check ((number is null) = (issued_on is null)),
    constraint invoices_status_rule check (
        case status when 'draft' then number is null and paid_cents = 0
                    when 'issued' then number is not null and paid_cents < total_cents
                    when 'paid' then number is not null and paid_cents = total_cents
                    else paid_cents = 0 end),
    constraint invoices_cancel_rule check ((status = 'cancelled') = (cancel_reason is not null))
);
create index invoices_created_idx on invoices (tenant_id, created_at, id);
-- Drafts sort as the newest numbers.
create index invoices_number_idx on invoices (tenant_id, coalesce(number, 9223372036854775807), id);
create index invoices_due_idx on invoices (tenant_id, due_on, id);
create index invoices_total_idx on invoices (tenant_id, total_cents, id);
create index invoices_customer_idx on invoices (tenant_id, customer_id, created_at, id);
-- Small ones for what is looked for all the time: what is owed, and what the run has yet to number.
create index invoices_open_idx on invoices (tenant_id, due_on, id) where status = 'issued';
create index invoices_unnumbered_idx on invoices (tenant_id, id) where status = 'draft' and origin = 'run';
-- Numbers must not vanish: an invoice is cancelled, never deleted.
select make_tenant_table('invoices', grants => 'select, insert, update');

--changeset pulso:billing-001-invoice-items
create table invoice_items (
    tenant_id   uuid          not null,
    id          uuid          not null,
    invoice_id  uuid          not null,
    position    int           not null check (position >= 0),
    description text          not null check (length(description) between 1 and 300),
    kind        text          not null check (kind in ('plan', 'product', 'service')),
    quantity    numeric(10,3) not null check (quantity > 0),
    unit_cents  bigint        not null check (unit_cents >= 0),
    total_cents bigint        not null,
    primary key (tenant_id, id),
    constraint invoice_items_invoice_fk foreign key (tenant_id, invoice_id) references invoices (tenant_id, id),
    constraint invoice_items_position_key unique (tenant_id, invoice_id, position),
    -- round() of a numeric rounds half away from zero: half up, since nothing here is negative.
    constraint invoice_items_total_rule check (total_cents = round(quantity * unit_cents))
);
select make_tenant_table('invoice_items', grants => 'select, insert');

--changeset pulso:billing-001-payments
create table payments (
    tenant_id    uuid        not null,
    id           uuid        not null,
    invoice_id   uuid        not null,
    amount_cents bigint      not null check (amount_cents > 0),
    method       text        not null check (method in ('pix', 'boleto', 'card', 'transfer')),
    paid_on      date        not null,
    -- Id at the bank or gateway; the same money must not be recorded twice.
    reference    text        check (length(reference) between 1 and 200),
    recorded_at  timestamptz not null default now(),
    primary key (tenant_id, id),
    constraint payments_invoice_fk foreign key (tenant_id, invoice_id) references invoices (tenant_id, id)
);
create unique index payments_reference_key on payments (tenant_id, method, reference) where reference is not null;
create index payments_invoice_idx on payments (tenant_id, invoice_id, id);
select make_tenant_table('payments', grants => 'select, insert');

--changeset pulso:billing-001-invoice-counters
-- The last number given. Its row is locked while numbers are taken, in short transactions only.
create table invoice_counters (
    tenant_id   uuid   not null primary key,
    last_number bigint not null default 0 check (last_number >= 0)
);
select make_tenant_table('invoice_counters', audited => false, grants => 'select, insert, update');

--changeset pulso:billing-001-invoice-run-days
-- The days the invoice run has been through, so that it can tell a period that nobody looked at (the product was down)
-- from one that was looked at and rightly not billed (the contract was frozen).
create table invoice_run_days (
    tenant_id uuid        not null,
    on_date   date        not null,
    -- When the latest complete run for that day began.
    run_at    timestamptz not null,
    primary key (tenant_id, on_date)
);
select make_tenant_table('invoice_run_days', audited => false, grants => 'select, insert, update');

--changeset pulso:billing-002-number-index
-- Without the drafts, whose null numbers made this the smallest index of a young table: a foreign-key check then looked for
-- its invoice through all drafts of the tenant.
alter table invoices drop constraint invoices_number_key;
create unique index invoices_number_key on invoices (tenant_id, number) where number is not null;
