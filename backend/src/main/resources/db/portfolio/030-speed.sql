--liquibase formatted sql

--changeset pulso:portfolio-030-changed-terms
-- The portfolio of a day looks up the history of those contracts alone that have changed since: today, of none.
create index contracts_terms_since_idx on contracts (tenant_id, terms_since) where terms_since is not null;

--changeset pulso:portfolio-030-vacuum
-- See crm-030-vacuum.
alter table contracts set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05,
                           autovacuum_analyze_scale_factor = 0.05);
