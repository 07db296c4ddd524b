-- Undoes audit-before.sql.
alter function audit_insert() security definer set search_path = public, pg_temp;
alter function audit_update() security definer set search_path = public, pg_temp;
alter function audit_delete() security definer set search_path = public, pg_temp;
revoke insert on audit_log from pulso_app;
drop index audit_log_entity;
drop index audit_log_actor;
alter table audit_log alter column tx set default (txid_current() + audit_tx_offset());
create index audit_log_entity on audit_log (tenant_id, entity, id);
create index audit_log_record on audit_log (tenant_id, entity_id, id);
create index audit_log_actor on audit_log (tenant_id, actor_id, id) where actor_id is not null;
create index audit_log_deletes on audit_log (tenant_id, id) where action = 'delete';
create index audit_log_tx on audit_log (tenant_id, tx);
