--liquibase formatted sql

--changeset customers:100-account-managers
-- An account manager is somebody of the company. Not valid: what was written before may name anybody, and stays.
alter table customers add constraint customers_account_manager_id_fkey
    foreign key (tenant_id, account_manager_id) references users (tenant_id, id) not valid;
