--liquibase formatted sql

--changeset pulso:identity-170-logins splitStatements:false
-- Where one e-mail logs in: whoever asks has to know it, and learns nothing of the others.
create function logins_of(mail text) returns table (tenant_id uuid, user_id uuid, proven_at timestamptz, used_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
    select l.tenant_id, l.user_id, l.proven_at, l.used_at from login_directory l where l.email = mail
$$;
revoke execute on function logins_of(text) from public;
grant execute on function logins_of(text) to pulso_app;
