--liquibase formatted sql

--changeset pulso:crm-240-lost-reasons splitStatements:true
-- Why deals are lost, as a company lists it (docs/adr/0067-pipelines.md). None is deleted: deals that were lost for it keep it.
create table lost_reasons (
    tenant_id  uuid        not null,
    id         uuid        not null default time_ordered_uuid(),
    name       text        not null check (length(name) between 1 and 100),
    -- What two spellings of one name have in common.
    name_key   text        not null generated always as (normalize_search(regexp_replace(name, '\s+', ' ', 'g'))) stored,
    ordinal    int         not null check (ordinal >= 0),
    archived   boolean     not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version    int         not null default 0,
    primary key (tenant_id, id),
    constraint lost_reasons_name_key_key unique (tenant_id, name_key)
);
create index lost_reasons_ordinal_idx on lost_reasons (tenant_id, ordinal, id);

--changeset pulso:crm-240-lost-reasons-of-companies splitStatements:false
-- Companies that are there already begin with the usual list and with the words that they lost several deals with. Before the table
-- is audited: nobody has done this.
do $$
declare tenant uuid;
begin
    for tenant in select tenant_id from tenant_directory loop
        perform set_config('app.tenant_id', tenant::text, true);
        insert into lost_reasons (tenant_id, name, ordinal)
        select tenant, u.name, u.place::int - 1
        from unnest(array['Preço', 'Escolheu um concorrente', 'Parou de responder', 'Sem orçamento', 'Não é o momento',
                          'Não atende ao que precisa']) with ordinality as u(name, place);
        insert into lost_reasons (tenant_id, name, ordinal)
        select tenant, w.name, 5 + (row_number() over (order by w.deals desc, w.name))::int
        from (select min(regexp_replace(btrim(d.lost_reason), '\s+', ' ', 'g')) as name, count(*) as deals
              from deals d
              where d.tenant_id = tenant and d.lost_reason is not null
                and length(btrim(d.lost_reason)) between 1 and 100
              group by normalize_search(regexp_replace(btrim(d.lost_reason), '\s+', ' ', 'g'))
              having count(*) >= 3
              order by count(*) desc limit 30) w
        on conflict do nothing;
    end loop;
end $$;

--changeset pulso:crm-240-lost-reasons-kept splitStatements:true
select make_tenant_table('lost_reasons');
select make_live_table('lost_reasons', 'lost_reason', 'crm.deals:read');
select business_time('lost_reasons', 'created_at', 'updated_at');
alter table deals add column lost_reason_id uuid;

--changeset pulso:crm-240-deals-lost-reason splitStatements:true
-- allow not-valid: the column is new and empty, and a validation would read the rows as somebody of no company
alter table deals add constraint deals_lost_reason_fk
    foreign key (tenant_id, lost_reason_id) references lost_reasons (tenant_id, id) not valid;
alter table deals add constraint deals_listed_reason_of_lost check (status = 'lost' or lost_reason_id is null) not valid;

--changeset pulso:crm-240-deals-lost-reason-holds splitStatements:true
alter table deals validate constraint deals_listed_reason_of_lost;

--changeset pulso:crm-240-deals-lost-reason-index runInTransaction:false splitStatements:true
drop index concurrently if exists deals_lost_reason_idx;
create index concurrently deals_lost_reason_idx on deals (tenant_id, lost_reason_id, created_at, id) where lost_reason_id is not null;

--changeset pulso:crm-240-deals-listed-reason splitStatements:false
-- Words that are the name of a reason mean that one, whoever writes them: an import, a program that knows no list, the release before.
create function keep_listed_reason() returns trigger language plpgsql as $$
begin
    if new.status <> 'lost' then
        new.lost_reason_id := null;
    elsif new.lost_reason is not null
          and (new.lost_reason_id is null
               or (tg_op = 'UPDATE' and new.lost_reason is distinct from old.lost_reason
                   and new.lost_reason_id is not distinct from old.lost_reason_id)) then
        new.lost_reason_id := null;
        select r.id into new.lost_reason_id from lost_reasons r
        where r.tenant_id = new.tenant_id
          and r.name_key = normalize_search(regexp_replace(btrim(new.lost_reason), '\s+', ' ', 'g'));
    end if;
    return new;
end $$;
create trigger keep_listed_reason_of_new before insert on deals for each row
    when (new.status = 'lost') execute function keep_listed_reason();
create trigger keep_listed_reason before update of status, lost_reason, lost_reason_id on deals for each row
    when (new.status = 'lost' or old.lost_reason_id is not null) execute function keep_listed_reason();

--changeset pulso:crm-240-stage-rules splitStatements:true
-- Stages that are there kept the mark of the board after ten days; new ones say it themselves.
alter table stages add column rotting_days int not null default 10;
alter table stages add column required_fields text[] not null default '{}';
alter table stages alter column rotting_days set default 0;
alter table stages add constraint stages_rotting_days_in_bounds check (rotting_days between 0 and 3650) not valid;
alter table stages add constraint stages_required_fields_known check (
    required_fields <@ array['amount', 'company', 'contact', 'expected_close', 'owner', 'lines']) not valid;

--changeset pulso:crm-240-stage-rules-hold splitStatements:true
alter table stages validate constraint stages_rotting_days_in_bounds;
alter table stages validate constraint stages_required_fields_known;

