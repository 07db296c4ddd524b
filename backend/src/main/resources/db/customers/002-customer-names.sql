--liquibase formatted sql

--changeset pulso:customers-002
-- Names of customers for other modules' lists, so that a page of contracts or invoices stays one statement.
create view customer_names with (security_invoker = true) as select tenant_id, id, name, search from customers;
grant select on customer_names to pulso_app;

--changeset pulso:customers-003
-- What two spellings of one name have in common; imported rows find their customer by it.
alter table customers add column name_key text not null
    generated always as (normalize_search(regexp_replace(name, '\s+', ' ', 'g'))) stored;
create index customers_name_key_idx on customers (tenant_id, name_key);
