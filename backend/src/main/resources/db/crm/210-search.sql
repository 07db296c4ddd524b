--liquibase formatted sql

--changeset pulso:crm-210-search-leads splitStatements:false
create function search_words_of(r leads) returns table (field text, word text, weight smallint)
    language plpgsql stable parallel safe rows 12 as $$
begin
    return query
    select 'name', left(w, 64), 4::smallint from unnest(search_of_text(r.name)) w where w <> ''
    union all select 'email', left(w, 64), 3::smallint from unnest(search_of_address(r.email)) w where w <> ''
    union all select 'phone', left(w, 64), 3::smallint from unnest(search_of_number(r.phone)) w where w <> ''
    union all select 'company_name', left(w, 64), 2::smallint from unnest(search_of_text(r.company_name)) w where w <> '';
end $$;

--changeset pulso:crm-210-search-leads-triggers splitStatements:true
select make_searchable('leads', 'lead', '{name,email,phone,company_name}');

--changeset pulso:crm-210-search-companies splitStatements:false
create function search_words_of(r companies) returns table (field text, word text, weight smallint)
    language plpgsql stable parallel safe rows 12 as $$
begin
    return query
    select 'name', left(w, 64), 4::smallint from unnest(search_of_text(r.name)) w where w <> ''
    union all select 'tax_id', left(w, 64), 3::smallint from unnest(search_of_number(r.tax_id)) w where w <> ''
    union all select 'domain', left(w, 64), 3::smallint from unnest(search_of_address(r.domain)) w where w <> ''
    union all select 'phone', left(w, 64), 3::smallint from unnest(search_of_number(r.phone)) w where w <> ''
    union all select 'industry', left(w, 64), 1::smallint from unnest(search_of_text(r.industry)) w where w <> '';
end $$;

--changeset pulso:crm-210-search-companies-triggers splitStatements:true
select make_searchable('companies', 'company', '{name,tax_id,domain,phone,industry}');

--changeset pulso:crm-210-search-contacts splitStatements:false
create function search_words_of(r contacts) returns table (field text, word text, weight smallint)
    language plpgsql stable parallel safe rows 12 as $$
begin
    return query
    select 'name', left(w, 64), 4::smallint from unnest(search_of_text(r.name)) w where w <> ''
    union all select 'email', left(w, 64), 3::smallint from unnest(search_of_address(r.email)) w where w <> ''
    union all select 'phone', left(w, 64), 3::smallint from unnest(search_of_number(r.phone)) w where w <> ''
    union all select 'position', left(w, 64), 1::smallint from unnest(search_of_text(r.position)) w where w <> '';
end $$;

--changeset pulso:crm-210-search-contacts-triggers splitStatements:true
select make_searchable('contacts', 'contact', '{name,email,phone,position}');

--changeset pulso:crm-210-search-deals splitStatements:false
create function search_words_of(r deals) returns table (field text, word text, weight smallint)
    language plpgsql stable parallel safe rows 12 as $$
begin
    return query
    select 'title', left(w, 64), 4::smallint from unnest(search_of_text(r.title)) w where w <> ''
    union all select 'company', left(w, 64), 2::smallint
        from companies c cross join lateral unnest(search_of_text(c.name)) w
        where w <> '' and c.tenant_id = r.tenant_id and c.id = r.company_id;
end $$;

--changeset pulso:crm-210-search-deals-triggers splitStatements:true
select make_searchable('deals', 'deal', '{title,company_id}');
select make_search_follow('deals', 'deal', 'company_id', 'companies');

--changeset pulso:crm-210-search-activities splitStatements:false
create function search_words_of(r activities) returns table (field text, word text, weight smallint)
    language plpgsql stable parallel safe rows 12 as $$
begin
    return query
    select 'subject', left(w, 64), 4::smallint from unnest(search_of_text(r.subject)) w where w <> '';
end $$;

--changeset pulso:crm-210-search-activities-triggers splitStatements:true
select make_searchable('activities', 'activity', '{subject}');
