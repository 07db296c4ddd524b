--liquibase formatted sql

--changeset platform:100-idempotency splitStatements:false
-- A key belongs to who sent it as well: two programs of one company never meet. Answers are sealed, because some of them
-- show a secret. The old column stays for nodes of the release before.
alter table idempotency_keys add column actor text not null default '';
alter table idempotency_keys add column sealed bytea;
alter table idempotency_keys drop constraint idempotency_keys_pkey;
alter table idempotency_keys add primary key (tenant_id, actor, operation, key);
