--liquibase formatted sql

--changeset pulso:platform-230-custom-fields splitStatements:true
-- Fields that a company adds to its records (docs/adr/0065-custom-fields.md).
create table custom_fields (
    tenant_id    uuid        not null,
    id           uuid        not null,
    -- As lists call it, which is the name of the table.
    kind         text        not null collate "C" check (kind ~ '^[a-z_]{1,40}$'),
    key          text        not null collate "C" check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
    label        text        not null check (length(label) between 1 and 80),
    type         text        not null collate "C" check (type in ('text', 'url', 'number', 'date', 'checkbox', 'select', 'multiselect')),
    -- Of a number: it is kept as a whole number of so many decimals.
    decimals     int         not null default 0 check (decimals between 0 and 4),
    required     boolean     not null default false,
    position     int         not null default 0 check (position >= 0),
    -- A list of {id, label, archived}.
    options      text        not null default '[]' check (length(options) <= 100000),
    -- Of deals: where it is asked for; empty: everywhere. Pipelines belong to another module: references by value.
    pipeline_ids uuid[]      not null default '{}',
    -- Deleted: its values are still being taken from the records.
    leaving_at   timestamptz,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    version      int         not null default 0,
    primary key (tenant_id, id),
    constraint custom_fields_key unique (tenant_id, kind, key)
);
select make_tenant_table('custom_fields');
select make_record_kind('custom_fields', 'custom_field');
select business_time('custom_fields', 'created_at', 'updated_at');

--changeset pulso:platform-230-custom-fields-live splitStatements:false
-- To who may read the kind.
create function announce_custom_field() returns trigger language plpgsql as $$
declare
    f    custom_fields := case tg_op when 'DELETE' then old else new end;
    gone boolean       := tg_op = 'DELETE' or new.leaving_at is not null;
begin
    insert into live_log (tenant_id, permission, type, record_id, version)
    values (f.tenant_id,
            case f.kind when 'customers' then 'customers.customers:read' else 'crm.' || f.kind || ':read' end,
            'custom_field.' || case when gone then 'deleted' when tg_op = 'INSERT' then 'created' else 'updated' end,
            f.id, case when gone then null else f.version end);
    return null;
end $$;
create trigger announce_custom_field after insert or update or delete on custom_fields
    for each row execute function announce_custom_field();

--changeset pulso:platform-230-custom-values splitStatements:true
-- Where records are found by what stands in their custom fields. The values themselves are in the column `custom` of the records, as the
-- API writes them; here they have types whose comparisons are leakproof, so that row-level security lets them into an index, which those of
-- jsonb are not. One row for each option of several.
create table custom_values (
    tenant_id uuid     not null,
    record_id uuid     not null,
    field_id  uuid     not null,
    place     smallint not null,
    v_text    text     collate "C",
    v_bigint  bigint,
    v_date    date,
    v_option  uuid,
    primary key (tenant_id, record_id, field_id, place),
    constraint custom_values_field_fk foreign key (tenant_id, field_id) references custom_fields (tenant_id, id) on delete cascade
);
create index custom_values_text_idx on custom_values (tenant_id, field_id, v_text, record_id);
create index custom_values_bigint_idx on custom_values (tenant_id, field_id, v_bigint, record_id);
create index custom_values_date_idx on custom_values (tenant_id, field_id, v_date, record_id);
create index custom_values_option_idx on custom_values (tenant_id, field_id, v_option, record_id);
select make_tenant_table('custom_values', audited => false);

--changeset pulso:platform-230-custom-key splitStatements:false
-- A text as it is compared: whatever its case, accents and spaces, and of a length that an index takes.
create function custom_key(input text) returns text
    language sql immutable strict parallel safe
    return left(name_key(input), 255);

--changeset pulso:platform-230-keep-custom-values splitStatements:false
-- By the database, so that no writer can forget it: people, imports, merges, erasures, the release before.
create function keep_custom_values() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        delete from custom_values where tenant_id = old.tenant_id and record_id = old.id;
    end if;
    if tg_op = 'DELETE' then
        return null;
    end if;
    insert into custom_values (tenant_id, record_id, field_id, place, v_text, v_bigint, v_date, v_option)
    select new.tenant_id, new.id, f.id, p.place,
        case when f.type in ('text', 'url') then custom_key(p.value) end,
        case f.type when 'number' then (p.value::numeric * power(10::numeric, f.decimals))::bigint
                    when 'checkbox' then p.value::boolean::int::bigint end,
        case f.type when 'date' then p.value::date end,
        case when f.type in ('select', 'multiselect') then p.value::uuid end
    from jsonb_each(new.custom::jsonb) c
    -- One that is leaving as well: its values are found here to be taken away.
    join custom_fields f on f.tenant_id = new.tenant_id and f.kind = tg_table_name and f.key = c.key
    cross join lateral (
        select o.value, o.place::smallint from jsonb_array_elements_text(
            case jsonb_typeof(c.value) when 'array' then c.value else jsonb_build_array(c.value) end) with ordinality o (value, place)
    ) p;
    return null;
end $$;

--changeset pulso:platform-230-make-custom splitStatements:false
-- Gives the records of a table custom fields; a module says the same by a CustomKind.
create function make_custom(name text) returns void language plpgsql as $$
begin
    execute format('alter table %I add column custom text not null default ''{}''', name);
    execute format('create trigger custom_made after insert on %I for each row when (new.custom <> ''{}'') '
        'execute function keep_custom_values()', name);
    execute format('create trigger custom_changed after update of custom on %I for each row when (new.custom <> old.custom) '
        'execute function keep_custom_values()', name);
    execute format('create trigger custom_gone after delete on %I for each row when (old.custom <> ''{}'') '
        'execute function keep_custom_values()', name);
end $$;
revoke execute on function make_custom(text) from public;
