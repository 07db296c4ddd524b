--liquibase formatted sql

--changeset pulso:identity-030-api-keys splitStatements:true
-- Keys of integrators. Of the secret only the hash is kept; the prefix is what people recognise a key by.
create table api_keys (
    tenant_id    uuid        not null references tenants (id),
    id           uuid        not null,
    name         text        not null check (length(name) between 1 and 80),
    prefix       text        not null,
    key_hash     bytea       not null,
    scopes       text[]      not null check (cardinality(scopes) > 0),
    created_by   uuid,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    version      int         not null default 0,
    primary key (tenant_id, id)
);
create index api_keys_created_idx on api_keys (tenant_id, created_at, id);
select make_tenant_table('api_keys');

create trigger announce_access_change after update on api_keys for each row
    when (old.revoked_at is distinct from new.revoked_at or old.scopes is distinct from new.scopes)
    execute function announce_access_change('tenant_id');
create trigger announce_access_end after delete on api_keys for each row
    execute function announce_access_change('tenant_id');
