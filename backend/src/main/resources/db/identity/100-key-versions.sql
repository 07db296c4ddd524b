--liquibase formatted sql

--changeset identity:100-key-versions
-- The version of the API that a key was made with. Keys from before there were versions have none and get the oldest.
alter table api_keys add column api_version text;
