--liquibase formatted sql

--changeset pulso:crm-120-board-currency splitStatements:true
-- Totals of the board leave other currencies out, still without touching the table.
create index deals_board_currency_idx on deals (tenant_id, stage_id, position, id) include (amount_cents, owner_id, currency);
drop index deals_board_idx;
alter index deals_board_currency_idx rename to deals_board_idx;
