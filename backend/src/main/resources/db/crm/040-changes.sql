--liquibase formatted sql

--changeset pulso:crm-040-changes splitStatements:true
-- What has changed since (updated_since), in the order of change.
create index companies_updated_idx on companies (tenant_id, updated_at, id);
create index contacts_updated_idx on contacts (tenant_id, updated_at, id);
create index leads_updated_idx on leads (tenant_id, updated_at, id);
create index deals_updated_idx on deals (tenant_id, updated_at, id);
