--liquibase formatted sql

--changeset pulso:crm-110-live splitStatements:false
-- The names of the catalogue of events, for every kind, and only to who reaches the record. Deals name their pipeline too.
create or replace function announce_new_deals() returns trigger language plpgsql as $$
begin
    if (select count(*) from (select from new_rows limit 21) few) > 20 then
        insert into live_log (tenant_id, permission, type, parent_id, owner_kind)
        select distinct tenant_id, 'crm.deals:read', 'deal.updated', pipeline_id, 'deals' from new_rows;
    else
        insert into live_log (tenant_id, permission, type, record_id, parent_id, version, owner_kind, owner_id)
        select tenant_id, 'crm.deals:read', 'deal.created', id, pipeline_id, version, 'deals', owner_id from new_rows;
    end if;
    return null;
end $$;

-- Cards whose version stays have got fresh keys: who holds the old ones could no longer tell what lies above what.
create or replace function announce_changed_deals() returns trigger language plpgsql as $$
begin
    if (select count(*) from (select from new_rows limit 21) few) > 20
       or exists (select from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
                  where o.version = n.version) then
        insert into live_log (tenant_id, permission, type, parent_id, owner_kind)
        select distinct tenant_id, 'crm.deals:read', 'deal.updated', pipeline_id, 'deals' from new_rows;
    else
        insert into live_log (tenant_id, permission, type, record_id, parent_id, version, owner_kind, owner_id)
        select n.tenant_id, 'crm.deals:read', 'deal.updated', n.id, n.pipeline_id, n.version, 'deals', w.owner_id
        from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
        cross join lateral (select n.owner_id union select o.owner_id) w;
    end if;
    return null;
end $$;

create or replace function announce_gone_deals() returns trigger language plpgsql as $$
begin
    insert into live_log (tenant_id, permission, type, record_id, parent_id, owner_kind, owner_id)
    select tenant_id, 'crm.deals:read', 'deal.deleted', id, pipeline_id, 'deals', owner_id from old_rows limit 20;
    insert into live_log (tenant_id, permission, type, parent_id, owner_kind)
    select distinct tenant_id, 'crm.deals:read', 'deal.updated', pipeline_id, 'deals' from old_rows
    where (select count(*) from old_rows) > 20;
    return null;
end $$;

-- A stage is part of its pipeline.
create or replace function announce_pipeline() returns trigger language plpgsql as $$
declare
    changed jsonb := to_jsonb(coalesce(new, old));
    how text := case when tg_argv[0] <> 'id' or tg_op = 'UPDATE' then 'updated'
                     when tg_op = 'INSERT' then 'created' else 'deleted' end;
begin
    insert into live_log (tenant_id, permission, type, record_id, parent_id)
    values ((changed ->> 'tenant_id')::uuid, 'crm.deals:read', 'pipeline.' || how, (changed ->> tg_argv[0])::uuid,
            (changed ->> tg_argv[0])::uuid);
    return null;
end $$;

select make_record_kind('deals', 'deal');
select make_live_table('leads', 'lead', 'crm.leads:read', 'leads');
select make_live_table('companies', 'company', 'crm.companies:read');
select make_live_table('contacts', 'contact', 'crm.contacts:read');
