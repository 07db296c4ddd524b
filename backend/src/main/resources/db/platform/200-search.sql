--liquibase formatted sql

--changeset pulso:platform-200-search-words splitStatements:true
-- Under which words records are found (docs/adr/0057-search.md). A comparison of text is leakproof, so that row-level security lets it
-- into the index: the primary key, which has all there is to read, and no other.
create table search_words (
    tenant_id uuid     not null,
    -- As the contract calls it: lead.
    kind      text     collate "C" not null,
    word      text     collate "C" not null,
    record_id uuid     not null,
    -- How much a record is about the word: 4 its name, 3 what identifies it, 2 and 1 what is said besides.
    weight    smallint not null,
    primary key (tenant_id, kind, word, record_id) include (weight)
);
select make_tenant_table('search_words', audited => false);

--changeset pulso:platform-200-search-key splitStatements:false
-- The spelling that words have in common: as name_key, and letters that were put together of parts, or are printed otherwise, as the plain
-- ones. What is kept and what is looked for goes through here, and nowhere else.
create function search_key(input text) returns text
    language sql immutable strict parallel safe
    return name_key(regexp_replace(normalize(input, NFKD), '[\u0300-\u036F\u20D0-\u20FF\uFE00-\uFE0F]+', '', 'g'));

--changeset pulso:platform-200-search-spaced splitStatements:false
-- Blanks in the place of punctuation and signs. Classes of characters would depend on the database's locale, and a regular expression takes
-- several times as long. These functions are in PL/pgSQL where they call another: that plans a statement once, SQL each time.
create function search_spaced(key text) returns text
    language sql immutable strict parallel safe
    return translate(key, '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿×÷‐‑‒–—―‖‘’‚“”„†‡•…‰′″‹›⁄€™←↑→↓−、。「」『』・', '                                                                                                     ');

--changeset pulso:platform-200-search-pieces splitStatements:false
-- What stands between them, perhaps nothing.
create function search_pieces(key text) returns text[]
    language sql immutable strict parallel safe
    return string_to_array(search_spaced(key), ' ');

--changeset pulso:platform-200-search-bare splitStatements:false
create function search_bare(key text) returns text
    language sql immutable strict parallel safe
    return replace(search_spaced(key), ' ', '');

--changeset pulso:platform-200-search-national splitStatements:false
-- A telephone number of this country is known without its code.
create function search_national(bare text) returns text
    language sql immutable strict parallel safe
    return case when length(bare) in (12, 13) and bare ~ '^55[0-9]+$' then substr(bare, 3) else bare end;

--changeset pulso:platform-200-search-of-text splitStatements:false
-- The words of a text. One with digits is kept without its mask as well: 2026/11 is 2026, 11 and 202611.
create function search_of_text(input text) returns text[] language plpgsql immutable parallel safe as $$
declare
    key constant text := search_key(input);
    words text[];
    token text;
begin
    if key is null then
        return '{}';
    end if;
    words := search_pieces(key);
    if key ~ '[0-9]' then
        -- Not as a query: that would be begun anew for each text.
        foreach token in array string_to_array(key, ' ') loop
            if token ~ '[0-9]' and strpos(token, '@') = 0 then
                words := words || search_bare(token);
            end if;
        end loop;
    end if;
    return words;
end $$;

--changeset pulso:platform-200-search-of-address splitStatements:false
-- An e-mail address: whole, which begins with who it is, and where.
create function search_of_address(input text) returns text[] language plpgsql immutable parallel safe as $$
declare key constant text := search_key(input);
begin
    return case when key is null then '{}' else array[key, split_part(key, '@', 2)] end;
end $$;

--changeset pulso:platform-200-search-of-number splitStatements:false
-- A document or a telephone number, without its mask: whole, the last eight and the last four.
create function search_of_number(input text) returns text[] language plpgsql immutable parallel safe as $$
declare bare constant text := search_national(search_bare(search_key(input)));
begin
    return case when bare is null then '{}' else array[bare, right(bare, 8), right(bare, 4)] end;
end $$;

--changeset pulso:platform-200-search-number splitStatements:false
-- A number as it is looked for: a mobile one without its area is kept by its last eight.
create function search_number(token text) returns text language plpgsql immutable strict parallel safe as $$
declare bare constant text := search_national(search_bare(token));
begin
    return case when bare ~ '^9[0-9]{8}$' then right(bare, 8) else bare end;
end $$;

--changeset pulso:platform-200-search-terms splitStatements:false
-- What somebody looks for, in up to three readings, each of which may find something: as it was written, masks of numbers left out and
-- addresses whole; cut into pieces; all digits as one number. All terms of a reading must begin words of a record.
create function search_terms(q text) returns table (reading int, place int, term text)
    language plpgsql immutable strict parallel safe rows 8 as $$
begin
    return query
    with tokens as (
        select t.token, t.ordinal::int as ordinal
        from unnest(string_to_array(search_key(q), ' ')) with ordinality t(token, ordinal) where t.token <> ''
    ),
    readings as (
        select 1 as reading, ordinal, case
                when token ~ '[0-9]' and strpos(token, '@') = 0 then array[search_number(token)]
                when btrim(token, '.,;:<>()"''') ~ '[.@]' then array[btrim(token, '.,;:<>()"''')]
                else search_pieces(token) end as terms
        from tokens
        union all
        select 2, ordinal, search_pieces(token) from tokens
        union all
        select 3, 1, array[search_number(string_agg(token, '' order by ordinal))]
        from tokens having count(*) > 1 and bool_and(token ~ '^[0-9.()/+#\u2010-\u2013-]+$')
    )
    select r.reading, (row_number() over (partition by r.reading order by r.ordinal, t.at))::int, left(t.term, 64)
    from readings r cross join lateral unnest(r.terms) with ordinality t(term, at)
    where t.term <> '';
