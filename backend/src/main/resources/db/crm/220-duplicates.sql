--liquibase formatted sql

--changeset pulso:crm-220-name-words splitStatements:false
-- docs/adr/0062-duplicates-and-merge.md. What two spellings of a name have in common, word by word. Suffixes such as filho and neto
-- stay: they tell a son from his father.
create function name_words(input text, of_company boolean) returns text[] language sql immutable parallel safe as $$
    with words as (
        select case when of_company then w else case w when 'ma' then 'maria' when 'fco' then 'francisco' when 'jr' then 'junior' else w end end as w, o
        from regexp_split_to_table(
            btrim(regexp_replace(replace(regexp_replace(name_key(input), '\ms[./]\s?a\M\.?', 'sa', 'g'), '&', ' '), '[^[:alnum:]]+', ' ', 'g')), ' ')
            with ordinality s (w, o)
        where w <> '' and w <> all (array['da', 'de', 'do', 'das', 'dos', 'e'])
    ), telling as (
        select w, o from words
        where not of_company or w <> all (array['ltda', 'me', 'epp', 'eireli', 'sa', 'mei', 'cia', 'comercio', 'servicos', 'industria', 'brasil'])
    )
    -- A company that is called by such words alone keeps them.
    select coalesce((select array_agg(w order by o) from telling), (select array_agg(w order by o) from words), '{}')
$$;

-- How a word sounds in Portuguese, roughly: Thayz and Tais, Wagner and Vagner, Philipe and Felipe.
create function sound_of(word text) returns text language sql immutable parallel safe as $$
    select replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
           replace(replace(replace(replace(replace(replace(replace(replace(replace(
               word, 'ph', 'f'), 'th', 't'), 'ch', 'x'), 'sh', 'x'), 'lh', 'li'), 'nh', 'ni'), 'y', 'i'), 'w', 'v'), 'z', 's'),
           '^h', ''), 's?c(?=[ei])', 's', 'g'), 'qu(?=[ei])', 'k', 'g'), '[cq]', 'k', 'g'), 'g(?=[ei])', 'j', 'g'), '[mn](?=[bpfv]|$)', 'n', 'g'),
           '(.)\1+', '\1', 'g'), 'e', 'i')
$$;

create function domain_of(address text) returns text language sql immutable parallel safe as $$
    select nullif(regexp_replace(regexp_replace(lower(btrim(address)), '^(?:https?://)?(?:www\.)?(?:[^@/]*@)?', ''), '[/:?#].*$', ''), '')
$$;

-- Addresses there that two people have say nothing of a company.
create function is_public_domain(domain text) returns boolean language sql immutable parallel safe as $$
    select domain = any (array['gmail.com', 'googlemail.com', 'hotmail.com', 'hotmail.com.br', 'outlook.com', 'outlook.com.br', 'live.com',
        'msn.com', 'yahoo.com', 'yahoo.com.br', 'ymail.com', 'icloud.com', 'me.com', 'mac.com', 'aol.com', 'proton.me', 'protonmail.com',
        'uol.com.br', 'bol.com.br', 'terra.com.br', 'ig.com.br', 'globo.com', 'globomail.com', 'r7.com', 'zipmail.com.br', 'oi.com.br'])
$$;

-- By what a record may be found that is the same: cheap keys that are compared as a whole, which an index serves. They say where
-- to look; whether it is the same is weighed then.
create function duplicate_keys_of(of_company boolean, name text, email text, phone text, tax_id text, domain text) returns text[]
    language plpgsql immutable parallel safe as $$
declare
    -- Each once: a query that names them puts the whole of their making in every place.
    words constant text[] := name_words(name, of_company);
    -- Of a name of one word alone there are too many people.
    tells constant boolean := of_company or cardinality(words) > 1;
    one constant text := case when tells then least(words[1], words[cardinality(words)]) end;
    other constant text := case when tells then greatest(words[1], words[cardinality(words)]) end;
    host constant text := case when of_company then coalesce(domain_of(domain), domain_of(email)) end;
