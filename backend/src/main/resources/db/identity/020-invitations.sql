--liquibase formatted sql

--changeset pulso:identity-020-own-password splitStatements:false
-- Whether the password was chosen by who reads the mailbox, or by somebody else for them. Only the former may go on to
-- another company with the same e-mail: an administrator who made up a user must not get there by its password.
alter table users add column own_password boolean not null default false;

--changeset pulso:identity-020-invitations splitStatements:false
create table invitations (
    tenant_id   uuid        not null,
    id          uuid        not null,
    email       text        not null,
    name        text        check (length(name) between 1 and 200),
    role        text        not null,
    token_hash  bytea       not null,
    invited_by  uuid,
    sent_count  int         not null default 1,
    expires_at  timestamptz not null,
    accepted_at timestamptz,
    revoked_at  timestamptz,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    version     int         not null default 0,
    primary key (tenant_id, id)
);
-- One open invitation per address.
create unique index invitations_open_email on invitations (tenant_id, email)
    where accepted_at is null and revoked_at is null;
select make_tenant_table('invitations');
