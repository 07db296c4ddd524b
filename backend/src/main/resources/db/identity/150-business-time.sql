--liquibase formatted sql

--changeset pulso:identity-150-business-time splitStatements:true
select business_time('users', 'created_at', 'updated_at');
select business_time('roles', 'created_at', 'updated_at');
select business_time('teams', 'created_at', 'updated_at');
select business_time('tenant_logos', 'updated_at');
select business_time('business_hours', 'created_at', 'updated_at');
select business_time('holidays', 'created_at', 'updated_at');
