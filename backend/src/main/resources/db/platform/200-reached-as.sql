--liquibase formatted sql

--changeset pulso:platform-200-reached-as splitStatements:true
-- By whom a record was reached besides its owner: of records that are reached as others are, those others' owners by their kinds
-- ({"deals": "<owner>"}), who all have to be reached. {}: by everybody. Null: by its owner only.
alter table removals add column reached_as jsonb;

--changeset pulso:platform-200-reached-all splitStatements:false
-- Whether all of them are reached by who is limited to those owners; a kind that is not limited is reached whole. Null of null.
create function reached_all(reached_as jsonb, reach jsonb) returns boolean language sql immutable parallel safe
    return case when reached_as is not null then not exists (
        select from jsonb_each_text(reached_as) pair
        where reach -> pair.key is not null and not coalesce(reach -> pair.key @> to_jsonb(pair.value), false)) end;
