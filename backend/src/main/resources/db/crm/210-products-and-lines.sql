--liquibase formatted sql

--changeset pulso:crm-210-products splitStatements:true
-- What the company sells, and the lines of its deals (docs/adr/0059-lines-and-closing.md).
create table products (
    tenant_id       uuid          not null,
    id              uuid          not null,
    name            text          not null check (length(name) between 1 and 200),
    code            text          check (length(code) between 1 and 50),
    -- In units of the currency.
    unit_price      numeric(21, 6) not null check (unit_price >= 0),
    currency        char(3)       not null check (currency ~ '^[A-Z]{3}$'),
    charge          text          not null check (charge in ('one_off', 'monthly', 'quarterly', 'semiannual', 'annual')),
    -- Of the portfolio, by its code: a reference by value.
    service_type    text,
    active          boolean       not null default true,
    external_source text          not null default 'default' check (external_source ~ '^[a-z0-9][a-z0-9_.-]{0,49}$'),
    external_id     text,
    metadata        text          not null default '{}',
    search          text          not null generated always as (normalize_search(name || ' ' || coalesce(code, ''))) stored,
    created_at      timestamptz   not null default now(),
    updated_at      timestamptz   not null default now(),
    version         int           not null default 0,
    primary key (tenant_id, id),
    constraint products_code_key unique (tenant_id, code),
    constraint products_external_id_key unique (tenant_id, external_id, external_source)
);
create index products_created_idx on products (tenant_id, created_at, id);
create index products_name_idx on products (tenant_id, name, id);
create index products_changes_idx on products (tenant_id, updated_at, id);
select make_tenant_table('products');
select make_live_table('products', 'product', 'crm.products:read');
select business_time('products', 'created_at', 'updated_at');

--changeset pulso:crm-210-lines splitStatements:true
create table deal_lines (
    tenant_id        uuid          not null,
    id               uuid          not null,
    deal_id          uuid          not null,
    product_id       uuid,
    description      text          not null check (length(description) between 1 and 200),
    quantity         numeric(10, 3) not null check (quantity > 0),
    unit_price       numeric(21, 6) not null check (unit_price >= 0),
    discount_percent numeric(5, 2) not null default 0 check (discount_percent between 0 and 100),
    charge           text          not null check (charge in ('one_off', 'monthly', 'quarterly', 'semiannual', 'annual')),
    service_type     text,
    -- In the currency of the deal, whose decimals only the program knows.
    total_cents      bigint        not null check (total_cents >= 0),
    created_at       timestamptz   not null default now(),
    updated_at       timestamptz   not null default now(),
    version          int           not null default 0,
    primary key (tenant_id, id),
    constraint deal_lines_deal_fk foreign key (tenant_id, deal_id) references deals (tenant_id, id) on delete cascade,
    constraint deal_lines_product_fk foreign key (tenant_id, product_id) references products (tenant_id, id)
);
create index deal_lines_deal_idx on deal_lines (tenant_id, deal_id, id);
create index deal_lines_product_idx on deal_lines (tenant_id, product_id) where product_id is not null;
select make_tenant_table('deal_lines');
select business_time('deal_lines', 'created_at', 'updated_at');
-- Who sees a deal sees its lines. Who reaches all deals pays nothing for it: the first condition is looked at once per statement.
create policy record_scope on deal_lines as restrictive using (
    not (select reach_is_limited('deals'))
    or exists (select from deals d where d.tenant_id = deal_lines.tenant_id and d.id = deal_lines.deal_id
               and d.owner_id = any ((select reached_owners('deals'))::uuid[]))
);

--changeset pulso:crm-210-amounts-of-lines splitStatements:true
-- What the lines of a deal come to is kept with it: boards and lists of many deals show it.
alter table deals
    add column amount_source text not null default 'manual' check (amount_source in ('manual', 'lines')),
    add column one_off_cents bigint not null default 0,
    add column mrr_cents bigint not null default 0,
    add column first_year_cents bigint not null default 0,
    -- An edit of a line must change the deal's row too, and with it the version that a closing is based on.
    add column lines_changed_at timestamptz;
