--liquibase formatted sql

--changeset pulso:identity-140-permission-names splitStatements:false
-- allow rows: a handful of roles and keys a company
-- Every permission is module.record:verb. Roles of a company's own and keys get the new names beside the old ones, which nodes of the
-- release before go by. Whoever could make customers and win deals signs contracts with them, as before.
do $$
declare
    tenant uuid;
    names constant jsonb := '{"customers": "customers.customers", "imports": "imports.imports", "tenant": "company.settings",
        "users": "people.users", "roles": "access.roles", "api_keys": "access.api_keys", "jobs": "jobs.runs",
        "audit": "audit.entries"}';
begin
    for tenant in select tenant_id from tenant_directory loop
        perform set_config('app.tenant_id', tenant::text, true);
        update roles set permissions = array(
            select distinct p from (
                select unnest(permissions) p
                union all
                select (names ->> split_part(o, ':', 1)) || ':' || split_part(o, ':', 2)
                from unnest(permissions) o where names ? split_part(o, ':', 1)
                union all
                select 'portfolio.contracts:approve' where permissions @> '{customers:write,crm.deals:write}') every order by p)
        where tenant_id = tenant;
        update api_keys set scopes = array(
            select distinct p from (
                select unnest(scopes) p
                union all
                select (names ->> split_part(o, ':', 1)) || ':' || split_part(o, ':', 2)
                from unnest(scopes) o where names ? split_part(o, ':', 1)
                union all
                select 'portfolio.contracts:approve' where scopes @> '{customers:write,crm.deals:write}') every order by p)
        where tenant_id = tenant;
    end loop;
end $$;
