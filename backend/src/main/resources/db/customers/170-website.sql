--liquibase formatted sql

--changeset pulso:customers-170-website splitStatements:false
alter table customers add column website text;
