--liquibase formatted sql

--changeset test:slow splitStatements:true
create table half_made (id int);
select pg_sleep(3600);
