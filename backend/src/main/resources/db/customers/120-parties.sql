--liquibase formatted sql

--changeset pulso:customers-120-parties
-- Who an invoice is made out to, for the module that prints it.
create view customer_parties with (security_invoker = true) as select tenant_id, id, name, tax_id from customers;
grant select on customer_parties to pulso_app;
