--liquibase formatted sql

--changeset pulso:billing-120-periods-apart
-- No day of a contract is billed twice, whoever bills: also two runs at once, of which one has seen another first day.
create extension if not exists btree_gist schema public;
alter table invoices add constraint invoices_periods_apart
    exclude using gist (tenant_id with =, contract_id with =, daterange(period_start, period_end, '[]') with &&)
    where (period_start is not null);
-- What a period was counted from: after a changed first day the next one keeps its day of the month, also behind a
-- February. Null: billed before this was kept.
alter table invoices add column counted_from date;
