--liquibase formatted sql

--changeset pulso:crm-201-activities-reached-as splitStatements:false
-- By whom an activity is reached besides its owner (docs/adr/0052-activities.md): as the policy says it.
create function activity_reached_as(owner uuid, deal uuid, deal_owner uuid, lead uuid, lead_owner uuid) returns jsonb
    language sql immutable parallel safe
    return case when deal is null and lead is null then case when owner is null then '{}'::jsonb end
        else case when deal is null then '{}'::jsonb else jsonb_build_object('deals', deal_owner) end
            || case when lead is null then '{}'::jsonb else jsonb_build_object('leads', lead_owner) end end;

--changeset pulso:crm-201-activities-leave splitStatements:false
-- An activity that is deleted, given to another person or said of another deal leaves all who had it: who reached its owner, and who
-- reached its deal and its lead. Whose task it is may not see the deal; what is noted is of no reach, so the function looks without one.
create function note_activity_left() returns trigger language plpgsql as $$
declare reach text := coalesce(current_setting('app.reach', true), '');
begin
    perform set_config('app.reach', '', true);
    insert into removals (tenant_id, entity, record_id, reason, owner_id, reached_as)
    select old.tenant_id, 'activities', old.id, case tg_op when 'DELETE' then 'deleted' else 'scope' end, old.owner_id,
        activity_reached_as(old.owner_id,
            old.deal_id, (select d.owner_id from deals d where d.tenant_id = old.tenant_id and d.id = old.deal_id),
            old.lead_id, (select l.owner_id from leads l where l.tenant_id = old.tenant_id and l.id = old.lead_id));
    perform set_config('app.reach', reach, true);
    return null;
end $$;
drop trigger note_deleted on activities;
drop trigger note_other_owner on activities;
create trigger note_left after delete on activities for each row execute function note_activity_left();
create trigger note_moved after update of owner_id, deal_id, lead_id on activities for each row
    when ((old.owner_id, old.deal_id, old.lead_id) is distinct from (new.owner_id, new.deal_id, new.lead_id))
    execute function note_activity_left();

-- With a deal or a lead that comes to somebody else goes what was done about it: it has left who had it, and is new to who has it now.
create function note_activities_follow() returns trigger language plpgsql as $$
declare reach text := coalesce(current_setting('app.reach', true), '');
begin
    perform set_config('app.reach', '', true);
    if tg_table_name = 'deals' then
        insert into removals (tenant_id, entity, record_id, reason, reached_as)
        select a.tenant_id, 'activities', a.id, 'scope', activity_reached_as(a.owner_id, a.deal_id, old.owner_id, a.lead_id, l.owner_id)
        from activities a left join leads l on l.tenant_id = a.tenant_id and l.id = a.lead_id
        where a.tenant_id = new.tenant_id and a.deal_id = new.id;
        update activities a set updated_at = app_now() where a.tenant_id = new.tenant_id and a.deal_id = new.id;
    else
        insert into removals (tenant_id, entity, record_id, reason, reached_as)
        select a.tenant_id, 'activities', a.id, 'scope', activity_reached_as(a.owner_id, a.deal_id, d.owner_id, a.lead_id, old.owner_id)
        from activities a left join deals d on d.tenant_id = a.tenant_id and d.id = a.deal_id
        where a.tenant_id = new.tenant_id and a.lead_id = new.id;
        update activities a set updated_at = app_now() where a.tenant_id = new.tenant_id and a.lead_id = new.id;
    end if;
    perform set_config('app.reach', reach, true);
    return null;
end $$;
create trigger note_activities_follow after update of owner_id on deals for each row
    when (old.owner_id is distinct from new.owner_id) execute function note_activities_follow();
create trigger note_activities_follow after update of owner_id on leads for each row
    when (old.owner_id is distinct from new.owner_id) execute function note_activities_follow();

--changeset pulso:crm-201-activities-of-others splitStatements:false
-- A lead that is deleted takes along what is about it alone; what is about another record as well stays there. While the lead is
-- still there, so that who had it is told; the foreign key finds nothing left to take.
create function keep_activities_of_others() returns trigger language plpgsql as $$
declare reach text := coalesce(current_setting('app.reach', true), '');
begin
    perform set_config('app.reach', '', true);
    delete from activities a
    where a.tenant_id = old.tenant_id and a.lead_id = old.id
      and num_nonnulls(a.deal_id, a.company_id, a.contact_id, a.customer_id, a.contract_id) = 0;
    update activities a set lead_id = null, updated_at = app_now(), version = a.version + 1
    where a.tenant_id = old.tenant_id and a.lead_id = old.id;
    perform set_config('app.reach', reach, true);
    return old;
end $$;
create trigger keep_activities_of_others before delete on leads for each row execute function keep_activities_of_others();

--changeset pulso:crm-201-activities-live splitStatements:false
-- Whoever writes it: the deal's owner hears of what a colleague does about it, who does not see the deal.
create or replace function announce_activities() returns trigger language plpgsql as $$
declare
    how text := case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'updated' else 'deleted' end;
    reach text := coalesce(current_setting('app.reach', true), '');
begin
    if (select count(*) from (select from changed_rows limit 21) few) > 20 then
        insert into live_log (tenant_id, permission, type, owner_kind)
        select distinct tenant_id, 'crm.activities:read', 'activity.updated', 'deals' from changed_rows;
        return null;
    end if;
    perform set_config('app.reach', '', true);
    insert into live_log (tenant_id, permission, type, record_id, version, owner_kind, owner_id)
    select a.tenant_id, 'crm.activities:read', 'activity.' || how, a.id, case tg_op when 'DELETE' then null else a.version end,
           'deals', w.owner_id
    from changed_rows a
    left join deals d on d.tenant_id = a.tenant_id and d.id = a.deal_id
    left join leads l on l.tenant_id = a.tenant_id and l.id = a.lead_id
    cross join lateral (select a.owner_id union select d.owner_id where d.id is not null
                        union select l.owner_id where l.id is not null) w;
    perform set_config('app.reach', reach, true);
    return null;
end $$;
