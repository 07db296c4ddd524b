--liquibase formatted sql

--changeset platform:005-outbox-traces
-- The W3C traceparent of what caused the event, so that its handling shows in the same trace.
alter table outbox_events add column trace_parent text;
