--liquibase formatted sql

--changeset pulso:platform-170-end-work splitStatements:false
-- As finish_work, for whoever sends COMMIT in the same breath: nothing is committed where the lease was lost.
create function end_work(q text, tenant uuid, of_key uuid, number bigint, lease uuid) returns void language plpgsql as $$
begin
    if not finish_work(q, tenant, of_key, number, lease) then
        raise exception 'work % of % is no longer leased by %', number, q, lease using errcode = 'PU001';
    end if;
end $$;
