--liquibase formatted sql

--changeset pulso:crm-001-companies splitStatements:true
create table companies (
    tenant_id  uuid        not null,
    id         uuid        not null,
    name       text        not null check (length(name) between 1 and 200),
    tax_id     text        check (length(tax_id) = 14),
    domain     text,
    industry   text,
    size       text,
    website    text,
    phone      text,
    notes      text,
    -- What two spellings of one name have in common; leads find the company they belong to by it.
    name_key   text        not null generated always as (normalize_search(regexp_replace(name, '\s+', ' ', 'g'))) stored,
    search     text        not null generated always as (normalize_search(
                               name || ' ' || coalesce(domain, '') || ' ' || coalesce(tax_id, '') || ' ' || coalesce(industry, ''))) stored,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version    int         not null default 0,
    primary key (tenant_id, id),
    constraint companies_tax_id_key unique (tenant_id, tax_id)
);
create index companies_name_idx on companies (tenant_id, name, id);
create index companies_created_idx on companies (tenant_id, created_at, id);
create index companies_name_key_idx on companies (tenant_id, name_key);
select make_tenant_table('companies');

--changeset pulso:crm-001-contacts splitStatements:true
create table contacts (
    tenant_id  uuid        not null,
    id         uuid        not null,
    name       text        not null check (length(name) between 1 and 200),
    email      text,
    phone      text,
    position   text,
    company_id uuid,
    is_primary boolean     not null default false,
    notes      text,
    search     text        not null generated always as (normalize_search(
                               name || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(position, ''))) stored,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version    int         not null default 0,
    primary key (tenant_id, id),
    constraint contacts_company_fk foreign key (tenant_id, company_id) references companies (tenant_id, id),
    constraint contacts_primary_needs_company check (company_id is not null or not is_primary)
);
create unique index contacts_is_primary_key on contacts (tenant_id, company_id) where is_primary;
create index contacts_name_idx on contacts (tenant_id, name, id);
create index contacts_created_idx on contacts (tenant_id, created_at, id);
create index contacts_company_idx on contacts (tenant_id, company_id, name, id);
create index contacts_email_idx on contacts (tenant_id, email) where email is not null;
create index contacts_phone_idx on contacts (tenant_id, phone) where phone is not null;
select make_tenant_table('contacts');

--changeset pulso:crm-001-pipelines splitStatements:true
create table pipelines (
    tenant_id         uuid        not null,
    id                uuid        not null,
    name              text        not null check (length(name) between 1 and 100),
    is_default        boolean     not null default false,
    -- An edit of the stages alone must change the pipeline's row too, and with it the version that guards both.
    stages_changed_at timestamptz not null default now(),
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now(),
    version           int         not null default 0,
    primary key (tenant_id, id),
    constraint pipelines_name_key unique (tenant_id, name)
);
create unique index pipelines_is_default_key on pipelines (tenant_id) where is_default;
select make_tenant_table('pipelines');

create table stages (
    tenant_id   uuid        not null,
    id          uuid        not null,
    pipeline_id uuid        not null,
    ordinal     int         not null check (ordinal >= 0),
    name        text        not null check (length(name) between 1 and 100),
    type        text        not null check (type in ('open', 'won', 'lost')),
    probability int         not null check (probability between 0 and 100),
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    version     int         not null default 0,
    primary key (tenant_id, id),
    constraint stages_pipeline_fk foreign key (tenant_id, pipeline_id) references pipelines (tenant_id, id),
    -- What a deal points at: with it, a deal's status cannot differ from the type of its stage.
    constraint stages_type_key unique (tenant_id, pipeline_id, id, type),
    -- Deferred, because a new order is written row by row.
    constraint stages_ordinal_key unique (tenant_id, pipeline_id, ordinal) deferrable initially deferred
);
select make_tenant_table('stages');

