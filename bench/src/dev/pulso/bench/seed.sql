-- Fills a tenant that has just been registered. Run by the superuser of a throw-away database with triggers and key checks
-- off (session_replication_role), because neither is measured here; what is written satisfies them all.
-- Parameters: :deals :customers :contracts :invoices; app.tenant_id is set. Same numbers, same rows, save for ids.
select setseed(0.42);

insert into users (tenant_id, id, name, email, password_hash, role)
select :tenant, time_ordered_uuid(), 'Seller ' || n, 'seller' || n || '@' || :tenant || '.example', '-', 'agent'
from generate_series(1, 20) n;

insert into companies (tenant_id, id, name, domain, created_at)
select :tenant, time_ordered_uuid(), 'Company ' || n || ' Ltda', 'company' || n || '.example', now() - (:deals / 10 - n) * interval '1 minute'
from generate_series(1, :deals / 10) n;

insert into contacts (tenant_id, id, name, email, company_id, created_at)
select :tenant, time_ordered_uuid(), 'Contact ' || c.n, 'contact' || c.n || '@company.example', c.id, c.created_at
from (select id, created_at, row_number() over (order by id) as n from companies where tenant_id = :tenant) c;

insert into customers (tenant_id, id, name, kind, email, created_at)
select :tenant, time_ordered_uuid(), 'Customer ' || n || ' Ltda', 'company', 'finance@customer' || n || '.example',
       now() - (:customers - n) * interval '1 minute'
from generate_series(1, :customers) n;

analyze users, companies, contacts, customers;

-- Cards lie at random places of their columns: the worst case for a board, whose first cards are then on pages of their own.
insert into deals (tenant_id, id, title, amount_cents, currency, pipeline_id, stage_id, position, company_id, contact_id, owner_id,
                   expected_close_on, status, closed_on, lost_reason, stage_entered_at, created_at, updated_at)
select :tenant, time_ordered_uuid(), 'Deal ' || d.n || ' of ' || c.name, 10000 + (random() * 5000000)::bigint, 'BRL',
       s.pipeline_id, s.id, '5' || lpad((random() * 99999999)::int::text, 8, '0') || 'V', c.id, k.id, u.id,
       current_date + (random() * 90)::int, s.type, case when s.type <> 'open' then current_date - (random() * 700)::int end,
       case when s.type = 'lost' then 'price' end, d.at, d.at, d.at
from (
    select n, now() - (:deals - n) * interval '10 minutes' as at, 1 + (random() * (:deals / 10 - 1))::int as company,
           1 + (random() * 19)::int as seller, random() as fate
    from generate_series(1, :deals) n
) d
join (select id, name, row_number() over (order by id) as n from companies where tenant_id = :tenant) c on c.n = d.company
join contacts k on k.tenant_id = :tenant and k.company_id = c.id
join (select id, row_number() over (order by id) as n from users where tenant_id = :tenant and password_hash = '-') u on u.n = d.seller
-- Half of the deals is open, a fifth is won, the rest is lost.
join stages s on s.tenant_id = :tenant
    and s.ordinal = case when d.fate < 0.5 then floor(d.fate * 10)::int when d.fate < 0.7 then 5 else 6 end
order by d.n;

insert into deal_totals (tenant_id, stage_id, owner_id, currency, deals, amount_cents)
select tenant_id, stage_id, owner_id, currency, count(*), sum(amount_cents)::bigint from deals where tenant_id = :tenant group by 1, 2, 3, 4;

insert into deal_changes (tenant_id, deal_id, at, stage_id, status, amount_cents, currency, probability)
select d.tenant_id, d.id, d.stage_entered_at, d.stage_id, d.status, d.amount_cents, d.currency, s.probability
from deals d join stages s on s.tenant_id = d.tenant_id and s.id = d.stage_id where d.tenant_id = :tenant;

insert into contracts (tenant_id, id, customer_id, service_type, title, billing_cycle, amount_cents, cost_cents, currency, status,
                       paying, start_on, created_at)
select :tenant, time_ordered_uuid(), c.id, t.code, 'Contract ' || k.n, k.cycle, 5000 + (random() * 200000)::bigint, 1000, 'BRL',
       'active', true, current_date - 30 - (random() * 700)::int, now() - (:contracts - k.n) * interval '1 minute'
from (
    select n, 1 + (n - 1) % :customers as customer, 1 + (random() * 1000)::int as kind,
           (array['monthly', 'monthly', 'monthly', 'quarterly', 'semiannual', 'annual'])[1 + floor(random() * 6)::int] as cycle
    from generate_series(1, :contracts) n
) k
join (select id, row_number() over (order by id) as n from customers where tenant_id = :tenant) c on c.n = k.customer
join (select code, row_number() over (order by code) - 1 as n, count(*) over () as types
      from service_types where tenant_id = :tenant) t on t.n = k.kind % t.types
order by k.n;

insert into contract_changes (tenant_id, contract_id, effective_on, amount_cents, cost_cents, billing_cycle, status, paying, currency,
                              service_type)
select tenant_id, id, '-infinity', amount_cents, cost_cents, billing_cycle, status, paying, currency, service_type from contracts where tenant_id = :tenant;

analyze contracts;

-- A past of invoices by hand, nearly all of them paid.
insert into invoices (tenant_id, id, number, origin, customer_id, customer_name, currency, total_cents, paid_cents, status, issued_on,
                      due_on, last_paid_on, created_at)
select :tenant, time_ordered_uuid(), i.n, 'manual', c.id, c.name, 'BRL', 20000, case when i.paid then 20000 else 0 end,
       case when i.paid then 'paid' else 'issued' end, i.day, i.day + 10, case when i.paid then i.day + 9 end, i.day
from (
    select n, current_date - (360 * (1 - n / :invoices::float8))::int as day, 1 + (n - 1) % :customers as customer, random() < 0.97 as paid
    from generate_series(1, :invoices) n
) i
join (select id, name, row_number() over (order by id) as n from customers where tenant_id = :tenant) c on c.n = i.customer
order by i.n;
insert into invoice_items (tenant_id, id, invoice_id, position, description, kind, quantity, unit_cents, total_cents)
select tenant_id, time_ordered_uuid(), id, 0, 'Service', 'service', 1, total_cents, total_cents from invoices where tenant_id = :tenant;
insert into payments (tenant_id, id, invoice_id, amount_cents, method, paid_on)
select tenant_id, time_ordered_uuid(), id, paid_cents, 'pix', last_paid_on from invoices where tenant_id = :tenant and paid_cents > 0;
insert into invoice_counters (tenant_id, last_number) values (:tenant, :invoices)
on conflict (tenant_id) do update set last_number = :invoices;
