--liquibase formatted sql

--changeset pulso:identity-050-changes splitStatements:true
-- What has changed since (updated_since), in the order of change.
create index users_updated_idx on users (tenant_id, updated_at, id);
