--liquibase formatted sql

--changeset pulso:portfolio-150-business-time splitStatements:true
select business_time('service_types', 'created_at');
select business_time('contracts', 'created_at', 'updated_at');
select business_time('contract_changes', 'created_at');
