--liquibase formatted sql

--changeset pulso:crm-150-business-time splitStatements:true
select business_time('leads', 'created_at', 'updated_at');
select business_time('companies', 'created_at', 'updated_at');
select business_time('contacts', 'created_at', 'updated_at');
select business_time('pipelines', 'stages_changed_at', 'created_at', 'updated_at');
select business_time('stages', 'created_at', 'updated_at');
select business_time('deals', 'stage_entered_at', 'created_at', 'updated_at');

--changeset pulso:crm-150-keep-deal-change splitStatements:false
create or replace function keep_deal_change() returns trigger language plpgsql as $$
begin
    insert into deal_changes (tenant_id, deal_id, at, stage_id, status, amount_cents, currency, probability)
    select new.tenant_id, new.id,
           case when new.stage_id <> old.stage_id then new.stage_entered_at else app_now() end,
           new.stage_id, new.status, new.amount_cents, new.currency, s.probability
    from stages s where s.tenant_id = new.tenant_id and s.id = new.stage_id;
    return null;
end $$;
