--liquibase formatted sql

--changeset pulso:crm-123-removals splitStatements:true
create trigger note_deleted after delete on leads for each row execute function note_deleted();
create trigger note_other_owner after update of owner_id on leads for each row
    when (old.owner_id is not null and old.owner_id is distinct from new.owner_id) execute function note_other_owner();
create trigger note_other_owner after update of owner_id on deals for each row
    when (old.owner_id is not null and old.owner_id is distinct from new.owner_id) execute function note_other_owner();
