--liquibase formatted sql

--changeset pulso:identity-030-second-factor splitStatements:false
-- The secret behind the codes of an authenticator app, sealed. The id is the user's: each has at most one.
create table second_factors (
    tenant_id     uuid        not null,
    id            uuid        not null,
    secret        bytea       not null,
    confirmed_at  timestamptz,
    -- The last 30-second step whose code was taken: none is taken twice.
    last_step     bigint      not null default 0,
    failures      int         not null default 0,
    blocked_until timestamptz,
    created_at    timestamptz not null default now(),
    primary key (tenant_id, id),
    constraint second_factors_user_fk foreign key (tenant_id, id) references users (tenant_id, id) on delete cascade
);
select make_tenant_table('second_factors');

-- For who has lost the app; each works once.
create table recovery_codes (
    tenant_id   uuid        not null,
    id          uuid        not null,
    user_id     uuid        not null,
    secret_hash bytea       not null,
    used_at     timestamptz,
    created_at  timestamptz not null default now(),
    primary key (tenant_id, id),
    constraint recovery_codes_user_fk foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
create index recovery_codes_user_idx on recovery_codes (tenant_id, user_id);
select make_tenant_table('recovery_codes');
