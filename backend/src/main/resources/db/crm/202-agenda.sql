--liquibase formatted sql

--changeset pulso:crm-202-calendar-feeds splitStatements:true
-- The secret addresses of people's calendars (docs/adr/0064-agenda-and-feed.md): one for a person, by whose id it goes. Of the secret the
-- hash is kept.
create table calendar_feeds (
    tenant_id    uuid        not null,
    id           uuid        not null,
    token_hash   bytea       not null,
    last_used_at timestamptz,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    primary key (tenant_id, id)
);
select make_tenant_table('calendar_feeds');

--changeset pulso:crm-202-activities-repeat splitStatements:true
-- repeats: a rule of RFC 5545, of those that the contract takes. repeated_as_id: the one that was made when this one was done; there is
-- never a second. reminded_for: the moment of which the owner was reminded last. mentioned_ids: people, by value.
alter table activities
    add column repeats          text,
    add column series_id        uuid,
    add column repeated_as_id   uuid,
    add column reminder_minutes int,
    add column reminded_for     timestamptz,
    add column mentioned_ids    uuid[] not null default '{}';

--changeset pulso:crm-202-activities-repeat-rules splitStatements:true
alter table activities
    add constraint activities_repeats_on_days check (repeats is null or (length(repeats) <= 100 and due_on is not null)) not valid;
alter table activities
    add constraint activities_reminder_in_reach check (reminder_minutes between 0 and 40320) not valid;
alter table activities add constraint activities_few_mentioned check (cardinality(mentioned_ids) <= 20) not valid;

--changeset pulso:crm-202-activities-repeat-rules-hold splitStatements:true
alter table activities validate constraint activities_repeats_on_days;
alter table activities validate constraint activities_reminder_in_reach;
alter table activities validate constraint activities_few_mentioned;
