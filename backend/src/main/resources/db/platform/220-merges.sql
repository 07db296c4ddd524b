--liquibase formatted sql

--changeset pulso:platform-220-merges splitStatements:true
-- docs/adr/0062-duplicates-and-merge.md. Of two records one was kept: whoever asks for the other one is told where it went, and for 30
-- days the two can be made apart again.
create table merges (
    tenant_id    uuid        not null,
    id           uuid        not null,
    -- As the contract calls it.
    kind         text        not null,
    table_name   text        not null,
    winner_id    uuid        not null,
    loser_id     uuid        not null,
    loser_name   text        not null,
    -- The keys under which other systems knew either.
    loser_external_source  text,
    loser_external_id      text,
    winner_external_source text,
    winner_external_id     text,
    -- The row that is gone; what the other one was and became, as far as it changed; the rows that were moved, by table and column.
    loser        jsonb       not null,
    before       jsonb       not null,
    after        jsonb       not null,
    moved        jsonb       not null,
    -- What belonged to the one that is gone and could not be moved, since the other one had such a thing itself; by table.
    dropped      jsonb       not null,
    merged_by_id uuid,
    created_at   timestamptz not null default now(),
    undone_at    timestamptz,
    primary key (tenant_id, id)
);
create index merges_loser_idx on merges (tenant_id, loser_id) where undone_at is null;
create index merges_loser_key_idx on merges (tenant_id, loser_external_id) where undone_at is null and loser_external_id is not null;
create index merges_winner_key_idx on merges (tenant_id, winner_external_id) where undone_at is null and winner_external_id is not null;
create index merges_winner_idx on merges (tenant_id, winner_id);
create index merges_kind_idx on merges (tenant_id, kind, created_at, id);
select make_tenant_table('merges', audited => false, grants => 'select, insert, update');
select business_time('merges', 'created_at');

--changeset pulso:platform-220-merged-with splitStatements:false
-- A record and all that have become one with it, however many merges away: what one of them was is told by the merges of the others.
create function merged_with(of_kind text, record uuid) returns setof uuid
    language sql stable as $$
    with recursive one (id) as (
        select record
        union
        select case when m.winner_id = one.id then m.loser_id else m.winner_id end
        from one join merges m on m.kind = of_kind and m.undone_at is null and one.id in (m.winner_id, m.loser_id)
    )
    select id from one
$$;
