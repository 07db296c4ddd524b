--liquibase formatted sql

--changeset pulso:billing-030-vacuum
-- See crm-030-vacuum. A run of the first of the month adds a month of invoices within seconds.
alter table invoices set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05,
                          autovacuum_analyze_scale_factor = 0.05);
alter table invoice_items set (autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);
