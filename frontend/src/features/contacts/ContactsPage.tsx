import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Contact as ContactIcon, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactSummary } from '@/shared/api/gen';
import { getCompanyOptions } from '@/shared/api/gen/companies/query';
import { listContactsInfiniteOptions } from '@/shared/api/gen/contacts/query';
import { cursorPages } from '@/shared/api/pages';
import { formatPhone } from '@/shared/format/phone';
import { useFormat } from '@/shared/format/useFormat';
import { type ListPageProps, type ListSearch, useRecordPanel } from '@/shared/lib/useRecordPanel';
import { useCan } from '@/shared/session/useSession';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { FilterChip } from '@/shared/ui/Chip';
import { type DataColumn, DataTable, NarrowRow } from '@/shared/ui/DataTable';
import { EmptyState } from '@/shared/ui/EmptyState';
import { PageBody } from '@/shared/ui/PageBody';
import { PageHeader } from '@/shared/ui/PageHeader';
import { SearchBox } from '@/shared/ui/SearchBox';
import { ContactPanel } from './ContactPanel';
import { NewContactDialog } from './NewContactDialog';

type ContactSort = 'name' | '-name' | 'created_at' | '-created_at';

export interface ContactsSearch extends ListSearch {
  sort?: ContactSort;
  company?: string;
}

export function ContactsPage(props: ListPageProps<ContactsSearch>) {
  const { search, onSearch } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const canWrite = useCan()('crm.contacts:write');
  const { open, close, create } = useRecordPanel(props, canWrite);
  const sort = search.sort ?? 'name';
  const query = useInfiniteQuery({
    ...listContactsInfiniteOptions({ query: { sort, q: search.q, company_id: search.company } }),
    ...cursorPages,
  });
  const company = useQuery({
    ...getCompanyOptions({ path: { id: search.company ?? '' } }),
    enabled: Boolean(search.company),
  });
  const columns = useMemo<DataColumn<ContactSummary>[]>(
    () => [
      {
        id: 'name',
        header: t('crm.contact.name'),
        sort: 'name',
        width: '23%',
        cell: (contact) => (
          <span className="flex items-center gap-2">
            <span className="truncate">{contact.name}</span>
            {contact.is_primary && <Badge tone="accent">{t('crm.contact.primary')}</Badge>}
          </span>
        ),
      },
      {
        id: 'company',
        header: t('crm.contact.company'),
        width: '17%',
        cell: (contact) => contact.company_name,
      },
      {
        id: 'position',
        header: t('crm.contact.position'),
        width: '9rem',
        hideBelow: 'lg',
        cell: (contact) => contact.position,
      },
      { id: 'email', header: t('crm.contact.email'), cell: (contact) => contact.email },
      {
        id: 'phone',
        header: t('crm.contact.phone'),
        width: '9rem',
        hideBelow: 'lg',
        cell: (contact) => <span className="tabular">{contact.phone && formatPhone(contact.phone)}</span>,
      },
      {
        id: 'created',
        header: t('crm.contact.createdAt'),
        sort: 'created_at',
        width: '7rem',
        align: 'right',
        hideBelow: 'xl',
        cell: (contact) => contact.created_at && format.date(format.day(contact.created_at)),
      },
    ],
    [t, format],
  );
  const newButton = canWrite && (
    <Button variant="primary" icon={Plus} shortcut="N" onClick={create}>
      {t('crm.contact.new')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('shell.nav.contacts')}
        filters={
          <>
            {search.company && (
              <FilterChip
                label={t('crm.contact.company')}
                allLabel={t('kit.allFeminine')}
                value={search.company}
                onChange={(next) => onSearch({ company: next || undefined })}
                options={[{ value: search.company, label: company.data?.name ?? '…' }]}
              />
            )}
            <SearchBox
              label={t('crm.contact.search')}
              value={search.q ?? ''}
              onChange={(q) => onSearch({ q: q.trim() || undefined }, { replace: true })}
            />
          </>
        }
        actions={newButton}
      />
      <PageBody>
        <DataTable
          label={t('shell.nav.contacts')}
          columns={columns}
          query={query}
          sort={sort}
          onSort={(next) => onSearch({ sort: next as ContactsSearch['sort'] })}
          onOpen={(contact) => open(contact.id)}
          openId={search.id}
          narrow={(contact) => (
            <NarrowRow
              title={contact.name}
              aside={contact.phone && formatPhone(contact.phone)}
              detail={contact.company_name ?? contact.email}
            />
          )}
          empty={
            search.q || search.company ? (
              <EmptyState icon={ContactIcon} title={t('crm.contact.nothing')} text={t('crm.changeFilters')} />
            ) : (
              <EmptyState
                icon={ContactIcon}
                title={t('crm.contact.empty')}
                text={t('crm.contact.emptyText')}
                action={newButton}
              />
            )
          }
        />
      </PageBody>
      {search.id && <ContactPanel key={search.id} contactId={search.id} onClose={close} />}
      {search.new && canWrite && (
        <NewContactDialog onClose={close} onCreated={(contact) => open(contact.id)} />
      )}
    </>
  );
}
