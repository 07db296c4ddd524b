--liquibase formatted sql

--changeset pulso:lists-200-views splitStatements:true
-- Questions about lists that are kept (docs/adr/0050-views-bulk-export.md). They hold no rows and grant nothing.
create table views (
    tenant_id     uuid        not null,
    id            uuid        not null,
    kind          text        not null check (kind ~ '^[a-z_]{1,40}$'),
    name          text        not null check (length(name) between 1 and 80),
    -- An object of the list's own query parameters, and its order.
    filters       text        not null default '{}' check (length(filters) <= 100000),
    sort          text        check (length(sort) <= 50),
    -- A list of {name, width}; empty: as the list has them.
    columns       text        not null default '[]' check (length(columns) <= 20000),
    visibility    text        not null default 'private' check (visibility in ('private', 'team', 'company')),
    -- People and teams belong to the identity module: references by value. Who is in no such team any more does not see it.
    team_id       uuid,
    created_by_id uuid        not null,
    position      int         not null default 0 check (position >= 0),
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    version       int         not null default 0,
    primary key (tenant_id, id),
    constraint views_team_of_shared check ((visibility = 'team') = (team_id is not null))
);
create index views_kind_idx on views (tenant_id, kind, position, id);
create index views_created_idx on views (tenant_id, created_at, id);
select make_tenant_table('views');
select make_record_kind('views', 'view');
select business_time('views', 'created_at', 'updated_at');

--changeset pulso:lists-200-views-live splitStatements:false
-- To who may read the kind; of a private one to its maker alone.
create function announce_view() returns trigger language plpgsql as $$
declare
    v   views := case tg_op when 'DELETE' then old else new end;
    was text  := case tg_op when 'INSERT' then new.visibility else old.visibility end;
begin
    insert into live_log (tenant_id, permission, type, record_id, version, user_id)
    values (v.tenant_id,
            case v.kind when 'customers' then 'customers.customers:read' when 'contracts' then 'portfolio.contracts:read'
                        when 'invoices' then 'billing.invoices:read' else 'crm.' || v.kind || ':read' end,
            'view.' || case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'updated' else 'deleted' end,
            v.id, case tg_op when 'DELETE' then null else v.version end,
            case when v.visibility = 'private' and was = 'private' then v.created_by_id end);
    return null;
end $$;
create trigger announce_view after insert or update or delete on views for each row execute function announce_view();
