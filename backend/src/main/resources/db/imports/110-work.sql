--liquibase formatted sql

--changeset pulso:imports-110-old-queue splitStatements:false
-- As with the other old queues: what waits goes on in the work queue, and so does what a process of the release before
-- still orders.
create function forward_import() returns trigger language plpgsql as $$
begin
    insert into work (queue, tenant_id, key, ref) values ('imports', new.tenant_id, new.tenant_id, new.import_id);
    return null;
end $$;
create trigger forward before insert on import_queue for each row execute function forward_import();
alter table work no force row level security;
insert into work (queue, tenant_id, key, ref, failures)
select 'imports', tenant_id, tenant_id, import_id, least(attempts, 4) from import_queue order by import_id;
alter table work force row level security;
delete from import_queue;
