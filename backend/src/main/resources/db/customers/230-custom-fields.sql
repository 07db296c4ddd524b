--liquibase formatted sql

--changeset pulso:customers-230-custom-fields splitStatements:true
-- docs/adr/0065-custom-fields.md
select make_custom('customers');
