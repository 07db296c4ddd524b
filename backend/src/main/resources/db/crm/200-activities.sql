--liquibase formatted sql

--changeset pulso:crm-200-activities splitStatements:true
-- What people did and are to do (docs/adr/0052-activities.md). After customers, contracts: it refers to records of all of them.
create table activities (
    tenant_id        uuid        not null,
    id               uuid        not null,
    type             text        not null check (type in ('call', 'email', 'meeting', 'task', 'note')),
    subject          text        not null check (length(subject) between 1 and 255),
    description      text        check (length(description) <= 10000),
    -- The day in the zone of the company; with a time, the day of that.
    due_on           date,
    due_at           timestamptz,
    -- When it is late: at its time, or when its day is over; infinity without a day. The order of what is to be done. Kept by a trigger.
    due_key          timestamptz not null default 'infinity',
    duration_minutes int         check (duration_minutes between 1 and 10080),
    completed_at     timestamptz,
    completed_by_id  uuid,
    outcome          text        check (length(outcome) <= 255),
    -- People belong to the identity module: references by value.
    owner_id         uuid,
    created_by_id    uuid,
    lead_id          uuid,
    deal_id          uuid,
    company_id       uuid,
    contact_id       uuid,
    customer_id      uuid,
    contract_id      uuid,
    external_source  text        not null default 'default' check (external_source ~ '^[a-z0-9][a-z0-9_.-]{0,49}$'),
    external_id      text,
    metadata         text        not null default '{}',
    search           text        not null generated always as (normalize_search(subject)) stored,
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    version          int         not null default 0,
    primary key (tenant_id, id),
    constraint activities_external_id_key unique (tenant_id, external_id, external_source),
    constraint activities_time_has_day check (due_at is null or due_on is not null),
    constraint activities_due_key_of_day check ((due_on is null) = (due_key = 'infinity')),
    constraint activities_outcome_of_done check (completed_at is not null or outcome is null),
    constraint activities_note_is_done check (type <> 'note' or (completed_at is not null and due_on is null)),
    -- A lead that goes takes with it what was done about it; one that has become a deal stays.
    constraint activities_lead_fk foreign key (tenant_id, lead_id) references leads (tenant_id, id) on delete cascade,
    constraint activities_deal_fk foreign key (tenant_id, deal_id) references deals (tenant_id, id),
    constraint activities_company_fk foreign key (tenant_id, company_id) references companies (tenant_id, id),
    constraint activities_contact_fk foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
    constraint activities_customer_fk foreign key (tenant_id, customer_id) references customers (tenant_id, id),
    constraint activities_contract_fk foreign key (tenant_id, contract_id) references contracts (tenant_id, id)
);
create index activities_created_idx on activities (tenant_id, created_at, id);
create index activities_completed_idx on activities (tenant_id, coalesce(completed_at, 'infinity'), id);
create index activities_due_idx on activities (tenant_id, due_key, id);
-- What a person has to do, and what is to be done in all.
create index activities_owner_open_idx on activities (tenant_id, owner_id, due_key, id) where completed_at is null;
create index activities_open_idx on activities (tenant_id, due_key, id) where completed_at is null;
create index activities_owner_idx on activities (tenant_id, owner_id, created_at, id);
create index activities_changes_idx on activities (tenant_id, updated_at, id);
-- Of each record what is to be done, and what was done in its order.
create index activities_lead_idx on activities (tenant_id, lead_id, completed_at, id) where lead_id is not null;
create index activities_deal_idx on activities (tenant_id, deal_id, completed_at, id) where deal_id is not null;
create index activities_company_idx on activities (tenant_id, company_id, completed_at, id) where company_id is not null;
create index activities_contact_idx on activities (tenant_id, contact_id, completed_at, id) where contact_id is not null;
create index activities_customer_idx on activities (tenant_id, customer_id, completed_at, id) where customer_id is not null;
create index activities_contract_idx on activities (tenant_id, contract_id, completed_at, id) where contract_id is not null;
select make_tenant_table('activities');
select make_record_kind('activities', 'activity');
select business_time('activities', 'created_at', 'updated_at');

