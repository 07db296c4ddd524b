--liquibase formatted sql

--changeset pulso:crm-210-lead-answers splitStatements:true
-- docs/adr/0061-lead-scores.md
alter table leads
    add column source_details  text not null default '{}',
    add column company_size    text,
    add column bant_budget     text,
    add column bant_authority  text,
    add column bant_need       text,
    add column bant_timeline   text,
    -- What somebody said that BANT is, instead of its answers.
    add column bant_given      int,
    add column score           int not null default 0,
    -- The highest threshold that it has reached and not yet left.
    add column score_threshold int,
    -- The day on which time alone takes the next point, and the version of the rules it was scored by; -1: never yet.
    add column score_due_on    date,
    add column scored_by       int not null default -1,
    -- Moves with every override, and the version with it: two who decide at once see each other.
    add column overridden_at   timestamptz;

--changeset pulso:crm-210-lead-score-order runInTransaction:false splitStatements:true
drop index concurrently if exists leads_score_idx;
create index concurrently leads_score_idx on leads (tenant_id, score, id);

--changeset pulso:crm-210-lead-score-due runInTransaction:false splitStatements:true
drop index concurrently if exists leads_score_due_idx;
create index concurrently leads_score_due_idx on leads (tenant_id, score_due_on, id) where stage <> 'converted';

--changeset pulso:crm-210-lead-scored-by runInTransaction:false splitStatements:true
drop index concurrently if exists leads_scored_by_idx;
create index concurrently leads_scored_by_idx on leads (tenant_id, scored_by, id) where stage <> 'converted';

--changeset pulso:crm-210-lead-scoring splitStatements:true
-- One row for each version of the rules, which is never changed.
create table lead_scoring (
    tenant_id          uuid        not null,
    id                 uuid        not null,
    version            int         not null check (version > 0),
    budget             jsonb       not null,
    authority          jsonb       not null,
    need               jsonb       not null,
    timeline           jsonb       not null,
    rules              jsonb       not null,
    engagement_maximum int         not null check (engagement_maximum between 0 and 100),
    fit_maximum        int         not null check (fit_maximum between 0 and 100),
    half_life_days     int         not null check (half_life_days > 0),
    thresholds         int[]       not null,
    created_by_id      uuid,
    created_at         timestamptz not null default now(),
    primary key (tenant_id, id),
    constraint lead_scoring_version_key unique (tenant_id, version)
);
select make_tenant_table('lead_scoring', grants => 'select, insert');
select make_record_kind('lead_scoring', 'lead_scoring');
select business_time('lead_scoring', 'created_at');

create table lead_sources (
    tenant_id  uuid        not null,
    id         uuid        not null,
    sources    jsonb       not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version    int         not null default 0,
    primary key (tenant_id, id),
    constraint lead_sources_one_per_tenant unique (tenant_id)
);
select make_tenant_table('lead_sources');
select business_time('lead_sources', 'created_at', 'updated_at');

--changeset pulso:crm-210-lead-signals splitStatements:true
create table lead_signals (
    tenant_id   uuid        not null,
    id          uuid        not null,
    lead_id     uuid        not null,
    type        text        not null check (type in ('email_open', 'conversation')),
    occurred_at timestamptz not null,
    external_id text        check (length(external_id) <= 100),
    created_at  timestamptz not null default now(),
    primary key (tenant_id, id),
    constraint lead_signals_lead_fk foreign key (tenant_id, lead_id) references leads (tenant_id, id) on delete cascade,
    constraint lead_signals_external_id_key unique (tenant_id, lead_id, type, external_id)
);
create index lead_signals_lead_idx on lead_signals (tenant_id, lead_id, type, occurred_at);
create index lead_signals_age_idx on lead_signals (tenant_id, occurred_at);
select make_tenant_table('lead_signals', audited => false);
select business_time('lead_signals', 'created_at');

create table lead_score_overrides (
    tenant_id        uuid        not null,
    id               uuid        not null,
    lead_id          uuid        not null,
    rule             text        not null check (length(rule) between 1 and 50),
    points           int         not null check (points between 0 and 100),
    reason           text        not null check (length(reason) between 1 and 500),
    overridden_by_id uuid,
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    version          int         not null default 0,
    primary key (tenant_id, id),
    constraint lead_score_overrides_lead_fk foreign key (tenant_id, lead_id) references leads (tenant_id, id) on delete cascade,
    constraint lead_score_overrides_rule_key unique (tenant_id, lead_id, rule)
);
select make_tenant_table('lead_score_overrides');
select business_time('lead_score_overrides', 'created_at', 'updated_at');

