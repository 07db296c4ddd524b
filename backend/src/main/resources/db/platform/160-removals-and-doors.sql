--liquibase formatted sql

--changeset pulso:platform-160-removals-bound splitStatements:false
select bound_partition('removals');
select bound_partition('reach_losses');

--changeset pulso:platform-160-removals-bound-holds splitStatements:true
alter table removals validate constraint removals_bound;
alter table reach_losses validate constraint reach_losses_bound;

--changeset pulso:platform-160-removals-partitions splitStatements:false
select partition_by_id('removals', interval '3 months', interval '1 year',
    'a copy that nobody has refreshed for a year is made anew');
select partition_by_id('reach_losses', interval '3 months', interval '1 year',
    'a copy that nobody has refreshed for a year is made anew');

--changeset pulso:platform-160-narrow-doors splitStatements:false
-- What the application may take out of the log of all tenants: what every node has read.
drop policy every_node_forgets on live_log;
create policy every_node_forgets on live_log for delete using (at < now() - interval '10 minutes');

-- Whatever a check of the trail says that it saw, the hash is that of the chain: a made-up one would have every later check fail.
create function take_hash_of_the_chain() returns trigger language plpgsql as $$
begin
    select s.hash into new.head_hash from audit_seals s where s.tenant_id = new.tenant_id and s.number = new.head_number;
    -- The block may be what is missing: the check says so, and was at the head then.
    if not found then
        select h.hash into new.head_hash from audit_heads h where h.tenant_id = new.tenant_id and new.head_number > 0;
    end if;
    new.head_hash := coalesce(new.head_hash, '');
    return new;
end $$;
create trigger take_hash_of_the_chain before insert on audit_checks for each row execute function take_hash_of_the_chain();
