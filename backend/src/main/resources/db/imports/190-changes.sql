--liquibase formatted sql

--changeset pulso:imports-190-changes
-- When an import last went on; null of those that ended before, whose last change was their end.
alter table imports add column updated_at timestamptz;

--changeset pulso:imports-190-changes-stamped splitStatements:false
-- By the database, so that what a node of the release before does counts too.
create function stamp_import() returns trigger language plpgsql as $$
begin
    new.updated_at := now();
    return new;
end $$;
create trigger stamp before insert or update on imports for each row execute function stamp_import();
