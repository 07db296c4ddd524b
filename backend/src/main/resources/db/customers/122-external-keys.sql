--liquibase formatted sql

--changeset pulso:122-external-keys-customers splitStatements:true
-- Under which key which other system knows a record, and what it wrote down with it (JSON, short texts by key).
alter table customers add column external_source text not null default 'default' check (external_source ~ '^[a-z0-9][a-z0-9_.-]{0,49}$'),
    add column metadata text not null default '{}';
alter table customers drop constraint customers_external_id_key;
alter table customers add constraint customers_external_id_key unique (tenant_id, external_id, external_source);
