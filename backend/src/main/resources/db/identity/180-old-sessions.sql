--liquibase formatted sql

--changeset pulso:identity-180-old-sessions splitStatements:false
-- How a session began and ended stands in the trail. That its row goes a year later is no event, and would write down its address and
-- browser once more.
drop trigger audit_delete on sessions;
