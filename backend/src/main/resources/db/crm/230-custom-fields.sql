--liquibase formatted sql

--changeset pulso:crm-230-custom-fields splitStatements:true
-- docs/adr/0065-custom-fields.md
select make_custom('leads');
select make_custom('companies');
select make_custom('contacts');
select make_custom('deals');
