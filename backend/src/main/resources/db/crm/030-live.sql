--liquibase formatted sql

--changeset pulso:crm-030-live-deals splitStatements:false
-- A few deals are named one by one; of many at once only the pipeline is, whose board is then read again.
create function announce_new_deals() returns trigger language plpgsql as $$
begin
    if (select count(*) from (select from new_rows limit 21) few) > 20 then
        insert into live_log (tenant_id, permission, type, parent_id)
        select distinct tenant_id, 'crm.deals:read', 'deals.changed', pipeline_id from new_rows;
    else
        insert into live_log (tenant_id, permission, type, record_id, parent_id, version)
        select tenant_id, 'crm.deals:read', 'deal.changed', id, pipeline_id, version from new_rows;
    end if;
    return null;
end $$;
create trigger announce_new after insert on deals referencing new table as new_rows
    for each statement execute function announce_new_deals();

-- Cards whose version stays have got fresh keys: who holds the old ones could no longer tell what lies above what.
create function announce_changed_deals() returns trigger language plpgsql as $$
begin
    if (select count(*) from (select from new_rows limit 21) few) > 20
       or exists (select from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
                  where o.version = n.version) then
        insert into live_log (tenant_id, permission, type, parent_id)
        select distinct tenant_id, 'crm.deals:read', 'deals.changed', pipeline_id from new_rows;
    else
        insert into live_log (tenant_id, permission, type, record_id, parent_id, version)
        select tenant_id, 'crm.deals:read', 'deal.changed', id, pipeline_id, version from new_rows;
    end if;
    return null;
end $$;
create trigger announce_change after update on deals referencing old table as old_rows new table as new_rows
    for each statement execute function announce_changed_deals();

create function announce_gone_deals() returns trigger language plpgsql as $$
begin
    insert into live_log (tenant_id, permission, type, record_id, parent_id)
    select tenant_id, 'crm.deals:read', 'deal.deleted', id, pipeline_id from old_rows limit 20;
    insert into live_log (tenant_id, permission, type, parent_id)
    select distinct tenant_id, 'crm.deals:read', 'deals.changed', pipeline_id from old_rows
    where (select count(*) from old_rows) > 20;
    return null;
end $$;
create trigger announce_end after delete on deals referencing old table as old_rows
    for each statement execute function announce_gone_deals();

--changeset pulso:crm-030-live-pipelines splitStatements:false
create function announce_pipeline() returns trigger language plpgsql as $$
declare changed jsonb := to_jsonb(coalesce(new, old));
begin
    insert into live_log (tenant_id, permission, type, parent_id)
    values ((changed ->> 'tenant_id')::uuid, 'crm.deals:read', 'pipeline.changed', (changed ->> tg_argv[0])::uuid);
    return null;
end $$;
create trigger announce_any after insert or update or delete on pipelines
    for each row execute function announce_pipeline('id');
create trigger announce_any after insert or update or delete on stages
    for each row execute function announce_pipeline('pipeline_id');
