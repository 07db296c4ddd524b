--liquibase formatted sql

--changeset pulso:identity-150-refresh-tokens-bound splitStatements:false
select bound_partition('refresh_tokens');

--changeset pulso:identity-150-refresh-tokens-bound-holds splitStatements:false
alter table refresh_tokens validate constraint refresh_tokens_bound;

--changeset pulso:identity-150-refresh-tokens-partitions splitStatements:false
-- A session that nobody has renewed for a month is over, so the newest token of an open one is younger.
select partition_by_id('refresh_tokens', interval '1 month', interval '90 days',
    'one for every 15 minutes of a tab; only the newest of a session renews it, older ones show that one was stolen');
