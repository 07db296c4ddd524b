--liquibase formatted sql

--changeset pulso:identity-110-live splitStatements:false
select make_live_table('users', 'user', 'users:read');
select make_live_table('roles', 'role', 'roles:read');
select make_live_table('teams', 'team', 'users:read');
select make_live_table('invitations', 'invitation', 'users:write');
select make_live_table('api_keys', 'api_key', 'api_keys:read');
create function announce_tenant() returns trigger language plpgsql as $$
begin
    insert into live_log (tenant_id, permission, type, record_id, version)
    values (new.id, 'tenant:read', 'tenant.updated', new.id, new.version);
    return null;
end $$;
create trigger announce_changed after update on tenants for each row
    when (old.version is distinct from new.version) execute function announce_tenant();

-- What a person may do, whose records it reaches and how it is called: told to that person alone.
create function announce_profiles_of_users() returns trigger language plpgsql as $$
begin
    insert into live_log (tenant_id, permission, type, record_id, user_id)
    select u.tenant_id, 'authenticated', 'profile.changed', u.id, u.id
    from users u
    where u.tenant_id = new.tenant_id and u.disabled_at is null
      and (u.id = new.id
           -- Who shares a team reaches other records when somebody comes or goes.
           or (old.team_id is distinct from new.team_id and u.team_id in (old.team_id, new.team_id)))
    limit 200;
    return null;
end $$;
create trigger announce_profile after update on users for each row
    when ((old.role, old.team_id, old.name, old.email, old.email_verified_at, old.locale, old.theme)
          is distinct from (new.role, new.team_id, new.name, new.email, new.email_verified_at, new.locale, new.theme))
    execute function announce_profiles_of_users();

create function announce_profiles_of_role() returns trigger language plpgsql as $$
begin
    insert into live_log (tenant_id, permission, type, record_id, user_id)
    select u.tenant_id, 'authenticated', 'profile.changed', u.id, u.id
    from users u
    where u.tenant_id = new.tenant_id and u.role_id = new.id and u.disabled_at is null;
    return null;
end $$;
create trigger announce_profile after update on roles for each row
    when ((old.name, old.permissions, old.leads_scope, old.deals_scope)
          is distinct from (new.name, new.permissions, new.leads_scope, new.deals_scope))
    execute function announce_profiles_of_role();
