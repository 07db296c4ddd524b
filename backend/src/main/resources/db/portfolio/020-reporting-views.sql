--liquibase formatted sql

--changeset pulso:portfolio-020-recurring-revenue-spans splitStatements:true
-- For reports: from which to which day (both included) a contract earned how much a month. Where MRR is looked at on many
-- days at once, this is one pass instead of a lookup per contract and day. In twelfths of a cent: every cycle divides
-- twelve months, so sums stay whole. Days that earn nothing (trial, frozen, free) have no row.
create view recurring_revenue_spans with (security_invoker = true) as
select c.tenant_id, c.id as contract_id, c.customer_id, c.currency, c.start_on as from_on,
       coalesce(c.end_on, date 'infinity') as to_on,
       c.amount_cents * case c.billing_cycle when 'monthly' then 12 when 'quarterly' then 4 when 'semiannual' then 2 else 1 end
           as twelfths_of_cents
from contracts c
where c.terms_since is null and c.paying and c.amount_cents > 0
union all
select t.tenant_id, t.id, t.customer_id, t.currency, greatest(t.start_on, t.effective_on), least(t.end_on, t.until_on),
       t.amount_cents * case t.billing_cycle when 'monthly' then 12 when 'quarterly' then 4 when 'semiannual' then 2 else 1 end
from (
    select c.tenant_id, c.id, c.customer_id, c.currency, c.start_on, coalesce(c.end_on, date 'infinity') as end_on,
           h.effective_on, h.amount_cents, h.billing_cycle, h.paying,
           -- Of several terms on one day the last written holds: the others end before they begin.
           coalesce(lead(h.effective_on) over (partition by h.tenant_id, h.contract_id order by h.effective_on, h.id) - 1,
                    date 'infinity') as until_on
    from contracts c join contract_changes h on h.tenant_id = c.tenant_id and h.contract_id = c.id
    where c.terms_since is not null
) t
where t.paying and t.amount_cents > 0 and greatest(t.start_on, t.effective_on) <= least(t.end_on, t.until_on);
grant select on recurring_revenue_spans to pulso_app;

--changeset pulso:portfolio-020-contract-facts
-- For reports: contracts as they are now.
create view contract_facts with (security_invoker = true) as
select tenant_id, id, customer_id, currency, status, paying, billing_cycle, amount_cents, start_on, end_on, next_review_on,
       case billing_cycle when 'monthly' then 1 when 'quarterly' then 3 when 'semiannual' then 6 else 12 end as cycle_months
from contracts;
grant select on contract_facts to pulso_app;
