--liquibase formatted sql

--changeset pulso:identity-180-left-zones splitStatements:false
-- allow rows: one row a company, and only those whose zone has no name
-- What 140-named-zones left: offsets of half hours, zones that nobody else than Java knows, and Etc/GMT+13, which is none. A place whose
-- clocks show the same, else the nearest whole hour that has a name.
do $$
declare tenant uuid;
begin
    perform set_config('app.actor', 'system', true);
    for tenant in select tenant_id from tenant_directory loop
        perform set_config('app.tenant_id', tenant::text, true);
        update tenants t
        set time_zone = coalesce(p.place, case when h.hours = 0 then 'UTC'
            else 'Etc/GMT' || case when h.hours > 0 then '-' else '+' end || abs(h.hours) end)
        from (select time_zone as zone,
                     regexp_match(time_zone, '^(?:UTC|GMT|UT)?([+-])(\d\d):(\d\d)(?::\d\d)?$') as told,
                     coalesce(substring(time_zone from '^SystemV/[A-Z]{3}(\d+)'), substring(time_zone from '^Etc/GMT\+(1[34])$'))::int
                         as behind
              from tenants where id = tenant) as o
            cross join lateral (select case when o.zone = 'Z' then 0 when o.behind is not null then -60 * o.behind
                else (o.told[1] || '1')::int * (o.told[2]::int * 60 + o.told[3]::int) end as minutes) as m
            cross join lateral (select greatest(-12, least(14, round(m.minutes / 60.0)))::int as hours) as h
            left join (values (-570, 'Pacific/Marquesas'), (-210, 'America/St_Johns'), (210, 'Asia/Tehran'), (270, 'Asia/Kabul'),
                (330, 'Asia/Kolkata'), (345, 'Asia/Kathmandu'), (390, 'Asia/Yangon'), (525, 'Australia/Eucla'),
                (570, 'Australia/Darwin'), (630, 'Australia/Lord_Howe'), (765, 'Pacific/Chatham')) as p(minutes, place)
                on p.minutes = m.minutes
        where t.id = tenant and m.minutes is not null;
    end loop;
end $$;
