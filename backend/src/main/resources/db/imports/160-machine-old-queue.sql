--liquibase formatted sql

--changeset pulso:imports-160-machine-old-queue splitStatements:true
-- allow contract: imports wait among all other work, and nothing has asked for their own queue since
drop table import_queue;
drop function forward_import();
