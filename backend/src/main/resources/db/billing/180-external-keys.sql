--liquibase formatted sql

--changeset pulso:billing-180-external-keys splitStatements:true
-- Under which key which other system knows a record, and what it wrote down with it (JSON, short texts by key).
alter table invoices add column external_source text not null default 'default', add column external_id text,
    add column metadata text not null default '{}', add constraint invoices_external_source_check
    check (external_source ~ '^[a-z0-9][a-z0-9_.-]{0,49}$') not valid;
alter table payments add column external_source text not null default 'default', add column external_id text,
    add column metadata text not null default '{}', add constraint payments_external_source_check
    check (external_source ~ '^[a-z0-9][a-z0-9_.-]{0,49}$') not valid;

--changeset pulso:billing-180-external-keys-hold splitStatements:true
alter table invoices validate constraint invoices_external_source_check;
alter table payments validate constraint payments_external_source_check;

--changeset pulso:billing-180-invoices-external-id-key splitStatements:true runInTransaction:false
drop index concurrently if exists invoices_external_id_key;
create unique index concurrently invoices_external_id_key on invoices (tenant_id, external_id, external_source)
    where external_id is not null;

--changeset pulso:billing-180-payments-external-id-key splitStatements:true runInTransaction:false
drop index concurrently if exists payments_external_id_key;
create unique index concurrently payments_external_id_key on payments (tenant_id, external_id, external_source)
    where external_id is not null;
