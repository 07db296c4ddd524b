--liquibase formatted sql

--changeset pulso:identity-140-login-directory splitStatements:false
-- An address means something once its mailbox was proved to be the user's; of several proven ones the last used one is meant.
alter table login_directory add column proven_at timestamptz, add column used_at timestamptz;
grant update (proven_at, used_at) on login_directory to pulso_app;

--changeset pulso:identity-140-proven-so-far splitStatements:false
-- allow rows: one row a person, and nobody can log in before it is right
do $$
declare tenant uuid;
begin
    for tenant in select tenant_id from tenant_directory loop
        perform set_config('app.tenant_id', tenant::text, true);
        update login_directory l set proven_at = u.email_verified_at, used_at = u.last_login_at
        from users u where u.tenant_id = tenant and l.tenant_id = tenant and u.id = l.user_id;
    end loop;
end $$;
