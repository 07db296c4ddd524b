--liquibase formatted sql

--changeset pulso:customers-140-account-manager splitStatements:false
-- allow index: tens of thousands of rows at the most, read once
create index customers_account_manager_idx on customers (tenant_id, account_manager_id) where account_manager_id is not null;