--changeset pulso:crm-200-activities-due splitStatements:false
-- Days are days of the company: so that no writer can forget it, an import and a changed zone included.
create function keep_due_key() returns trigger language plpgsql as $$
declare zone text;
begin
    if new.due_at is null and new.due_on is null then
        new.due_key := 'infinity';
        return new;
    end if;
    select t.time_zone into zone from tenants t where t.id = new.tenant_id;
    if new.due_at is not null then
        new.due_on := (new.due_at at time zone zone)::date;
    end if;
    new.due_key := coalesce(new.due_at, (new.due_on + 1)::timestamp at time zone zone);
    return new;
end $$;
create trigger keep_due_key before insert or update on activities for each row execute function keep_due_key();

-- A company that moves to another zone: its days begin elsewhere, and a time may be of another day.
create function keep_due_keys() returns trigger language plpgsql as $$
begin
    update activities a
    set due_on = coalesce((a.due_at at time zone new.time_zone)::date, a.due_on),
        updated_at = app_now(), version = a.version + 1
    where a.tenant_id = new.id and a.due_at is not null and (a.due_at at time zone new.time_zone)::date <> a.due_on;
    update activities a set due_key = 'infinity' where a.tenant_id = new.id and a.due_on is not null and a.due_at is null;
    return null;
end $$;
create trigger keep_due_keys after update of time_zone on tenants for each row
    when (old.time_zone <> new.time_zone) execute function keep_due_keys();

--changeset pulso:crm-200-activities-reach splitStatements:true
-- Who sees a deal or a lead sees what was done about it, whoever did it; whose task it is sees that anyway. Who reaches all deals and
-- leads pays nothing for it: the first condition is looked at once per statement.
create policy record_scope on activities as restrictive using (
    (not (select reach_is_limited('deals')) and not (select reach_is_limited('leads')))
    or owner_id = any ((select reached_owners('deals') || reached_owners('leads'))::uuid[])
    or ((deal_id is not null or lead_id is not null)
        and (deal_id is null or exists (select from deals d where d.tenant_id = activities.tenant_id and d.id = activities.deal_id))
        and (lead_id is null or exists (select from leads l where l.tenant_id = activities.tenant_id and l.id = activities.lead_id)))
    or (deal_id is null and lead_id is null and owner_id is null)
);

--changeset pulso:crm-200-activities-leave splitStatements:false
create trigger note_deleted after delete on activities for each row execute function note_deleted();
create trigger note_other_owner after update of owner_id on activities for each row
    when (old.owner_id is not null and old.owner_id is distinct from new.owner_id) execute function note_other_owner();

--changeset pulso:crm-200-activities-live splitStatements:false
-- To who sees all, to its owner, and to those of the deal or lead it is about. Of many at once one word for all.
create function announce_activities() returns trigger language plpgsql as $$
declare
    how text := case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'updated' else 'deleted' end;
begin
    if (select count(*) from (select from changed_rows limit 21) few) > 20 then
        insert into live_log (tenant_id, permission, type, owner_kind)
        select distinct tenant_id, 'crm.activities:read', 'activity.updated', 'deals' from changed_rows;
        return null;
    end if;
    insert into live_log (tenant_id, permission, type, record_id, version, owner_kind, owner_id)
    select a.tenant_id, 'crm.activities:read', 'activity.' || how, a.id, case tg_op when 'DELETE' then null else a.version end,
           'deals', w.owner_id
    from changed_rows a
    left join deals d on d.tenant_id = a.tenant_id and d.id = a.deal_id
    left join leads l on l.tenant_id = a.tenant_id and l.id = a.lead_id
    cross join lateral (select a.owner_id union select d.owner_id where d.id is not null
                        union select l.owner_id where l.id is not null) w;
    return null;
end $$;
create trigger announce_made after insert on activities referencing new table as changed_rows
    for each statement execute function announce_activities();
create trigger announce_changed after update on activities referencing new table as changed_rows
    for each statement execute function announce_activities();
create trigger announce_gone after delete on activities referencing old table as changed_rows
    for each statement execute function announce_activities();
