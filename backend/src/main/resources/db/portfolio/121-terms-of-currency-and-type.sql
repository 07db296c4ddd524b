--liquibase formatted sql

--changeset pulso:portfolio-121-terms-of-currency-and-type splitStatements:false
-- What figures filter and group by is kept with the terms, so that a past month stays what it was. Of the changes until
-- now only what the contracts are today is known.
alter table contract_changes add column currency char(3), add column service_type text;
do $$
declare tenant uuid;
begin
    for tenant in select tenant_id from tenant_directory loop
        perform set_config('app.tenant_id', tenant::text, true);
        update contract_changes h set currency = c.currency, service_type = c.service_type
        from contracts c where c.tenant_id = h.tenant_id and c.id = h.contract_id;
    end loop;
end $$;
alter table contract_changes alter column currency set not null, alter column service_type set not null;

--changeset pulso:portfolio-121-spans-in-their-currency splitStatements:true
create or replace view recurring_revenue_spans with (security_invoker = true) as
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
    select c.tenant_id, c.id, c.customer_id, h.currency, c.start_on, coalesce(c.end_on, date 'infinity') as end_on,
           h.effective_on, h.amount_cents, h.billing_cycle, h.paying,
           -- Of several terms on one day the last written holds: the others end before they begin.
           coalesce(lead(h.effective_on) over (partition by h.tenant_id, h.contract_id order by h.effective_on, h.id) - 1,
                    date 'infinity') as until_on
    from contracts c join contract_changes h on h.tenant_id = c.tenant_id and h.contract_id = c.id
    where c.terms_since is not null
) t
where t.paying and t.amount_cents > 0 and greatest(t.start_on, t.effective_on) <= least(t.end_on, t.until_on);
