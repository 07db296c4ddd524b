--liquibase formatted sql

--changeset pulso:crm-140-customers splitStatements:false
-- A customer is made from a company of this module, which comes after that of customers.
alter table customers add constraint customers_company_fk
    foreign key (tenant_id, company_id) references companies (tenant_id, id) deferrable initially immediate not valid;