--changeset pulso:crm-001-leads-and-deals splitStatements:true
create table leads (
    tenant_id    uuid        not null,
    id           uuid        not null,
    name         text        not null check (length(name) between 1 and 200),
    email        text,
    phone        text,
    company_name text,
    source       text,
    stage        text        not null default 'new' check (stage in ('new', 'contacted', 'qualified', 'unqualified', 'converted')),
    tags         text[]      not null default '{}',
    -- People belong to the identity module: a reference by value.
    owner_id     uuid,
    bant_score   int         not null default 0 check (bant_score between 0 and 100),
    notes        text,
    deal_id      uuid,
    search       text        not null generated always as (normalize_search(
                                 name || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(company_name, ''))) stored,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    version      int         not null default 0,
    primary key (tenant_id, id),
    constraint leads_converted_has_deal check ((stage = 'converted') = (deal_id is not null))
);
create index leads_created_idx on leads (tenant_id, created_at, id);
create index leads_name_idx on leads (tenant_id, name, id);
create index leads_bant_score_idx on leads (tenant_id, bant_score, id);
create index leads_owner_idx on leads (tenant_id, owner_id, created_at, id);
create index leads_stage_idx on leads (tenant_id, stage, created_at, id);
create index leads_email_idx on leads (tenant_id, email) where email is not null;
create index leads_phone_idx on leads (tenant_id, phone) where phone is not null;
create unique index leads_deal_key on leads (tenant_id, deal_id) where deal_id is not null;

create table deals (
    tenant_id         uuid        not null,
    id                uuid        not null,
    title             text        not null check (length(title) between 1 and 200),
    amount_cents      bigint      not null default 0 check (amount_cents >= 0),
    currency          char(3)     not null check (currency ~ '^[A-Z]{3}$'),
    pipeline_id       uuid        not null,
    stage_id          uuid        not null,
    -- Fractional key: order within the stage. Bytes, not language, decide.
    position          text        collate "C" not null check (position <> ''),
    company_id        uuid,
    contact_id        uuid,
    owner_id          uuid,
    expected_close_on date,
    status            text        not null default 'open' check (status in ('open', 'won', 'lost')),
    closed_on         date,
    lost_reason       text        check (length(lost_reason) <= 500),
    lead_id           uuid,
    customer_id       uuid,
    external_id       text,
    stage_entered_at  timestamptz not null default now(),
    search            text        not null generated always as (normalize_search(title)) stored,
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now(),
    version           int         not null default 0,
    primary key (tenant_id, id),
    constraint deals_closed_has_date check ((status = 'open') = (closed_on is null)),
    constraint deals_lost_has_reason check (status = 'lost' or lost_reason is null),
    constraint deals_stage_fk foreign key (tenant_id, pipeline_id, stage_id, status)
        references stages (tenant_id, pipeline_id, id, type),
    constraint deals_company_fk foreign key (tenant_id, company_id) references companies (tenant_id, id),
    constraint deals_contact_fk foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
    constraint deals_lead_fk foreign key (tenant_id, lead_id) references leads (tenant_id, id),
    constraint deals_customer_fk foreign key (tenant_id, customer_id) references customers (tenant_id, id),
    constraint deals_external_id_key unique (tenant_id, external_id)
);
-- The board: a column in its order, and with the included columns its totals without touching the table.
create index deals_board_idx on deals (tenant_id, stage_id, position, id) include (amount_cents, owner_id);
create index deals_created_idx on deals (tenant_id, created_at, id);
create index deals_amount_idx on deals (tenant_id, amount_cents, id);
create index deals_title_idx on deals (tenant_id, title, id);
create index deals_expected_close_idx on deals (tenant_id, coalesce(expected_close_on, date 'infinity'), id);
create index deals_status_idx on deals (tenant_id, status, created_at, id);
create index deals_owner_idx on deals (tenant_id, owner_id, created_at, id);
create index deals_company_idx on deals (tenant_id, company_id, created_at, id) where company_id is not null;
create index deals_contact_idx on deals (tenant_id, contact_id, created_at, id) where contact_id is not null;
create index deals_customer_idx on deals (tenant_id, customer_id) where customer_id is not null;
create unique index deals_lead_key on deals (tenant_id, lead_id) where lead_id is not null;

-- Before the policies: a key is checked against rows, and without a tenant there is none to see.
alter table leads add constraint leads_deal_fk foreign key (tenant_id, deal_id) references deals (tenant_id, id);
select make_tenant_table('leads');
select make_tenant_table('deals');
