--liquibase formatted sql

--changeset pulso:identity-160-lost-reach splitStatements:false
-- Whose reach of what: every kind that a role names, none by name. A new kind of owned records needs nothing here.
create or replace function record_scope_of(role uuid, kind text) returns text language sql stable
    return coalesce((select r.scopes ->> kind from roles r where r.id = role), 'all');

create or replace function note_lost_reach_of_user() returns trigger language plpgsql as $$
declare kind text;
begin
    -- All kinds whose reach some role of the company limits.
    for kind in select distinct named from roles r cross join lateral jsonb_object_keys(r.scopes) as named loop
        perform note_lost_reach(new.id, kind, record_scope_of(old.role_id, kind), record_scope_of(new.role_id, kind),
                                old.team_id, new.team_id);
        -- Who stays in the team does not reach what is theirs any more.
        if old.team_id is distinct from new.team_id then
            insert into reach_losses (tenant_id, user_id, kind, owner_id)
            select new.tenant_id, m.id, kind, new.id from users m
            where m.team_id = old.team_id and m.id <> new.id and record_scope_of(m.role_id, kind) = 'team';
        end if;
    end loop;
    return null;
end $$;

create or replace function note_lost_reach_of_role() returns trigger language plpgsql as $$
begin
    perform note_lost_reach(u.id, kind, coalesce(old.scopes ->> kind, 'all'), coalesce(new.scopes ->> kind, 'all'),
                            u.team_id, u.team_id)
    from users u cross join lateral jsonb_object_keys(old.scopes || new.scopes) as kind where u.role_id = new.id;
    return null;
end $$;

drop trigger note_lost_reach on roles;
create trigger note_lost_reach after update on roles for each row
    when (old.scopes is distinct from new.scopes) execute function note_lost_reach_of_role();
