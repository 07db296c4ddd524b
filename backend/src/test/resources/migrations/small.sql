--liquibase formatted sql logicalFilePath:migrations/parts.sql

--changeset test:small splitStatements:true
create table parts (id int);
insert into parts values (1);

--changeset test:small-colour splitStatements:true
alter table parts add column colour text;
