--liquibase formatted sql

--changeset pulso:files-001 splitStatements:true
-- Files of records; their bytes are in the file store under the same id (docs/adr/0055-files.md). After all the records that have some.
create table files (
    tenant_id     uuid        not null,
    id            uuid        not null,
    name          text        not null check (length(name) between 1 and 255),
    -- By its bytes.
    media_type    text        not null check (length(media_type) <= 100),
    size_bytes    bigint      not null check (size_bytes >= 0),
    sha256        text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    -- What it is kept for, and until when where that is said.
    purpose       text        not null check (purpose in ('attachment', 'export')),
    expires_at    timestamptz,
    state         text        not null default 'stored' check (state in ('stored', 'missing')),
    width         int,
    height        int,
    created_by_id uuid,
    lead_id       uuid,
    deal_id       uuid,
    company_id    uuid,
    contact_id    uuid,
    customer_id   uuid,
    contract_id   uuid,
    invoice_id    uuid,
    activity_id   uuid,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    version       int         not null default 0,
    primary key (tenant_id, id),
    constraint files_attachment_of_record check (purpose <> 'attachment' or num_nonnulls(
        lead_id, deal_id, company_id, contact_id, customer_id, contract_id, invoice_id, activity_id) > 0),
    -- What goes takes its files along.
    constraint files_lead_fk foreign key (tenant_id, lead_id) references leads (tenant_id, id) on delete cascade,
    constraint files_activity_fk foreign key (tenant_id, activity_id) references activities (tenant_id, id) on delete cascade,
    constraint files_deal_fk foreign key (tenant_id, deal_id) references deals (tenant_id, id),
    constraint files_company_fk foreign key (tenant_id, company_id) references companies (tenant_id, id),
    constraint files_contact_fk foreign key (tenant_id, contact_id) references contacts (tenant_id, id),
    constraint files_customer_fk foreign key (tenant_id, customer_id) references customers (tenant_id, id),
    constraint files_contract_fk foreign key (tenant_id, contract_id) references contracts (tenant_id, id),
    constraint files_invoice_fk foreign key (tenant_id, invoice_id) references invoices (tenant_id, id)
);
create index files_created_idx on files (tenant_id, created_at, id);
create index files_name_idx on files (tenant_id, lower(name), id);
create index files_size_idx on files (tenant_id, size_bytes, id);
create index files_changes_idx on files (tenant_id, updated_at, id);
create index files_expiring_idx on files (tenant_id, expires_at) where expires_at is not null;
create index files_lead_idx on files (tenant_id, lead_id, created_at, id) where lead_id is not null;
create index files_deal_idx on files (tenant_id, deal_id, created_at, id) where deal_id is not null;
create index files_company_idx on files (tenant_id, company_id, created_at, id) where company_id is not null;
create index files_contact_idx on files (tenant_id, contact_id, created_at, id) where contact_id is not null;
create index files_customer_idx on files (tenant_id, customer_id, created_at, id) where customer_id is not null;
create index files_contract_idx on files (tenant_id, contract_id, created_at, id) where contract_id is not null;
create index files_invoice_idx on files (tenant_id, invoice_id, created_at, id) where invoice_id is not null;
create index files_activity_idx on files (tenant_id, activity_id, created_at, id) where activity_id is not null;
select make_tenant_table('files');
select make_record_kind('files', 'file');
select business_time('files', 'created_at', 'updated_at');

-- Small pictures of pictures: few bytes, read with every list of files.
create table file_thumbnails (
    tenant_id  uuid  not null,
    file_id    uuid  not null,
    media_type text  not null,
    content    bytea not null,
    primary key (tenant_id, file_id),
    constraint file_thumbnails_file_fk foreign key (tenant_id, file_id) references files (tenant_id, id) on delete cascade
);
select make_tenant_table('file_thumbnails', audited => false, grants => 'select, insert, delete');

-- How much there is. Whoever adds a file waits here for who did before, so that two do not take the last room.
create table file_usage (
    tenant_id uuid   not null primary key,
    files     bigint not null,
    bytes     bigint not null
);
select make_tenant_table('file_usage', audited => false, grants => 'select, insert, update');

