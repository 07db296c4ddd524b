--liquibase formatted sql

--changeset pulso:portfolio-040-changes splitStatements:true
-- What has changed since (updated_since), in the order of change.
create index contracts_updated_idx on contracts (tenant_id, updated_at, id);
