--liquibase formatted sql

--changeset pulso:customers-110-live splitStatements:false
select make_live_table('customers', 'customer', 'customers:read');