begin
    return array_remove(array[
        't:' || tax_id,
        case when length(tax_id) = 14 then 'r:' || left(tax_id, 8) end,
        'e:' || lower(email),
        -- With and without the ninth digit of a mobile.
        case when phone like '+55%' and length(phone) >= 13 then 'p:' || substr(phone, 4, 2) || right(phone, 8) else 'p:' || phone end,
        case when not is_public_domain(host) then 'd:' || host end,
        'n:' || one || ' ' || other,
        's:' || sound_of(one) || ' ' || sound_of(other)
    ], null);
end $$;

--changeset pulso:crm-220-duplicate-keys splitStatements:true
create table duplicate_keys (
    tenant_id uuid not null,
    kind      text not null,
    key       text not null collate "C",
    record_id uuid not null,
    primary key (tenant_id, kind, key, record_id)
);
create index duplicate_keys_record_idx on duplicate_keys (tenant_id, record_id);
select make_tenant_table('duplicate_keys', audited => false);

-- Two records that may be one, the smaller id first, and what people have said of it.
create table duplicate_pairs (
    tenant_id     uuid        not null,
    id            uuid        not null,
    kind          text        not null check (kind in ('lead', 'company', 'contact', 'customer')),
    first_id      uuid        not null,
    second_id     uuid        not null check (second_id > first_id),
    weight        int         not null,
    reasons       text[]      not null,
    seen_at       timestamptz not null default now(),
    status        text        not null default 'open' check (status in ('open', 'dismissed')),
    dismissed_by_id uuid,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    primary key (tenant_id, id),
    constraint duplicate_pairs_records_key unique (tenant_id, kind, first_id, second_id)
);
create index duplicate_pairs_weight_idx on duplicate_pairs (tenant_id, kind, status, weight, id);
create index duplicate_pairs_first_idx on duplicate_pairs (tenant_id, first_id);
create index duplicate_pairs_second_idx on duplicate_pairs (tenant_id, second_id);
select make_tenant_table('duplicate_pairs', audited => false);
select business_time('duplicate_pairs', 'created_at', 'updated_at', 'seen_at');

--changeset pulso:crm-220-keep-duplicate-keys splitStatements:false
-- In the transaction of whoever writes the record: a form, an import, a step, an erasure, the release before.
-- In PL/pgSQL, so that the row is made into one object, and not once for each of its fields.
create function duplicate_keys_of(of_kind text, r jsonb) returns text[] language plpgsql immutable parallel safe as $$
begin
    return duplicate_keys_of(of_kind = 'company' or coalesce(r ->> 'kind', '') = 'company', r ->> 'name', r ->> 'email', r ->> 'phone',
                             r ->> 'tax_id', coalesce(r ->> 'domain', r ->> 'website'));
end $$;

create function keep_new_duplicate_keys() returns trigger language plpgsql as $$
begin
    insert into duplicate_keys (tenant_id, kind, key, record_id)
    select distinct n.tenant_id, tg_argv[0], k.key, n.id
    from new_rows n cross join unnest(duplicate_keys_of(tg_argv[0], to_jsonb(n))) k (key)
    on conflict do nothing;
    return null;
end $$;

create function keep_changed_duplicate_keys() returns trigger language plpgsql as $$
declare keys text[] := '{}';
begin
    if tg_op = 'UPDATE' then
        keys := duplicate_keys_of(tg_argv[0], to_jsonb(new));
    end if;
    delete from duplicate_keys where record_id = old.id and kind = tg_argv[0] and key <> all (keys);
    insert into duplicate_keys (tenant_id, kind, key, record_id)
    select distinct old.tenant_id, tg_argv[0], k.key, old.id from unnest(keys) k (key)
    on conflict do nothing;
    if tg_op = 'DELETE' then
        delete from duplicate_pairs where first_id = old.id or second_id = old.id;
    end if;
    return null;
end $$;

