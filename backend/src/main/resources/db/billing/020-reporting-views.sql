--liquibase formatted sql

--changeset pulso:billing-020-invoice-facts splitStatements:true
-- For reports: invoices and what was paid of them, as they are now. A cancelled invoice changes no more, so its last change
-- is when it was cancelled.
create view invoice_facts with (security_invoker = true) as
select tenant_id, id, customer_id, contract_id, period_start, period_end, currency, total_cents, paid_cents, status,
       issued_on, due_on, case status when 'cancelled' then updated_at end as cancelled_at
from invoices;
grant select on invoice_facts to pulso_app;

create view payment_facts with (security_invoker = true) as
select tenant_id, id, invoice_id, amount_cents, paid_on from payments;
grant select on payment_facts to pulso_app;

--changeset pulso:billing-020-reporting-indexes splitStatements:true
-- Sums per month without touching the tables: what was issued, and what was paid.
create index invoices_issued_idx on invoices (tenant_id, currency, issued_on) include (total_cents)
    where status in ('issued', 'paid');
create index payments_paid_on_idx on payments (tenant_id, paid_on) include (amount_cents, invoice_id);
-- What was overdue on a past day and has been cancelled since.
create index invoices_cancelled_idx on invoices (tenant_id, updated_at) where status = 'cancelled' and issued_on is not null;
