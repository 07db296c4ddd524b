--liquibase formatted sql

--changeset pulso:customers-house-010-website splitStatements:false
alter table customers add column website text;
