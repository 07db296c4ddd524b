--liquibase formatted sql

--changeset pulso:portfolio-110-live splitStatements:false
select make_live_table('contracts', 'contract', 'portfolio.contracts:read');
