-- The trail as it was before it was chained (docs/adr/0016-audit-chain.md): for comparison, in a throw-away database.
alter function audit_insert() security invoker reset search_path;
alter function audit_update() security invoker reset search_path;
alter function audit_delete() security invoker reset search_path;
grant insert on audit_log to pulso_app;
drop index audit_log_entity;
drop index audit_log_record;
drop index audit_log_actor;
drop index audit_log_deletes;
drop index audit_log_tx;
alter table audit_log alter column tx set default 0;
create index audit_log_entity on audit_log (tenant_id, entity, entity_id, id);
create index audit_log_actor on audit_log (tenant_id, actor_id, id);
