--liquibase formatted sql

--changeset pulso:portfolio-210-search splitStatements:false
create function search_words_of(r contracts) returns table (field text, word text, weight smallint)
    language plpgsql stable parallel safe rows 12 as $$
begin
    return query
    select 'title', left(w, 64), 4::smallint from unnest(search_of_text(r.title)) w where w <> ''
    union all select 'reference_id', left(w, 64), 3::smallint from unnest(search_of_text(r.reference_id)) w where w <> ''
    union all select 'external_id', left(w, 64), 3::smallint from unnest(search_of_text(r.external_id)) w where w <> ''
    union all select 'customer', left(w, 64), 2::smallint
        from customer_names c cross join lateral unnest(search_of_text(c.name)) w
        where w <> '' and c.tenant_id = r.tenant_id and c.id = r.customer_id;
end $$;

--changeset pulso:portfolio-210-search-triggers splitStatements:true
select make_searchable('contracts', 'contract', '{title,reference_id,external_id,customer_id}');
select make_search_follow('contracts', 'contract', 'customer_id', 'customers');
