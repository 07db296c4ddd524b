--liquibase formatted sql

--changeset pulso:customers-040-changes splitStatements:true
-- What has changed since (updated_since), in the order of change.
create index customers_updated_idx on customers (tenant_id, updated_at, id);
