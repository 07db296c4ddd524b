--liquibase formatted sql

--changeset pulso:platform-120-removals splitStatements:true
-- What has left: deleted records, and those that came to another owner and so out of the reach of some. For programs that
-- keep a copy. Not audited: what happened to the record is.
create table removals (
    tenant_id  uuid        not null,
    id         uuid        not null default time_ordered_uuid(),
    entity     text        not null,
    record_id  uuid        not null,
    reason     text        not null check (reason in ('deleted', 'scope')),
    -- Whose it was: who reached them had it.
    owner_id   uuid,
    updated_at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, id)
);
create index removals_changes_idx on removals (tenant_id, entity, updated_at, record_id);
select make_tenant_table('removals', audited => false, grants => 'select, insert');

-- Whose records somebody does not reach any more, because a role or a team was changed.
create table reach_losses (
    tenant_id  uuid        not null,
    id         uuid        not null default time_ordered_uuid(),
    user_id    uuid        not null,
    kind       text        not null,
    -- Null: all that the person does not reach now.
    owner_id   uuid,
    updated_at timestamptz not null default clock_timestamp(),
    primary key (tenant_id, id)
);
create index reach_losses_changes_idx on reach_losses (tenant_id, user_id, kind, updated_at);
select make_tenant_table('reach_losses', audited => false, grants => 'select, insert');

--changeset pulso:platform-120-note-removals splitStatements:false
create function note_deleted() returns trigger language plpgsql as $$
begin
    insert into removals (tenant_id, entity, record_id, reason, owner_id)
    values (old.tenant_id, tg_table_name, old.id, 'deleted', (to_jsonb(old) ->> 'owner_id')::uuid);
    return null;
end $$;
create function note_other_owner() returns trigger language plpgsql as $$
begin
    insert into removals (tenant_id, entity, record_id, reason, owner_id)
    values (old.tenant_id, tg_table_name, old.id, 'scope', old.owner_id);
    return null;
end $$;
