--liquibase formatted sql

--changeset pulso:crm-230-goals splitStatements:true
-- What people aim to sell, month by month (docs/adr/0060-forecast.md).
create table goals (
    tenant_id    uuid        not null,
    id           uuid        not null,
    -- People belong to the identity module: a reference by value.
    owner_id     uuid        not null,
    month        date        not null check (extract(day from month) = 1),
    amount_cents bigint      not null check (amount_cents >= 0),
    currency     char(3)     not null check (currency ~ '^[A-Z]{3}$'),
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    version      int         not null default 0,
    primary key (tenant_id, id),
    constraint goals_month_key unique (tenant_id, owner_id, month)
);
create index goals_created_idx on goals (tenant_id, created_at, id);
create index goals_month_idx on goals (tenant_id, month, id);
create index goals_changes_idx on goals (tenant_id, updated_at, id);
select make_tenant_table('goals');
select make_live_table('goals', 'goal', 'crm.goals:read', 'deals');
select business_time('goals', 'created_at', 'updated_at');
-- Who sees somebody's deals sees what that person aims at.
create policy record_scope on goals as restrictive using (
    not (select reach_is_limited('deals')) or owner_id = any ((select reached_owners('deals'))::uuid[])
);

--changeset pulso:crm-230-goals-leave splitStatements:false
create trigger note_deleted after delete on goals for each row execute function note_deleted();
