--liquibase formatted sql

--changeset pulso:customers-001 splitStatements:true
create table customers (
    tenant_id          uuid        not null,
    id                 uuid        not null,
    name               text        not null check (length(name) between 1 and 200),
    kind               text        not null check (kind in ('person', 'company')),
    tax_id             text        check (length(tax_id) in (11, 14)),
    email              text,
    phone              text,
    billing_status     text        not null default 'current' check (billing_status in ('current', 'delinquent', 'blocked')),
    -- The company and the deal belong to the sales module: references by value, so that modules can be read and moved apart.
    company_id         uuid,
    crm_deal_id        uuid,
    account_manager_id uuid,
    external_id        text,
    notes              text,
    search             text        not null generated always as (normalize_search(
                                       name || ' ' || coalesce(email, '') || ' ' || coalesce(tax_id, '') || ' ' || coalesce(phone, ''))) stored,
    created_at         timestamptz not null default now(),
    updated_at         timestamptz not null default now(),
    version            int         not null default 0,
    primary key (tenant_id, id),
    constraint customers_tax_id_key unique (tenant_id, tax_id),
    constraint customers_external_id_key unique (tenant_id, external_id)
);
create index customers_name_idx on customers (tenant_id, name, id);
create index customers_created_idx on customers (tenant_id, created_at, id);
create index customers_company_idx on customers (tenant_id, company_id) where company_id is not null;
select make_tenant_table('customers');
