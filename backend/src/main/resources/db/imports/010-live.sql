--liquibase formatted sql

--changeset pulso:imports-010-live splitStatements:false
create function announce_import() returns trigger language plpgsql as $$
begin
    insert into live_log (tenant_id, permission, type, record_id)
    values (new.tenant_id, 'imports:read', 'import.changed', new.id);
    return null;
end $$;
create trigger announce_new after insert on imports for each row execute function announce_import();
create trigger announce_change after update on imports for each row
    when ((old.status, old.rows, old.failed) is distinct from (new.status, new.rows, new.failed))
    execute function announce_import();
