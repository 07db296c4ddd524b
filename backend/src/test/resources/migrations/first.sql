--liquibase formatted sql logicalFilePath:migrations/parts.sql

--changeset test:small splitStatements:true
create table parts (id int);
insert into parts values (1);
