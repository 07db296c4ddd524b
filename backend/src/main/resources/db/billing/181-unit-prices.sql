--liquibase formatted sql

--changeset pulso:billing-181-unit-prices splitStatements:true
-- What one costs, in units of the currency: exact where a cent is too coarse. unit_cents is what the release before reads and writes;
-- where it alone is there, the currency has two decimals, for there were no others, and it is what the total comes from.
alter table invoice_items add column unit_price numeric(20, 6),
    drop constraint invoice_items_total_rule,
    add constraint invoice_items_sum_rule
    check (unit_price is not null or total_cents = round(quantity * unit_cents)) not valid;

--changeset pulso:billing-181-unit-prices-hold splitStatements:true
alter table invoice_items validate constraint invoice_items_sum_rule;
