--liquibase formatted sql

--changeset platform:010-mail splitStatements:false
-- A mail is written with what caused it and sent afterwards. The content is sealed, and erased once the mail is out:
-- it holds links that let people in.
create table mails (
    tenant_id  uuid        not null,
    id         uuid        not null,
    key        text        not null,
    recipient  text        not null,
    template   text        not null,
    locale     text        not null check (locale in ('pt-BR', 'en')),
    content    bytea,
    status     text        not null default 'queued' check (status in ('queued', 'sent', 'failed')),
    error      text,
    created_at timestamptz not null default now(),
    sent_at    timestamptz,
    primary key (tenant_id, id),
    constraint mails_key unique (tenant_id, key)
);
select make_tenant_table('mails', audited => false);

-- Pointers only, so that one relay serves all tenants.
create table mail_queue (
    tenant_id       uuid        not null,
    mail_id         uuid        not null,
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null default now(),
    primary key (tenant_id, mail_id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);
create index mail_queue_due on mail_queue (next_attempt_at);
grant select, insert, update, delete on mail_queue to pulso_app;
