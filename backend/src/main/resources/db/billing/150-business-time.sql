--liquibase formatted sql

--changeset pulso:billing-150-business-time splitStatements:true
select business_time('invoices', 'created_at', 'updated_at');
select business_time('payments', 'recorded_at');
