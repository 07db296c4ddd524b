--liquibase formatted sql

--changeset pulso:billing-040-changes splitStatements:true
-- What has changed since (updated_since), in the order of change.
create index invoices_updated_idx on invoices (tenant_id, updated_at, id);
