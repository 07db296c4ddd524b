--liquibase formatted sql

--changeset pulso:platform-050-refresh-statistics splitStatements:false
-- Tells the planner at once what a bulk load has changed. Until ANALYZE has seen a tenant's first 100,000 rows, the planner
-- takes it for a tenant without any, and joins them in nested loops: a report then takes minutes instead of a tenth of a
-- second. Autovacuum comes by only after seconds or a minute. The application owns no table, so this runs as their owner;
-- who analyzes the same table already does the work, so it is not waited for.
create function refresh_statistics(tables text[]) returns void
    language plpgsql security definer
    set search_path = public, pg_temp
    set lock_timeout = '200ms'
as $$
declare
    wanted text;
begin
    foreach wanted in array tables loop
        begin
            execute format('analyze %I', wanted);
        exception when lock_not_available then
            null;
        end;
    end loop;
end $$;
revoke execute on function refresh_statistics(text[]) from public;
grant execute on function refresh_statistics(text[]) to pulso_app;
