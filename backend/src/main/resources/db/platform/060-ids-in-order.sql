--liquibase formatted sql

--changeset pulso:platform-060-ids-in-order splitStatements:false
-- To the millisecond, two rows that were written right after each other came in either order: of two terms of a contract the
-- older could win. RFC 9562 (6.2, method 3) lets the 12 bits behind the version go on with the fraction of the millisecond,
-- which is finer than the clock. The last 62 bits, with their variant, are those of a random UUID.
create or replace function time_ordered_uuid() returns uuid
    language sql volatile parallel safe
    return (overlay(lpad(to_hex((extract(epoch from clock_timestamp()) * 4096000)::bigint), 15, '0') placing '7' from 13 for 0)
        || substr(gen_random_uuid()::text, 20))::uuid;
