--liquibase formatted sql

--changeset pulso:identity-120-lost-reach splitStatements:false
create function record_scope_of(role uuid, kind text) returns text language sql stable
    return coalesce((select case kind when 'leads' then r.leads_scope else r.deals_scope end from roles r where r.id = role),
                    'all');

-- What somebody with a scope loses who had another one, or another team.
create function note_lost_reach(person uuid, kind text, was text, becomes text, old_team uuid, new_team uuid) returns void
    language plpgsql as $$
declare tenant uuid = current_setting('app.tenant_id')::uuid;
begin
    if becomes = 'all' then
        return;
    end if;
    if was = 'all' then
        insert into reach_losses (tenant_id, user_id, kind) values (tenant, person, kind);
    elsif was = 'team' and (becomes = 'own' or old_team is distinct from new_team) then
        insert into reach_losses (tenant_id, user_id, kind, owner_id)
        select tenant, person, kind, m.id from users m where m.team_id = old_team and m.id <> person;
    end if;
end $$;

create function note_lost_reach_of_user() returns trigger language plpgsql as $$
declare kind text;
begin
    foreach kind in array array['leads', 'deals'] loop
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
create trigger note_lost_reach after update on users for each row
    when (old.role_id is distinct from new.role_id or old.team_id is distinct from new.team_id)
    execute function note_lost_reach_of_user();

create function note_lost_reach_of_role() returns trigger language plpgsql as $$
begin
    perform note_lost_reach(u.id, 'leads', old.leads_scope, new.leads_scope, u.team_id, u.team_id),
            note_lost_reach(u.id, 'deals', old.deals_scope, new.deals_scope, u.team_id, u.team_id)
    from users u where u.role_id = new.id;
    return null;
end $$;
create trigger note_lost_reach after update on roles for each row
    when (old.leads_scope is distinct from new.leads_scope or old.deals_scope is distinct from new.deals_scope)
    execute function note_lost_reach_of_role();
