--liquibase formatted sql

--changeset pulso:identity-180-external-keys splitStatements:true
-- Under which key which other system knows a record, and what it wrote down with it (JSON, short texts by key).
alter table users add column external_source text not null default 'default', add column external_id text,
    add column metadata text not null default '{}', add constraint users_external_source_check
    check (external_source ~ '^[a-z0-9][a-z0-9_.-]{0,49}$') not valid;

--changeset pulso:identity-180-external-keys-hold splitStatements:true
alter table users validate constraint users_external_source_check;

--changeset pulso:identity-180-users-external-id-key splitStatements:true runInTransaction:false
drop index concurrently if exists users_external_id_key;
create unique index concurrently users_external_id_key on users (tenant_id, external_id, external_source)
    where external_id is not null and removed_at is null;
