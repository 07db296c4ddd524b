--liquibase formatted sql

--changeset pulso:notifications-001 splitStatements:true
-- What people were told (docs/adr/0058-notifications.md). No text of anybody: records are named when they are read, by who reads.
create table notifications (
    tenant_id    uuid        not null,
    id           uuid        not null,
    -- People belong to the identity module, records to all others: references by value.
    user_id      uuid        not null,
    event_id     uuid        not null,
    kind         text        not null check (kind ~ '^[a-z_]{1,40}$'),
    record_kind  text        check (record_kind ~ '^[a-z_]{1,40}$'),
    record_id    uuid,
    about_kind   text        check (about_kind ~ '^[a-z_]{1,40}$'),
    about_id     uuid,
    caused_by_id uuid,
    -- Facts: an object of NotificationDetails.
    details      text        not null default '{}' check (length(details) <= 2000),
    -- By which ways the person is told, as it had chosen when it happened.
    in_app       boolean     not null,
    mail         text        not null check (mail in ('none', 'at_once', 'daily')),
    created_at   timestamptz not null default now(),
    read_at      timestamptz,
    -- When the daily mail had it, or found that it need not.
    mailed_at    timestamptz,
    primary key (tenant_id, id),
    constraint notifications_record check ((record_kind is null) = (record_id is null)),
    constraint notifications_about check ((about_kind is null) = (about_id is null)),
    -- However often an event is told, each person is told once.
    constraint notifications_event_key unique (tenant_id, event_id, user_id)
);
create index notifications_user_idx on notifications (tenant_id, user_id, created_at, id) where in_app;
create index notifications_unread_idx on notifications (tenant_id, user_id, created_at, id) where in_app and read_at is null;
create index notifications_daily_idx on notifications (tenant_id, user_id) where mail = 'daily' and mailed_at is null;
create index notifications_age_idx on notifications (tenant_id, created_at);
select make_tenant_table('notifications', audited => false);
select make_record_kind('notifications', 'notification');
select business_time('notifications', 'created_at');

-- What a person wants to be told of. The id is the person's.
create table notification_preferences (
    tenant_id   uuid not null,
    id          uuid not null,
    digest_hour int  not null check (digest_hour between 0 and 23),
    -- A list of NotificationChoice.
    choices     text not null default '[]' check (length(choices) <= 20000),
    version     int  not null default 0,
    primary key (tenant_id, id)
);
select make_tenant_table('notification_preferences', audited => false);

--changeset pulso:notifications-001-live splitStatements:false
-- To the person alone.
create function announce_notification() returns trigger language plpgsql as $$
begin
    insert into live_log (tenant_id, permission, type, record_id, user_id)
    values (new.tenant_id, 'authenticated', 'notification.created', new.id, new.user_id);
    return null;
end $$;
create trigger announce_made after insert on notifications for each row when (new.in_app) execute function announce_notification();

-- Other windows of the person count anew. Without nested loops, as audit_update: the plan is made for few rows and kept.
create function announce_notifications_read() returns trigger language plpgsql set enable_nestloop = off as $$
begin
    insert into live_log (tenant_id, permission, type, user_id)
    select distinct n.tenant_id, 'authenticated', 'notification.updated', n.user_id
    from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
    where n.in_app and (n.read_at is null) <> (o.read_at is null);
    return null;
end $$;
create trigger announce_read after update on notifications referencing old table as old_rows new table as new_rows
    for each statement execute function announce_notifications_read();
