--liquibase formatted sql

--changeset pulso:identity-140-token-parents
-- allow index: a partial one over a column that no row has yet
-- The token that each was given for: an old one is taken again until a successor of it was used.
alter table refresh_tokens add column parent_id uuid;
create index refresh_tokens_parent_idx on refresh_tokens (tenant_id, parent_id) where parent_id is not null;

--changeset pulso:identity-140-named-zones splitStatements:false
-- allow rows: one row a company, and only those that chose an offset
-- PostgreSQL reads the sign of an offset the other way round than everybody else; zones by name mean the same to all.
do $$
declare tenant uuid;
begin
    for tenant in select tenant_id from tenant_directory loop
        perform set_config('app.tenant_id', tenant::text, true);
        update tenants
        set time_zone = 'Etc/GMT' || case when substr(time_zone, length(time_zone) - 5, 1) = '-' then '+' else '-' end
            || ltrim(substr(time_zone, length(time_zone) - 4, 2), '0')
        where id = tenant and time_zone ~ '^(UTC|GMT|UT)?[+-](0[1-9]|1[0-4]):00$';
    end loop;
end $$;
