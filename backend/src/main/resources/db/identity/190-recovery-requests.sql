--liquibase formatted sql

--changeset pulso:identity-190-recovery-requests splitStatements:false
-- Who has asked for a new password and was promised an answer by mail, until it is on its way; whether anybody has the e-mail is
-- looked up then. They belong to nobody: the tenant is the one that does not exist (docs/adr/0014).
create table recovery_requests (
    tenant_id  uuid        not null,
    id         uuid        not null,
    content    bytea       not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);
select make_tenant_table('recovery_requests', audited => false, grants => 'select, insert, delete');
