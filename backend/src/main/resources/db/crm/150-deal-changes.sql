--liquibase formatted sql

--changeset pulso:crm-150-deal-changes-bound splitStatements:false
select bound_partition('deal_changes');

--changeset pulso:crm-150-deal-changes-bound-holds splitStatements:false
alter table deal_changes validate constraint deal_changes_bound;

--changeset pulso:crm-150-deal-changes-partitions splitStatements:false
select partition_by_id('deal_changes', interval '3 months', null, 'reports ask what the pipeline was worth on any day');
