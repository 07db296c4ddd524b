--liquibase formatted sql

--changeset pulso:crm-020-deal-changes splitStatements:true
-- Where a deal stood when: its stage, amount and status each time one of them changed. Kept by the database, so that no
-- writer, bulk import included, can forget it. Not audited: deals are.
create table deal_changes (
    tenant_id    uuid        not null,
    id           uuid        not null default time_ordered_uuid(),
    deal_id      uuid        not null,
    at           timestamptz not null,
    stage_id     uuid        not null,
    status       text        not null,
    amount_cents bigint      not null,
    currency     char(3)     not null,
    -- Of the stage, then; for stages that have been removed since.
    probability  int         not null,
    primary key (tenant_id, id),
    constraint deal_changes_deal_fk foreign key (tenant_id, deal_id) references deals (tenant_id, id) on delete cascade
);
create index deal_changes_deal_idx on deal_changes (tenant_id, deal_id, at desc, id desc);
create index deal_changes_at_idx on deal_changes (tenant_id, at, deal_id);
select make_tenant_table('deal_changes', audited => false, grants => 'select, insert');

--changeset pulso:crm-020-keep-deal-changes splitStatements:false
-- A new deal stands where it is since it came into its stage; that may be before its row was written (an import).
create function keep_new_deals() returns trigger language plpgsql as $$
begin
    insert into deal_changes (tenant_id, deal_id, at, stage_id, status, amount_cents, currency, probability)
    select n.tenant_id, n.id, n.stage_entered_at, n.stage_id, n.status, n.amount_cents, n.currency, s.probability
    from new_rows n join stages s on s.tenant_id = n.tenant_id and s.id = n.stage_id;
    return null;
end $$;
create trigger keep_new_deals after insert on deals referencing new table as new_rows
    for each statement execute function keep_new_deals();

-- Most updates of deals move a card within its stage: they do not get here.
create function keep_deal_change() returns trigger language plpgsql as $$
begin
    insert into deal_changes (tenant_id, deal_id, at, stage_id, status, amount_cents, currency, probability)
    select new.tenant_id, new.id,
           case when new.stage_id <> old.stage_id then new.stage_entered_at else now() end,
           new.stage_id, new.status, new.amount_cents, new.currency, s.probability
    from stages s where s.tenant_id = new.tenant_id and s.id = new.stage_id;
    return null;
end $$;
create trigger keep_deal_change after update of stage_id, status, amount_cents, currency on deals
    for each row when ((old.stage_id, old.status, old.amount_cents, old.currency)
                       is distinct from (new.stage_id, new.status, new.amount_cents, new.currency))
    execute function keep_deal_change();

--changeset pulso:crm-020-deals-before-history splitStatements:false
-- Of the deals that are already there, what is known: where they stand since they came into their stage.
do $$
declare tenant uuid;
begin
    for tenant in select tenant_id from tenant_directory loop
        perform set_config('app.tenant_id', tenant::text, true);
        insert into deal_changes (tenant_id, deal_id, at, stage_id, status, amount_cents, currency, probability)
        select d.tenant_id, d.id, d.stage_entered_at, d.stage_id, d.status, d.amount_cents, d.currency, s.probability
        from deals d join stages s on s.tenant_id = d.tenant_id and s.id = d.stage_id;
    end loop;
end $$;

--changeset pulso:crm-020-reporting-views splitStatements:true
-- For reports. The stage's columns cost nothing where they are not asked for: its key makes the join removable.
create view deal_facts with (security_invoker = true) as
select d.tenant_id, d.id, d.stage_id, d.status, d.amount_cents, d.currency, d.lead_id, d.created_at, d.closed_on,
       s.probability
from deals d left join stages s on s.tenant_id = d.tenant_id and s.id = d.stage_id;
grant select on deal_facts to pulso_app;

create view deal_history with (security_invoker = true) as
select h.tenant_id, h.id, h.deal_id, h.at, h.stage_id, h.status, h.amount_cents, h.currency,
       -- The present one, so that a changed setting is no change of the deals.
       coalesce(s.probability, h.probability) as probability
from deal_changes h left join stages s on s.tenant_id = h.tenant_id and s.id = h.stage_id;
grant select on deal_history to pulso_app;

create view lead_facts with (security_invoker = true) as
select tenant_id, id, stage, source, owner_id, created_at, deal_id from leads;
grant select on lead_facts to pulso_app;

--changeset pulso:crm-020-reporting-indexes splitStatements:true
-- The open pipeline per stage, and what was closed when, without touching the table.
create index deals_open_idx on deals (tenant_id, stage_id) include (amount_cents, currency) where status = 'open';
create index deals_closed_idx on deals (tenant_id, closed_on) include (status, amount_cents, currency)
    where status <> 'open';
