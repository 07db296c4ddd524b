--liquibase formatted sql

--changeset pulso:crm-140-reach splitStatements:false
select make_owned_table('leads');
select make_owned_table('deals');
