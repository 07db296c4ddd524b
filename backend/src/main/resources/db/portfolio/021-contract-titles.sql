--liquibase formatted sql

--changeset pulso:portfolio-021-contract-titles
-- For reports that name contracts.
create or replace view contract_facts with (security_invoker = true) as
select tenant_id, id, customer_id, currency, status, paying, billing_cycle, amount_cents, start_on, end_on, next_review_on,
       case billing_cycle when 'monthly' then 1 when 'quarterly' then 3 when 'semiannual' then 6 else 12 end as cycle_months,
       title
from contracts;
