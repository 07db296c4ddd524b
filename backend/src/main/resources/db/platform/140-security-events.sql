--liquibase formatted sql

--changeset pulso:platform-140-security-events splitStatements:false
-- What somebody tried or did about access: wrong passwords, refusals, changed passwords. Each stands in the audit trail as well,
-- where it stays; here it can be asked for by kind.
create table security_events (
    tenant_id  uuid        not null,
    id         uuid        not null,
    at         timestamptz not null default now(),
    kind       text        not null check (length(kind) between 1 and 40),
    user_id    uuid,
    address    text,
    user_agent text,
    detail     text,
    primary key (tenant_id, id)
);
create index security_events_user_idx on security_events (tenant_id, user_id, id);
select make_tenant_table('security_events', audited => false, grants => 'select, insert, delete');
-- Deleting old ones is no event; what they said stands in the trail.
create trigger audit_insert after insert on security_events referencing new table as new_rows
    for each statement execute function audit_insert();
