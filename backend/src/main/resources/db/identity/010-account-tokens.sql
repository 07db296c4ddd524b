--liquibase formatted sql

--changeset pulso:identity-010 splitStatements:false
-- People choose the language and the theme they work in; without a choice the company's language holds.
alter table users
    add column email_verified_at   timestamptz,
    add column password_changed_at timestamptz not null default now(),
    add column locale              text check (locale in ('pt-BR', 'en')),
    add column theme               text not null default 'system' check (theme in ('system', 'light', 'dark'));

-- What a link in a mail, or the first half of a login, is worth: one use, for a while. Only the hash is kept.
create table account_tokens (
    tenant_id  uuid        not null,
    id         uuid        not null,
    user_id    uuid        not null,
    purpose    text        not null check (purpose in ('reset_password', 'verify_email', 'second_factor')),
    token_hash bytea       not null,
    email      text        not null,
    failures   int         not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    primary key (tenant_id, id),
    constraint account_tokens_user_fk foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
create index account_tokens_user_idx on account_tokens (tenant_id, user_id, purpose);
select make_tenant_table('account_tokens', audited => false);
