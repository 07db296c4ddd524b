--liquibase formatted sql

--changeset pulso:122-external-keys-crm splitStatements:true
-- Under which key which other system knows a record, and what it wrote down with it (JSON, short texts by key).
alter table leads add column external_source text not null default 'default' check (external_source ~ '^[a-z0-9][a-z0-9_.-]{0,49}$'),
    add column external_id text,
    add column metadata text not null default '{}';
alter table leads add constraint leads_external_id_key unique (tenant_id, external_id, external_source);
alter table companies add column external_source text not null default 'default' check (external_source ~ '^[a-z0-9][a-z0-9_.-]{0,49}$'),
    add column external_id text,
    add column metadata text not null default '{}';
alter table companies add constraint companies_external_id_key unique (tenant_id, external_id, external_source);
alter table contacts add column external_source text not null default 'default' check (external_source ~ '^[a-z0-9][a-z0-9_.-]{0,49}$'),
    add column external_id text,
    add column metadata text not null default '{}';
alter table contacts add constraint contacts_external_id_key unique (tenant_id, external_id, external_source);
alter table deals add column external_source text not null default 'default' check (external_source ~ '^[a-z0-9][a-z0-9_.-]{0,49}$'),
    add column metadata text not null default '{}';
alter table deals drop constraint deals_external_id_key;
alter table deals add constraint deals_external_id_key unique (tenant_id, external_id, external_source);
