--liquibase formatted sql

--changeset pulso:crm-020-record-ownership splitStatements:true
-- Who reaches only its own or its team's records says so in a setting of the transaction (see platform.tenancy); then
-- no statement, whoever wrote it, finds another record. Nothing set: all, as for the product's own work. The scalar
-- subqueries are evaluated once per statement, not once per row.
create policy record_scope on leads as restrictive using (
    (select coalesce(current_setting('app.owners_leads', true), '')) = ''
    or owner_id = any ((select nullif(current_setting('app.owners_leads', true), ''))::uuid[]));
create policy record_scope on deals as restrictive using (
    (select coalesce(current_setting('app.owners_deals', true), '')) = ''
    or owner_id = any ((select nullif(current_setting('app.owners_deals', true), ''))::uuid[]));
