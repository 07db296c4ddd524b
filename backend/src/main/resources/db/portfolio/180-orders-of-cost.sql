--liquibase formatted sql

--changeset pulso:portfolio-180-cost runInTransaction:false splitStatements:true
-- The figures of the portfolio open the contracts behind them by what they add: cost and margin are orders of the list.
drop index concurrently if exists contracts_cost_idx;
create index concurrently contracts_cost_idx on contracts (tenant_id, cost_cents, id);

--changeset pulso:portfolio-180-margin runInTransaction:false splitStatements:true
drop index concurrently if exists contracts_margin_idx;
create index concurrently contracts_margin_idx on contracts (tenant_id, (amount_cents - cost_cents), id);
