--liquibase formatted sql

--changeset pulso:platform-140-reach splitStatements:false
-- Whose records a transaction reaches: one setting, {"deals": ["<owner>", ...]}; a kind that is not named is reached whole.
-- A node of the release before says it with a setting per kind.
create function reach_is_limited(kind text) returns boolean language sql stable parallel safe
    return nullif(current_setting('app.reach', true), '')::jsonb -> kind is not null
        or coalesce(current_setting('app.owners_' || kind, true), '') <> '';

create function reached_owners(kind text) returns uuid[] language sql stable parallel safe
    return coalesce(nullif(current_setting('app.owners_' || kind, true), '')::uuid[], array(
        select owner::uuid
        from jsonb_array_elements_text(nullif(current_setting('app.reach', true), '')::jsonb -> kind) owner));

-- Records of the table belong to people: what is out of a caller's reach does not exist for it, whoever wrote the statement. The
-- subqueries are evaluated once per statement, not once per row.
create function make_owned_table(name text, owner text default 'owner_id') returns void language plpgsql as $$
begin
    execute format('drop policy if exists record_scope on %I', name);
    execute format('create policy record_scope on %1$I as restrictive using '
        '(not (select reach_is_limited(%2$L)) or %3$I = any ((select reached_owners(%2$L))::uuid[]))', name, name, owner);
end $$;
revoke execute on function make_owned_table(text, text) from public;
