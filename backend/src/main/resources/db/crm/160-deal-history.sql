--liquibase formatted sql

--changeset pulso:crm-160-deal-history splitStatements:true
-- A view knows its tables by what they are, not by their names: it went on reading the first part of a table that is cut by time.
create or replace view deal_history with (security_invoker = true) as
select h.tenant_id, h.id, h.deal_id, h.at, h.stage_id, h.status, h.amount_cents, h.currency,
       -- The present one, so that a changed setting is no change of the deals.
       coalesce(s.probability, h.probability) as probability
from deal_changes h left join stages s on s.tenant_id = h.tenant_id and s.id = h.stage_id;
