--liquibase formatted sql

--changeset pulso:identity-040-look splitStatements:true
alter table tenants
    add column accent_color text check (accent_color ~ '^#[0-9a-f]{6}$'),
    add column logo_hash    text check (logo_hash ~ '^[0-9a-f]{64}$');

-- Apart from tenants, which every login and many requests read. Not audited: the hash in tenants says that it changed,
-- and the log is no place for pictures.
create table tenant_logos (
    tenant_id  uuid        not null primary key references tenants (id),
    hash       text        not null check (hash ~ '^[0-9a-f]{64}$'),
    media_type text        not null check (media_type in ('image/png', 'image/jpeg', 'image/webp')),
    content    bytea       not null check (octet_length(content) between 1 and 262144),
    updated_at timestamptz not null default now()
);
select make_tenant_table('tenant_logos', audited => false);

--changeset pulso:identity-040-calendar splitStatements:true
-- One row per tenant that has ever set them; without a row the product's own week counts. An interval is
-- 'weekday opens-closes' with minutes of the day, such as '1 540-1080': Monday from 09:00 to 18:00.
create table business_hours (
    tenant_id  uuid        not null references tenants (id),
    id         uuid        not null,
    intervals  text[]      not null check (cardinality(intervals) between 1 and 42),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version    int         not null,
    primary key (tenant_id, id)
);
create unique index business_hours_one_per_tenant on business_hours (tenant_id);
select make_tenant_table('business_hours');

create table holidays (
    tenant_id  uuid        not null references tenants (id),
    id         uuid        not null,
    day        date        not null check (day between '2000-01-01' and '2099-12-31'),
    name       text        not null check (length(name) between 1 and 120),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version    int         not null default 0,
    primary key (tenant_id, id)
);
create unique index holidays_day_key on holidays (tenant_id, day);
select make_tenant_table('holidays');
