--liquibase formatted sql

--changeset pulso:imports-110-live splitStatements:false
create or replace function announce_import() returns trigger language plpgsql as $$
begin
    insert into live_log (tenant_id, permission, type, record_id)
    values (new.tenant_id, 'imports:read', 'import.' || case tg_op when 'INSERT' then 'created' else 'updated' end, new.id);
    return null;
end $$;
