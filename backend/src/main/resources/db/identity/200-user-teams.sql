--liquibase formatted sql

--changeset pulso:identity-200-user-teams splitStatements:true
-- Who works together, for modules that share something among a team; people who have left are in none.
create view user_teams with (security_invoker = true) as
    select tenant_id, id, team_id from users where removed_at is null and team_id is not null;
grant select on user_teams to pulso_app;
