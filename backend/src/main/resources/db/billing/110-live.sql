--liquibase formatted sql

--changeset pulso:billing-110-live splitStatements:false
select make_live_table('invoices', 'invoice', 'billing.invoices:read');
select make_live_table('payments', 'payment', 'billing.payments:read');
