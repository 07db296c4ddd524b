--liquibase formatted sql

--changeset pulso:customers-140-account-manager splitStatements:false
-- A person of the company, who stays as a name when they leave. Rows of before are not looked at: they may name nobody.
alter table customers add constraint customers_account_manager_fk
    foreign key (tenant_id, account_manager_id) references users (tenant_id, id) not valid;
create index customers_account_manager_idx on customers (tenant_id, account_manager_id) where account_manager_id is not null;
