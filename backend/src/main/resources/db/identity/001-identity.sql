--liquibase formatted sql

--changeset pulso:identity-001
create table users (
    tenant_id     uuid        not null references tenants (id),
    id            uuid        not null,
    name          text        not null check (length(name) between 1 and 200),
    email         text        not null,
    password_hash text        not null,
    role          text        not null check (role in ('admin', 'manager', 'agent', 'finance', 'viewer')),
    last_login_at timestamptz,
    disabled_at   timestamptz,
    search        text        not null generated always as (normalize_search(name || ' ' || email)) stored,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    version       int         not null default 0,
    primary key (tenant_id, id),
    constraint users_email_key unique (tenant_id, email)
);
create index users_name_idx on users (tenant_id, name, id);
select make_tenant_table('users');

-- Names of users for other modules' lists.
create view user_names with (security_invoker = true) as select tenant_id, id, name from users;
grant select on user_names to pulso_app;

-- Where an e-mail logs in. Global on purpose: at login no tenant is known yet. It holds no secret, and the app may
-- neither change a row nor list it by tenant.
create table login_directory (
    email     text not null,
    tenant_id uuid not null references tenants (id),
    user_id   uuid not null,
    primary key (email, tenant_id)
);
grant select, insert, delete on login_directory to pulso_app;

--changeset pulso:identity-002
create table sessions (
    tenant_id    uuid        not null,
    id           uuid        not null,
    user_id      uuid        not null,
    user_agent   text,
    created_at   timestamptz not null default now(),
    last_used_at timestamptz not null default now(),
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    primary key (tenant_id, id),
    constraint sessions_user_fk foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
create index sessions_user_idx on sessions (tenant_id, user_id);
select make_tenant_table('sessions');

-- One row per refresh token ever given; used_at tells a replay. Not audited: the session is.
create table refresh_tokens (
    tenant_id  uuid        not null,
    id         uuid        not null,
    session_id uuid        not null,
    token_hash bytea       not null,
    created_at timestamptz not null default now(),
    used_at    timestamptz,
    primary key (tenant_id, id),
    constraint refresh_tokens_session_fk foreign key (tenant_id, session_id) references sessions (tenant_id, id) on delete cascade
);
create index refresh_tokens_session_idx on refresh_tokens (tenant_id, session_id);
select make_tenant_table('refresh_tokens', audited => false);
