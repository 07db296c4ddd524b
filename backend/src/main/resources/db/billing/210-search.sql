--liquibase formatted sql

--changeset pulso:billing-210-invoice-txid splitStatements:false
-- What stands on the statement of the bank (InvoiceDocuments.txid).
create function invoice_txid(id uuid, number bigint) returns text
    language sql immutable strict parallel safe
    return 'FATURA' || number || 'X' || right(upper(replace(id::text, '-', '')), 18 - length(number::text));

--changeset pulso:billing-210-search-invoices splitStatements:false
-- The number as it is and as it is printed; who was billed, as it was called then. An invoice says so of somebody who was erased
-- as well, whom nobody looks for any more.
create function search_words_of(r invoices) returns table (field text, word text, weight smallint)
    language plpgsql stable parallel safe rows 12 as $$
begin
    return query
    select 'number', w, 4::smallint from (values (r.number::text), (lpad(r.number::text, greatest(6, length(r.number::text)), '0'))) v(w)
        where r.number is not null
    union all select 'txid', lower(invoice_txid(r.id, r.number)), 3::smallint where r.number is not null
    union all select billed.field, billed.word, 2::smallint from (
        select 'customer_name', left(w, 64) from unnest(search_of_text(r.customer_name)) w where w <> ''
        union all select 'customer_tax_id', left(w, 64) from unnest(search_of_number(r.customer_tax_id)) w where w <> ''
    ) billed(field, word)
    where not exists (select from customer_names c where c.tenant_id = r.tenant_id and c.id = r.customer_id and c.name = '—');
end $$;

--changeset pulso:billing-210-search-invoices-triggers splitStatements:true
select make_searchable('invoices', 'invoice', '{number,customer_name,customer_tax_id}');

--changeset pulso:billing-210-search-erased splitStatements:false
create function search_forget_billed() returns trigger language plpgsql as $$
begin
    delete from search_words s
    using invoices r cross join lateral unnest(search_of_text(r.customer_name) || search_of_number(r.customer_tax_id)) billed(word)
    where r.tenant_id = new.tenant_id and r.customer_id = new.id and s.tenant_id = r.tenant_id and s.kind = 'invoice'
        and s.word = left(billed.word, 64) collate "C" and s.record_id = r.id;
    return null;
end $$;

--changeset pulso:billing-210-search-erased-trigger splitStatements:true
create trigger search_forget_billed after update on customers for each row when (new.name = '—' and old.name <> '—')
    execute function search_forget_billed();

--changeset pulso:billing-210-search-payments splitStatements:false
create function search_words_of(r payments) returns table (field text, word text, weight smallint)
    language plpgsql stable parallel safe rows 12 as $$
begin
    return query
    select 'reference', left(w, 64), 4::smallint from unnest(search_of_text(r.reference)) w where w <> '';
end $$;

--changeset pulso:billing-210-search-payments-triggers splitStatements:true
select make_searchable('payments', 'payment', '{reference}');
