--liquibase formatted sql

--changeset pulso:identity-140-role-scopes splitStatements:false
-- allow rows: a handful of roles a company
-- By kind of record: own or team; all where nothing is said. A new kind needs no column.
alter table roles add column scopes jsonb not null default '{}'
    check (jsonb_typeof(scopes) = 'object' and not jsonb_path_exists(scopes, '$.* ? (@ != "own" && @ != "team" && @ != "all")'));

-- Nodes of the release before read and write the columns: both say the same until a later release drops them.
create function keep_role_scopes() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' and new.scopes = '{}' or tg_op = 'UPDATE' and new.scopes is not distinct from old.scopes then
        new.scopes := new.scopes || jsonb_build_object('leads', new.leads_scope, 'deals', new.deals_scope);
    else
        new.leads_scope := coalesce(new.scopes ->> 'leads', 'all');
        new.deals_scope := coalesce(new.scopes ->> 'deals', 'all');
    end if;
    return new;
end $$;
create trigger keep_role_scopes before insert or update on roles for each row execute function keep_role_scopes();

drop trigger announce_access_change on roles;
create trigger announce_access_change after update on roles for each row
    when (old.permissions is distinct from new.permissions or old.scopes is distinct from new.scopes)
    execute function announce_access_change('tenant_id');

do $$
declare tenant uuid;
begin
    for tenant in select tenant_id from tenant_directory loop
        perform set_config('app.tenant_id', tenant::text, true);
        update roles set scopes = jsonb_build_object('leads', leads_scope, 'deals', deals_scope) where tenant_id = tenant;
    end loop;
end $$;