end $$;

--changeset pulso:platform-200-search-beyond splitStatements:false
-- After all words that begin with the term.
create function search_beyond(term text) returns text
    language sql immutable parallel safe
    return term || chr(1114111);

--changeset pulso:platform-200-search-reach splitStatements:false
-- Sets whose records the transaction reaches, and answers what it was. A function may not do so by itself: SET is for parameters
-- that the server knows.
create function search_reach(reach text) returns text language plpgsql as $$
declare before constant text := coalesce(current_setting('app.reach', true), '');
begin
    if before <> reach then
        perform set_config('app.reach', reach, true);
    end if;
    return before;
end $$;

--changeset pulso:platform-200-make-searchable splitStatements:false
-- Keeps the words of a table, whoever writes to it. There must be search_words_of(<table>), which tells the words of a row by field. New
-- rows come many at once, and are told together; others one by one, and only when one of the columns has changed. Reach does
-- not narrow what is kept: somebody may write a record that he does not see, and renames what others refer to.
create function make_searchable(name text, kind text, columns text[]) returns void language plpgsql as $make$
begin
    execute format($f$
        create function search_made_%1$s() returns trigger language plpgsql as $t$
        declare
            reach constant text := search_reach('');
            r %1$I%%rowtype;
        begin
            -- One after the other: joined with a table whose statistics are of before, a thousand rows were compared with all others.
            for r in select * from made_rows loop
                insert into search_words (tenant_id, kind, word, record_id, weight)
                select r.tenant_id, %2$L, w.word, r.id, max(w.weight) from search_words_of(r) w group by w.word
                on conflict (tenant_id, kind, word, record_id) do nothing;
            end loop;
            perform search_reach(reach);
            return null;
        end $t$ $f$, name, kind);
    execute format($f$
        create function search_changed_%1$s() returns trigger language plpgsql as $t$
        declare reach constant text := search_reach('');
        begin
            delete from search_words s using search_words_of(old) w
            where s.tenant_id = old.tenant_id and s.kind = %2$L and s.word = w.word collate "C" and s.record_id = old.id
                and not exists (select from search_words_of(new) n where n.word = w.word);
            insert into search_words (tenant_id, kind, word, record_id, weight)
            select new.tenant_id, %2$L, w.word, new.id, max(w.weight) from search_words_of(new) w group by w.word
            on conflict (tenant_id, kind, word, record_id) do update set weight = excluded.weight
                where search_words.weight <> excluded.weight;
            perform search_reach(reach);
            return null;
        end $t$ $f$, name, kind);
    execute format($f$
        create function search_gone_%1$s() returns trigger language plpgsql as $t$
        declare reach constant text := search_reach('');
        begin
            delete from search_words s using search_words_of(old) w
            where s.tenant_id = old.tenant_id and s.kind = %2$L and s.word = w.word collate "C" and s.record_id = old.id;
            perform search_reach(reach);
            return null;
        end $t$ $f$, name, kind);
    execute format('create trigger search_made after insert on %1$I referencing new table as made_rows '
        'for each statement execute function search_made_%1$s()', name);
    execute format('create trigger search_changed after update on %1$I for each row when (%2$s) '
        'execute function search_changed_%1$s()', name,
        (select string_agg(format('old.%1$I is distinct from new.%1$I', c), ' or ') from unnest(columns) c));
    execute format('create trigger search_gone after delete on %1$I for each row execute function search_gone_%1$s()', name);
end $make$;
revoke execute on function make_searchable(text, text, text[]) from public;

--changeset pulso:platform-200-make-search-follow splitStatements:false
-- Records that are found by the name of another one, which has been given a new name.
create function make_search_follow(name text, kind text, reference text, other text) returns void language plpgsql as $make$
begin
    execute format($f$
        create function search_follow_%3$s_of_%1$s() returns trigger language plpgsql as $t$
        declare reach constant text := search_reach('');
        begin
            delete from search_words s using %1$I r, unnest(search_of_text(old.name)) w(word)
            where r.tenant_id = new.tenant_id and r.%3$I = new.id and s.tenant_id = r.tenant_id and s.kind = %2$L
                and s.word = left(w.word, 64) collate "C" and s.record_id = r.id;
            insert into search_words (tenant_id, kind, word, record_id, weight)
            select r.tenant_id, %2$L, w.word, r.id, max(w.weight)
            from %1$I r cross join lateral search_words_of(r) w
            where r.tenant_id = new.tenant_id and r.%3$I = new.id
            group by r.tenant_id, r.id, w.word
            on conflict (tenant_id, kind, word, record_id) do update set weight = excluded.weight
                where search_words.weight <> excluded.weight;
            perform search_reach(reach);
            return null;
        end $t$ $f$, name, kind, reference);
    execute format('create trigger search_follow_%1$s after update on %4$I for each row when (old.name is distinct from new.name) '
        'execute function search_follow_%3$s_of_%1$s()', name, kind, reference, other);
end $make$;
revoke execute on function make_search_follow(text, text, text, text) from public;