create trigger keep_new_duplicate_keys after insert on leads referencing new table as new_rows
    for each statement execute function keep_new_duplicate_keys('lead');
create trigger keep_new_duplicate_keys after insert on contacts referencing new table as new_rows
    for each statement execute function keep_new_duplicate_keys('contact');
create trigger keep_new_duplicate_keys after insert on companies referencing new table as new_rows
    for each statement execute function keep_new_duplicate_keys('company');
create trigger keep_new_duplicate_keys after insert on customers referencing new table as new_rows
    for each statement execute function keep_new_duplicate_keys('customer');
create trigger keep_changed_duplicate_keys after update of name, email, phone on leads for each row
    when ((old.name, old.email, old.phone) is distinct from (new.name, new.email, new.phone))
    execute function keep_changed_duplicate_keys('lead');
create trigger keep_changed_duplicate_keys after update of name, email, phone on contacts for each row
    when ((old.name, old.email, old.phone) is distinct from (new.name, new.email, new.phone))
    execute function keep_changed_duplicate_keys('contact');
create trigger keep_changed_duplicate_keys after update of name, phone, tax_id, domain, website on companies for each row
    when ((old.name, old.phone, old.tax_id, old.domain, old.website) is distinct from (new.name, new.phone, new.tax_id, new.domain, new.website))
    execute function keep_changed_duplicate_keys('company');
create trigger keep_changed_duplicate_keys after update of name, kind, email, phone, tax_id, website on customers for each row
    when ((old.name, old.kind, old.email, old.phone, old.tax_id, old.website)
          is distinct from (new.name, new.kind, new.email, new.phone, new.tax_id, new.website))
    execute function keep_changed_duplicate_keys('customer');
create trigger keep_no_duplicate_keys after delete on leads for each row execute function keep_changed_duplicate_keys('lead');
create trigger keep_no_duplicate_keys after delete on contacts for each row execute function keep_changed_duplicate_keys('contact');
create trigger keep_no_duplicate_keys after delete on companies for each row execute function keep_changed_duplicate_keys('company');
create trigger keep_no_duplicate_keys after delete on customers for each row execute function keep_changed_duplicate_keys('customer');

--changeset pulso:crm-220-duplicate-keys-of-before splitStatements:false
-- New rows in a new table; those of records are only read.
do $$
declare tenant uuid;
begin
    for tenant in select tenant_id from tenant_directory loop
        perform set_config('app.tenant_id', tenant::text, true);
        insert into duplicate_keys (tenant_id, kind, key, record_id)
        select r.tenant_id, r.kind, k.key, r.id
        from (select tenant_id, id, 'lead' as kind, to_jsonb(l) as r from leads l
              union all select tenant_id, id, 'contact', to_jsonb(c) from contacts c
              union all select tenant_id, id, 'company', to_jsonb(c) from companies c
              union all select tenant_id, id, 'customer', to_jsonb(c) from customers c) r
        cross join unnest(duplicate_keys_of(r.kind, r.r)) k (key)
        on conflict do nothing;
    end loop;
end $$;

--changeset pulso:crm-220-likenesses splitStatements:true
-- What a pair is weighed by, of every kind alike, each under the row-level security of its own table.
create view likenesses with (security_invoker = true) as
select 'lead' as kind, tenant_id, id, false as of_company, name, name_words(name, false) as words, email, phone,
       null::text as tax_id, null::text as domain, company_name as detail, updated_at from leads
union all
select 'contact', tenant_id, id, false, name, name_words(name, false), email, phone, null, null, position, updated_at from contacts
union all
select 'company', tenant_id, id, true, name, name_words(name, true), null, phone, tax_id, coalesce(domain_of(domain), domain_of(website)),
       industry, updated_at from companies
union all
select 'customer', tenant_id, id, kind = 'company', name, name_words(name, kind = 'company'), email, phone, tax_id, domain_of(website),
       null, updated_at from customers;
grant select on likenesses to pulso_app;
