--liquibase formatted sql

--changeset pulso:customers-210-search splitStatements:false
create function search_words_of(r customers) returns table (field text, word text, weight smallint)
    language plpgsql stable parallel safe rows 12 as $$
begin
    return query
    select 'name', left(w, 64), 4::smallint from unnest(search_of_text(r.name)) w where w <> ''
    union all select 'tax_id', left(w, 64), 3::smallint from unnest(search_of_number(r.tax_id)) w where w <> ''
    union all select 'email', left(w, 64), 3::smallint from unnest(search_of_address(r.email)) w where w <> ''
    union all select 'phone', left(w, 64), 3::smallint from unnest(search_of_number(r.phone)) w where w <> '';
end $$;

--changeset pulso:customers-210-search-triggers splitStatements:true
select make_searchable('customers', 'customer', '{name,tax_id,email,phone}');
