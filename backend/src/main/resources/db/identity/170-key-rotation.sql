--liquibase formatted sql

--changeset pulso:identity-170-key-rotation
-- allow not-valid: of a new column no row has a value, and a check of all rows under row-level security has no tenant
-- The key that follows a rotated one, which goes on working until it expires.
alter table api_keys add column replaced_by uuid;
alter table api_keys add constraint api_keys_replaced_by_fkey
    foreign key (tenant_id, replaced_by) references api_keys (tenant_id, id) not valid;

--changeset pulso:identity-170-key-rotation-announced
-- A rotation brings the end of a key nearer: nodes that know the key have to hear of that too.
drop trigger announce_access_change on api_keys;
create trigger announce_access_change after update on api_keys for each row
    when (old.revoked_at is distinct from new.revoked_at or old.scopes is distinct from new.scopes
        or old.expires_at is distinct from new.expires_at)
    execute function announce_access_change('tenant_id');
