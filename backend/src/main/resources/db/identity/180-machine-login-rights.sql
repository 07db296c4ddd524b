--liquibase formatted sql

--changeset pulso:identity-180-machine-login-rights splitStatements:true
-- The addresses of all companies are nobody's to list: of those of others the application learns by logins_of() alone, which the
-- release before asks already.
create policy own on login_directory using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy owner_reads on login_directory for select to current_user using (true);
alter table login_directory enable row level security;
alter table login_directory force row level security;
