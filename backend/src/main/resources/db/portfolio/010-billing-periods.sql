--liquibase formatted sql

--changeset portfolio:010-billing-periods
--comment The arithmetic of dev.pulso.platform.kernel.BillingPeriods for statements that bill many contracts at once

-- Every body is one expression and immutable, so that the planner inlines it. The bodies are parsed when they are
-- created (RETURN instead of a string), so that no search_path can change what they mean.

-- First day of period k of a contract: k cycles after its first day, clipped to the end of a shorter month
-- (31 Jan, 28 or 29 Feb, 31 Mar). Always from the anchor, never from the period before.
create function billing_period_start(start_on date, cycle_months int, k int) returns date
    language sql immutable parallel safe
    return (start_on + make_interval(months => cycle_months * k))::date;

-- Index of the period that a day lies in; negative before the contract starts. Whole months since the anchor, less one
-- while this month's anniversary is ahead. A month too short for the anchor's day has its anniversary on its last day,
-- which is the day before a first. float8 divides such small integers exactly enough for floor.
create function billing_period_index(start_on date, cycle_months int, on_date date) returns int
    language sql immutable parallel safe
    return floor((
        (extract(year from on_date)::int - extract(year from start_on)::int) * 12
            + extract(month from on_date)::int - extract(month from start_on)::int
            - case
                when extract(day from on_date) < extract(day from start_on) and extract(day from on_date + 1) <> 1 then 1
                else 0
              end
        )::float8 / cycle_months)::int;

-- That day of that month, or the month's last day when it is shorter.
create function day_of_month(in_month date, day int) returns date
    language sql immutable parallel safe
    return least(
        date_trunc('month', in_month::timestamp)::date + (day - 1),
        (date_trunc('month', in_month::timestamp) + interval '1 month')::date - 1);

-- When the invoice of a period is due: the first billing_day on or after its start, else due_days after its start.
create function invoice_due_on(period_start date, billing_day int, due_days int) returns date
    language sql immutable parallel safe
    return case
        when billing_day is null then period_start + due_days
        when day_of_month(period_start, billing_day) >= period_start then day_of_month(period_start, billing_day)
        else day_of_month((period_start + interval '1 month')::date, billing_day)
    end;

--rollback drop function invoice_due_on(date, int, int);
--rollback drop function day_of_month(date, int);
--rollback drop function billing_period_index(date, int, date);
--rollback drop function billing_period_start(date, int, int);