--changeset pulso:crm-240-deal-totals splitStatements:true
-- What the deals of a stage come to, in rows that are only ever added (docs/adr/0067-pipelines.md): one of several deals, or the change
-- that a drop makes. Their sum is the total. Rows are added together now and then; nobody waits for one.
create table deal_totals (
    tenant_id    uuid   not null,
    id           uuid   not null default time_ordered_uuid(),
    stage_id     uuid   not null,
    owner_id     uuid,
    currency     char(3) not null,
    deals        bigint not null,
    amount_cents bigint not null,
    primary key (tenant_id, id)
) with (autovacuum_vacuum_threshold = 200, autovacuum_vacuum_scale_factor = 0.1, autovacuum_vacuum_insert_threshold = 1000);
create index deal_totals_stage_idx on deal_totals (tenant_id, stage_id);
select make_tenant_table('deal_totals', audited => false);
-- Who sees some people's deals sees their totals; whoever gives a deal away writes those of somebody else.
create policy record_scope on deal_totals as restrictive using (
    not (select reach_is_limited('deals')) or owner_id = any ((select reached_owners('deals'))::uuid[])
) with check (true);

--changeset pulso:crm-240-keep-deal-totals splitStatements:false
-- Whoever takes rows away puts their sum there in the same statement; rows that another takes just now are passed over.
create function fold_deal_totals() returns void language plpgsql as $$
declare reach text := coalesce(current_setting('app.reach', true), '');
begin
    perform set_config('app.reach', '', true);
    with picked as (
        select t.id from deal_totals t where t.tenant_id = current_setting('app.tenant_id')::uuid
        order by t.id limit 5000 for update skip locked
    ), gone as (
        delete from deal_totals t using picked p
        where t.tenant_id = current_setting('app.tenant_id')::uuid and t.id = p.id
        returning t.tenant_id, t.stage_id, t.owner_id, t.currency, t.deals, t.amount_cents
    )
    insert into deal_totals (tenant_id, stage_id, owner_id, currency, deals, amount_cents)
    select g.tenant_id, g.stage_id, g.owner_id, g.currency, sum(g.deals)::bigint, sum(g.amount_cents)::bigint
    from gone g group by g.tenant_id, g.stage_id, g.owner_id, g.currency
    having sum(g.deals) <> 0 or sum(g.amount_cents) <> 0;
    perform set_config('app.reach', reach, true);
end $$;

create function keep_deal_totals() returns trigger language plpgsql as $$
declare added bigint;
begin
    if tg_op = 'INSERT' then
        insert into deal_totals (tenant_id, stage_id, owner_id, currency, deals, amount_cents)
        select n.tenant_id, n.stage_id, n.owner_id, n.currency, count(*), sum(n.amount_cents)::bigint
        from new_rows n group by n.tenant_id, n.stage_id, n.owner_id, n.currency;
    elsif tg_op = 'DELETE' then
        insert into deal_totals (tenant_id, stage_id, owner_id, currency, deals, amount_cents)
        select o.tenant_id, o.stage_id, o.owner_id, o.currency, -count(*), -sum(o.amount_cents)::bigint
        from old_rows o group by o.tenant_id, o.stage_id, o.owner_id, o.currency;
    else
        insert into deal_totals (tenant_id, stage_id, owner_id, currency, deals, amount_cents)
        select c.tenant_id, c.stage_id, c.owner_id, c.currency, sum(c.deals)::bigint, sum(c.amount_cents)::bigint
        from (select n.tenant_id, n.stage_id, n.owner_id, n.currency, 1 as deals, n.amount_cents from new_rows n
              union all
              select o.tenant_id, o.stage_id, o.owner_id, o.currency, -1, -o.amount_cents from old_rows o) c
        group by c.tenant_id, c.stage_id, c.owner_id, c.currency
        having sum(c.deals) <> 0 or sum(c.amount_cents) <> 0;
    end if;
    get diagnostics added = row_count;
    -- About one in fifty of those who add, so that a total stays the sum of a few hundred rows.
    if added > 0 and random() < 0.02 then
        perform fold_deal_totals();
    end if;
    return null;
end $$;

--changeset pulso:crm-240-deal-totals-begin splitStatements:false
-- Nobody writes a deal between the count and the triggers that keep it.
do $$
declare tenant uuid;
begin
    lock table deals in share row exclusive mode;
    for tenant in select tenant_id from tenant_directory loop
        perform set_config('app.tenant_id', tenant::text, true);
        insert into deal_totals (tenant_id, stage_id, owner_id, currency, deals, amount_cents)
        select d.tenant_id, d.stage_id, d.owner_id, d.currency, count(*), sum(d.amount_cents)::bigint
        from deals d where d.tenant_id = tenant group by d.tenant_id, d.stage_id, d.owner_id, d.currency;
    end loop;
    create trigger keep_totals_of_new after insert on deals referencing new table as new_rows
        for each statement execute function keep_deal_totals();
    create trigger keep_totals after update on deals referencing old table as old_rows new table as new_rows
        for each statement execute function keep_deal_totals();
    create trigger keep_totals_without after delete on deals referencing old table as old_rows
        for each statement execute function keep_deal_totals();
end $$;

--changeset pulso:crm-240-open-activities-index runInTransaction:false splitStatements:true
-- Of each deal what is to be done next.
drop index concurrently if exists activities_deal_open_idx;
create index concurrently activities_deal_open_idx on activities (tenant_id, deal_id, due_key, id) where completed_at is null and deal_id is not null;
