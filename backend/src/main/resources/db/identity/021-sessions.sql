--liquibase formatted sql

--changeset pulso:identity-021-session-address splitStatements:false
-- Where a session was last renewed from, so that its owner recognises it.
alter table sessions add column address text;
