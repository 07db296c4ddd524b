--liquibase formatted sql

--changeset pulso:portfolio-120-due-days
--comment Which month an invoice is due in follows from the contract's first day, not from the start of a period that a short month has clipped

drop function invoice_due_on(date, int, int);
create function invoice_due_on(start_on date, period_start date, billing_day int, due_days int) returns date
    language sql immutable parallel safe
    return case
        when billing_day is null then period_start + due_days
        when billing_day < extract(day from start_on) then day_of_month((period_start + interval '1 month')::date, billing_day)
        else day_of_month(period_start, billing_day)
    end;
