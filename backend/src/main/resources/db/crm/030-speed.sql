--liquibase formatted sql

--changeset pulso:crm-030-vacuum
-- The totals of a board are read from an index alone, as long as a page of the table has not changed since the last vacuum.
-- With the default (a fifth of the table changed) a day of dropped cards or an import made every total look into the table:
-- 2.5 times as slow at 100,000 deals. A vacuum of what little has changed costs a fraction of a second.
alter table deals set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05,
                       autovacuum_analyze_scale_factor = 0.05);