-- What a score was, line by line, as a document that is never asked about its parts. The newest 50 of a lead are kept.
create table lead_score_sheets (
    tenant_id  uuid        not null,
    id         uuid        not null,
    lead_id    uuid        not null,
    total      int         not null,
    bant       int         not null,
    engagement int         not null,
    fit        int         not null,
    lines      jsonb       not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    constraint lead_score_sheets_lead_fk foreign key (tenant_id, lead_id) references leads (tenant_id, id) on delete cascade
);
create index lead_score_sheets_lead_idx on lead_score_sheets (tenant_id, lead_id, id);
select make_tenant_table('lead_score_sheets', audited => false);
select business_time('lead_score_sheets', 'created_at');

--changeset pulso:crm-210-lead-parts-reach splitStatements:false
-- Who does not reach the lead sees nothing of its score.
do $$
declare name text;
begin
    foreach name in array array['lead_signals', 'lead_score_overrides', 'lead_score_sheets'] loop
        execute format('create policy record_scope on %1$I as restrictive using (not (select reach_is_limited(''leads'')) '
            'or exists (select from leads l where l.tenant_id = %1$I.tenant_id and l.id = %1$I.lead_id '
            'and l.owner_id = any ((select reached_owners(''leads''))::uuid[])))', name);
    end loop;
end $$;

--changeset pulso:crm-210-tags splitStatements:true
create table tags (
    tenant_id  uuid        not null,
    id         uuid        not null,
    name       text        not null check (length(name) between 1 and 50),
    name_key   text        not null collate "C",
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    constraint tags_name_key unique (tenant_id, name_key)
);
create index tags_name_idx on tags (tenant_id, name, id);
select make_tenant_table('tags', audited => false);
select business_time('tags', 'created_at');

-- Any kind of record: a tag is found by an index that row-level security can use, which arrays have not.
create table record_tags (
    tenant_id uuid not null,
    kind      text not null check (length(kind) between 1 and 50),
    tag_id    uuid not null,
    record_id uuid not null,
    primary key (tenant_id, kind, tag_id, record_id),
    constraint record_tags_tag_fk foreign key (tenant_id, tag_id) references tags (tenant_id, id)
);
create index record_tags_record_idx on record_tags (tenant_id, record_id);
select make_tenant_table('record_tags', audited => false);

--changeset pulso:crm-210-keep-record-tags splitStatements:false
-- The tags of a record stand in its row, in the order in which they were given; here they can be found. By the database, so
-- that no writer can forget it: the release before, imports, an erasure.
create function tag_records(of_kind text, tenant uuid, records uuid[], named text[]) returns void language plpgsql as $$
begin
    insert into tags (tenant_id, id, name, name_key)
    select distinct on (name_key(g.tag)) tenant, time_ordered_uuid(), g.tag, name_key(g.tag)
    from unnest(named) g (tag)
    where length(name_key(g.tag)) > 0 and not exists (select from tags t where t.name_key = name_key(g.tag))
    -- Always in one order: two who bring the same new tags do not wait for each other in a circle.
    order by name_key(g.tag), g.tag
    on conflict (tenant_id, name_key) do nothing;
    insert into record_tags (tenant_id, kind, tag_id, record_id)
    select distinct tenant, of_kind, t.id, g.record
    from unnest(records, named) g (record, tag) join tags t on t.name_key = name_key(g.tag)
    on conflict do nothing;
end $$;

create function keep_new_tags() returns trigger language plpgsql as $$
declare made record;
begin
    for made in
        select n.tenant_id, array_agg(n.id) as records, array_agg(g.tag) as named
        from new_rows n cross join unnest(n.tags) g (tag) group by n.tenant_id
    loop
        perform tag_records(tg_argv[0], made.tenant_id, made.records, made.named);
    end loop;
    return null;
end $$;

create function keep_changed_tags() returns trigger language plpgsql as $$
begin
    delete from record_tags where kind = tg_argv[0] and record_id = old.id;
    if tg_op = 'UPDATE' and cardinality(new.tags) > 0 then
        perform tag_records(tg_argv[0], new.tenant_id, array_fill(new.id, array[cardinality(new.tags)]), new.tags);
    end if;
    return null;
end $$;

create trigger keep_new_tags after insert on leads referencing new table as new_rows
    for each statement execute function keep_new_tags('lead');
create trigger keep_changed_tags after update of tags on leads for each row
    when (old.tags is distinct from new.tags) execute function keep_changed_tags('lead');
create trigger keep_no_tags after delete on leads for each row
    when (cardinality(old.tags) > 0) execute function keep_changed_tags('lead');

--changeset pulso:crm-210-tags-of-before splitStatements:false
-- New rows in new tables; those of leads are only read.
do $$
declare
    tenant uuid;
    made record;
begin
    for tenant in select tenant_id from tenant_directory loop
        perform set_config('app.tenant_id', tenant::text, true);
        select array_agg(l.id) as records, array_agg(g.tag) as named into made from leads l cross join unnest(l.tags) g (tag);
        if made.records is not null then
            perform tag_records('lead', tenant, made.records, made.named);
        end if;
    end loop;
end $$;
