--liquibase formatted sql

--changeset pulso:customers-130-name-keys
-- No-break spaces and zero-width characters do not make another name. PostgreSQL before 17 cannot change an expression.
alter table customers drop column name_key;
alter table customers add column name_key text not null generated always as (name_key(name)) stored;
create index customers_name_key_idx on customers (tenant_id, name_key, created_at, id);
