--liquibase formatted sql

--changeset pulso:crm-130-company-name-keys
-- No-break spaces and zero-width characters do not make another name. PostgreSQL before 17 cannot change an expression.
alter table companies drop column name_key;
alter table companies add column name_key text not null generated always as (name_key(name)) stored;
create index companies_name_key_idx on companies (tenant_id, name_key, created_at, id);

--changeset pulso:crm-130-contact-name-keys
-- Imported rows find a contact by its name in its company, or among those without one.
alter table contacts add column name_key text not null generated always as (name_key(name)) stored;
create index contacts_name_key_idx on contacts (tenant_id, name_key, company_id, created_at, id);

--changeset pulso:crm-130-contact-emails
-- The oldest contact of an address is found without a look at the others, whatever the statistics say.
drop index contacts_email_idx;
create index contacts_email_idx on contacts (tenant_id, email, created_at, id) where email is not null;
