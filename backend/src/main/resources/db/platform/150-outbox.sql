--liquibase formatted sql

--changeset pulso:platform-150-outbox-bound splitStatements:false
select bound_partition('outbox_events');

--changeset pulso:platform-150-outbox-bound-holds splitStatements:false
alter table outbox_events validate constraint outbox_events_bound;

--changeset pulso:platform-150-outbox-partitions splitStatements:false
select partition_by_id('outbox_events', interval '1 month', interval '90 days',
    'what happened is told within seconds and told again on request for three months; records and trail know the rest');
