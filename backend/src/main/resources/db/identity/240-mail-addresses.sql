--liquibase formatted sql

--changeset pulso:identity-240-mail-addresses splitStatements:true
-- Where those who work here are written to, and in which language.
create view user_addresses with (security_invoker = true) as
    select tenant_id, id, name, email, locale from users where removed_at is null and disabled_at is null;
grant select on user_addresses to pulso_app;
