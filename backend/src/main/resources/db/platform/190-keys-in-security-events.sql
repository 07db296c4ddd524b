--liquibase formatted sql

--changeset pulso:platform-190-keys-in-security-events
-- The key of the program that was refused.
alter table security_events add column api_key_id uuid;
