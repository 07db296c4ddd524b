--liquibase formatted sql

--changeset pulso:identity-010-access-changes splitStatements:false
-- Every node keeps in memory what a session may do. These triggers tell all of them, with the commit, whom to forget:
-- the tenant, or the tenant and the user. Arguments: the columns that name them.
create function announce_access_change() returns trigger language plpgsql as $$
begin
    perform pg_notify('access_changed', concat_ws('/', to_jsonb(old) ->> tg_argv[0], to_jsonb(old) ->> tg_argv[1]));
    return null;
end $$;

create trigger announce_access_change after update on users for each row
    when (old.role is distinct from new.role or old.disabled_at is distinct from new.disabled_at
          or old.email is distinct from new.email)
    execute function announce_access_change('tenant_id', 'id');
create trigger announce_access_end after delete on users for each row
    execute function announce_access_change('tenant_id', 'id');
create trigger announce_access_change after update on sessions for each row
    when (old.revoked_at is distinct from new.revoked_at)
    execute function announce_access_change('tenant_id', 'user_id');
create trigger announce_access_end after delete on sessions for each row
    execute function announce_access_change('tenant_id', 'user_id');
create trigger announce_access_change after update on tenants for each row
    when (old.deleted_at is distinct from new.deleted_at)
    execute function announce_access_change('id');
