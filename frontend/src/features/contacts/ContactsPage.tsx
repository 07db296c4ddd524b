import { useQuery } from '@tanstack/react-query';
import { Contact as ContactIcon } from 'lucide-react';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactSummary } from '@/shared/api/gen';
import { getCompanyOptions } from '@/shared/api/gen/companies/query';
import { listContactsInfiniteOptions } from '@/shared/api/gen/contacts/query';
import { formatPhone } from '@/shared/format/phone';
import { useFormat } from '@/shared/format/useFormat';
import { useLater } from '@/shared/lib/useLater';
import type { ListSearch, ListPageProps as PageProps } from '@/shared/lib/useRecordPanel';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { ListPage } from '@/shared/records/ListPage';
import { useRows } from '@/shared/records/useRows';
import { Badge } from '@/shared/ui/Badge';
import { FilterChip } from '@/shared/ui/Chip';
import { NarrowRow } from '@/shared/ui/DataTable';

// What opens over the list brings the forms' library, which the list itself can do without; it comes once the list is drawn.
const loadContactPanel = async () => ({ default: (await import('./ContactPanel')).ContactPanel });
const ContactPanel = lazy(loadContactPanel);
const loadContactForm = async () => ({ default: (await import('./ContactForm')).ContactForm });
const ContactForm = lazy(loadContactForm);

export interface ContactsSearch extends ListSearch {
  sort?: 'name' | '-name' | 'created_at' | '-created_at';
  company?: string;
}

export function ContactsPage({ search, onSearch }: PageProps<ContactsSearch>) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useRows<ContactSummary>(
    listContactsInfiniteOptions({
      query: { sort: search.sort ?? 'name', q: search.q, company_id: search.company, limit: 100 },
    }),
  );
  useLiveQuery('contact');
  useLater(loadContactPanel);
  useLater(loadContactForm);
  const company = useQuery({
    ...getCompanyOptions({ path: { id: search.company ?? '' } }),
    enabled: Boolean(search.company),
  });
  return (
    <ListPage
      title={t('shell.nav.contacts')}
      icon={ContactIcon}
      search={search}
      onSearch={onSearch}
      defaultSort="name"
      query={query}
      write="crm.contacts:write"
      texts={{
        search: t('crm.contact.search'),
        create: t('crm.contact.new'),
        empty: t('crm.contact.empty'),
        emptyText: t('crm.contact.emptyText'),
        nothing: t('crm.contact.nothing'),
      }}
      filters={{
        names: ['company'],
        chips: search.company && (
          <FilterChip
            label={t('fields.contact.company_id')}
            allLabel={t('kit.allFeminine')}
            value={search.company}
            onChange={(next) => onSearch({ company: next || undefined })}
            options={[{ value: search.company, label: company.data?.name ?? '…' }]}
          />
        ),
      }}
      columns={[
        {
          id: 'name',
          header: t('fields.contact.name'),
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
          header: t('fields.contact.company_id'),
          width: '17%',
          cell: (contact) => contact.company_name,
        },
        {
          id: 'position',
          header: t('fields.contact.position'),
          width: '9rem',
          hideBelow: 'lg',
          cell: (contact) => contact.position,
        },
        { id: 'email', header: t('fields.contact.email'), cell: (contact) => contact.email },
        {
          id: 'phone',
          header: t('fields.contact.phone'),
          width: '9rem',
          hideBelow: 'lg',
          cell: ({ phone }) => <span className="tabular">{phone && formatPhone(phone)}</span>,
        },
        {
          id: 'created',
          header: t('fields.contact.created_at'),
          sort: 'created_at',
          width: '7rem',
          align: 'right',
          hideBelow: 'xl',
          cell: ({ created_at }) => created_at && format.date(format.day(created_at)),
        },
      ]}
      narrow={(contact) => (
        <NarrowRow
          title={contact.name}
          aside={contact.phone && formatPhone(contact.phone)}
          detail={contact.company_name ?? contact.email}
        />
      )}
      panel={(id, close) => <ContactPanel key={id} contactId={id} onClose={close} />}
      form={(close, done) => <ContactForm onClose={close} onDone={done} />}
    />
  );
}
