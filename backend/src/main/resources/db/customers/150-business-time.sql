--liquibase formatted sql

--changeset pulso:customers-150-business-time splitStatements:true
select business_time('customers', 'created_at', 'updated_at');
