-- plan: deal by id
select d.id, d.title, c.name, k.name, u.name from deals d left join companies c on c.id = d.company_id
left join contacts k on k.id = d.contact_id left join user_names u on u.id = d.owner_id where d.id = :deal
-- plan: deals, a page of 50
select d.id, d.title, c.name, k.name, u.name from deals d left join companies c on c.id = d.company_id
left join contacts k on k.id = d.contact_id left join user_names u on u.id = d.owner_id order by d.created_at desc, d.id desc limit 51
-- plan: board, totals
select s.id, total.deals, total.amount_cents from stages s cross join lateral (
select coalesce(sum(k.deals), 0)::bigint as deals, coalesce(sum(k.amount_cents), 0)::bigint as amount_cents from deal_totals k where k.stage_id = s.id) total
where s.pipeline_id = :pipeline
-- plan: board, cards
select d.id, d.title from stages s cross join lateral (
select d.* from deals d where d.stage_id = s.id order by d.position, d.id limit 51) d
where s.pipeline_id = :pipeline order by s.ordinal, d.position, d.id
