--liquibase formatted sql

--changeset pulso:billing-121-overdue
-- The day an issued invoice was found to be past its due date; it stays when it is paid or cancelled afterwards. A state of
-- its own that moves the version, so that whoever keeps a copy hears of it.
alter table invoices add column overdue_since date,
    add constraint invoices_overdue_rule check (overdue_since is null or (number is not null and overdue_since > due_on));
create index invoices_falling_due_idx on invoices (tenant_id, due_on, id) where status = 'issued' and overdue_since is null;
create index invoices_overdue_idx on invoices (tenant_id, customer_id) where status = 'issued' and overdue_since is not null;

--changeset pulso:billing-121-payments
-- Payments are a list of their own.
create index payments_recorded_idx on payments (tenant_id, recorded_at, id);