-- Content that no row names any more, until the store has removed it.
create table discarded_files (
    tenant_id uuid not null,
    file_id   uuid not null,
    primary key (tenant_id, file_id)
);
select make_tenant_table('discarded_files', audited => false, grants => 'select, insert, delete');

--changeset pulso:files-001-subjects splitStatements:false
-- Who what was done is about, for who keeps things with it.
create view activity_subjects with (security_invoker = true) as
    select tenant_id, id, owner_id, lead_id, deal_id, contact_id, customer_id from activities;
grant select on activity_subjects to pulso_app;

--changeset pulso:files-001-reach splitStatements:true
-- Who sees all records that a file is kept with and that people own sees the file. Who reaches all pays nothing for it.
create policy record_scope on files as restrictive using (
    (not (select reach_is_limited('deals')) and not (select reach_is_limited('leads')))
    or ((deal_id is null or exists (select from deals d where d.tenant_id = files.tenant_id and d.id = files.deal_id))
        and (lead_id is null or exists (select from leads l where l.tenant_id = files.tenant_id and l.id = files.lead_id))
        and (activity_id is null or exists (
            select from activities a where a.tenant_id = files.tenant_id and a.id = files.activity_id)))
);

--changeset pulso:files-001-usage splitStatements:false
create function count_files() returns trigger language plpgsql as $$
declare
    sign int := case tg_op when 'INSERT' then 1 else -1 end;
begin
    insert into file_usage as u (tenant_id, files, bytes)
    select tenant_id, sign * count(*), sign * sum(size_bytes) from changed_rows group by tenant_id
    on conflict (tenant_id) do update set files = u.files + excluded.files, bytes = u.bytes + excluded.bytes;
    return null;
end $$;
create trigger count_made after insert on files referencing new table as changed_rows
    for each statement execute function count_files();
create trigger count_gone after delete on files referencing old table as changed_rows
    for each statement execute function count_files();

create function discard_files() returns trigger language plpgsql as $$
begin
    insert into discarded_files (tenant_id, file_id) select tenant_id, id from changed_rows;
    return null;
end $$;
create trigger discard_gone after delete on files referencing old table as changed_rows
    for each statement execute function discard_files();

--changeset pulso:files-001-leave splitStatements:false
create trigger note_deleted after delete on files for each row execute function note_deleted();

--changeset pulso:files-001-live splitStatements:false
-- To who sees the records that people own; of the others to all who see files. Of many at once one word for all.
create function announce_files() returns trigger language plpgsql as $$
declare
    how text := case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'updated' else 'deleted' end;
begin
    if (select count(*) from (select from changed_rows limit 21) few) > 20 then
        insert into live_log (tenant_id, permission, type, owner_kind)
        select distinct tenant_id, 'files.files:read', 'file.updated', 'deals' from changed_rows;
        return null;
    end if;
    insert into live_log (tenant_id, permission, type, record_id, version, owner_kind, owner_id)
    select f.tenant_id, 'files.files:read', 'file.' || how, f.id, case tg_op when 'DELETE' then null else f.version end,
           case when f.deal_id is null and f.lead_id is null and f.activity_id is null then null else 'deals' end, w.owner_id
    from changed_rows f
    left join activities a on a.tenant_id = f.tenant_id and a.id = f.activity_id
    left join deals d on d.tenant_id = f.tenant_id and d.id = coalesce(f.deal_id, a.deal_id)
    left join leads l on l.tenant_id = f.tenant_id and l.id = coalesce(f.lead_id, a.lead_id)
    cross join lateral (select a.owner_id union select d.owner_id where d.id is not null
                        union select l.owner_id where l.id is not null) w
    where f.purpose = 'attachment';
    return null;
end $$;
create trigger announce_made after insert on files referencing new table as changed_rows
    for each statement execute function announce_files();
create trigger announce_changed after update on files referencing new table as changed_rows
    for each statement execute function announce_files();
create trigger announce_gone after delete on files referencing old table as changed_rows
    for each statement execute function announce_files();
