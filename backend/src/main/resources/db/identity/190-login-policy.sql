--liquibase formatted sql

--changeset pulso:identity-190-login-policy splitStatements:false
-- Inside a tenant's transaction only its own logins exist, and without a tenant none: who looks for one asks logins_of(), which
-- runs as the owner and knows one address. Hence not forced on the owner, as everywhere else.
alter table login_directory enable row level security;
create policy tenant_isolation on login_directory using (tenant_id = current_setting('app.tenant_id')::uuid)
    with check (tenant_id = current_setting('app.tenant_id')::uuid);
