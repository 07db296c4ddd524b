import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ContactSummary } from '@/shared/api/gen';
import { getCompanyOptions } from '@/shared/api/gen/companies/query';
import { listContactsInfiniteOptions } from '@/shared/api/gen/contacts/query';
import { names } from '@/shared/api/names';
import { formatPhone } from '@/shared/format/phone';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import type { ListSearch, ListPageProps as PageProps } from '@/shared/lib/useRecordPanel';
import { ListPage } from '@/shared/records/ListPage';
import { useColumns } from '@/shared/records/useColumns';
import { useRows } from '@/shared/records/useRows';
import { Badge } from '@/shared/ui/Badge';
import { FilterChip } from '@/shared/ui/Chip';
import { NarrowRow } from '@/shared/ui/DataTable';

const ContactPanel = lazyPart(async () => (await import('./ContactPanel')).ContactPanel);
const ContactForm = lazyPart(async () => (await import('./ContactForm')).ContactForm);

export interface ContactsSearch extends ListSearch {
  sort?: 'name' | '-name' | 'created_at' | '-created_at';
  company?: string;
}

export function ContactsPage({ search, onSearch }: PageProps<ContactsSearch>) {
  const { t } = useTranslation();
  const column = useColumns<ContactSummary>((field: 'name') => t(`fields.contact.${field}`));
  const query = useRows<ContactSummary>(
    listContactsInfiniteOptions({
      query: {
        sort: search.sort ?? 'name',
        q: search.q,
        company_id: search.company,
        limit: 100,
        ...names.contact,
      },
    }),
  );
  usePartsLater(ContactPanel, ContactForm);
  const company = useQuery({
    ...getCompanyOptions({ path: { id: search.company ?? '' } }),
    enabled: Boolean(search.company),
  });
  return (
    <ListPage
      kind="contact"
      search={search}
      onSearch={onSearch}
      defaultSort="name"
      query={query}
      texts={{
        search: t('crm.contact.search'),
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
        column.of(
          'name',
          (contact) => (
            <span className="flex items-center gap-2">
              <span className="truncate">{contact.name}</span>
              {contact.is_primary && <Badge tone="accent">{t('crm.contact.primary')}</Badge>}
            </span>
          ),
          { sort: true, width: '23%', text: (contact) => contact.name },
        ),
        column.of('company_id', (contact) => contact.company?.name, { width: '17%' }),
        column.text('position', { width: '9rem', hideBelow: 'lg' }),
        column.text('email'),
        column.phone('phone', { width: '9rem', hideBelow: 'lg' }),
        column.day('created_at', { sort: true, width: '7rem', align: 'right', hideBelow: 'xl' }),
      ]}
      narrow={(contact) => (
        <NarrowRow
          title={contact.name}
          aside={contact.phone && formatPhone(contact.phone)}
          detail={contact.company?.name ?? contact.email}
        />
      )}
      panel={(id, close) => <ContactPanel key={id} contactId={id} onClose={close} />}
      form={(close, done) => <ContactForm onClose={close} onDone={done} />}
    />
  );
}
