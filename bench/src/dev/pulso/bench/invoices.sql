-- As many invoices as there are contracts, in one statement: what PostgreSQL alone takes with keys, checks, row-level security
-- and the audit trail. Numbers are simply counted.
with contract as materialized (
    select time_ordered_uuid() as invoice_id, row_number() over (order by c.id) as n, c.*, p.name as customer_name
    from contracts c join customers p on p.id = c.customer_id
), invoice as (
    insert into invoices (tenant_id, id, number, origin, customer_id, customer_name, contract_id, period_start, period_end, currency,
                          total_cents, status, issued_on, due_on)
    select :tenant, invoice_id, 1000000 + n, 'run', customer_id, customer_name, id, current_date, current_date + 27, currency,
           amount_cents, 'issued', current_date, current_date + 10
    from contract
    returning id, total_cents
)
insert into invoice_items (tenant_id, id, invoice_id, position, description, kind, quantity, unit_cents, total_cents)
select :tenant, time_ordered_uuid(), id, 0, 'Plan', 'plan', 1, total_cents, total_cents from invoice
