import { useTranslation } from 'react-i18next';
import type { ContactSummary } from '@/shared/api/gen';
import { bulkContacts } from '@/shared/api/gen/bulk';
import { listContactsInfiniteOptions } from '@/shared/api/gen/contacts/query';
import { names } from '@/shared/api/names';
import { formatPhone } from '@/shared/format/phone';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import type { ListSearch, ListPageProps as PageProps } from '@/shared/lib/useRecordPanel';
import { ListPage } from '@/shared/records/ListPage';
import { useColumns } from '@/shared/records/useColumns';
import { useFilters } from '@/shared/records/useFilters';
import { useRows } from '@/shared/records/useRows';
import { Badge } from '@/shared/ui/Badge';
import { NarrowRow } from '@/shared/ui/DataTable';

const ContactPanel = lazyPart(async () => (await import('./ContactPanel')).ContactPanel);
const ContactForm = lazyPart(async () => (await import('./ContactForm')).ContactForm);

export interface ContactsSearch extends ListSearch {
  sort?: 'name' | '-name' | 'created_at' | '-created_at';
  company_id?: string;
}

export function ContactsPage(page: PageProps<ContactsSearch>) {
  const { t } = useTranslation();
  const { sort = 'name', q, company_id } = page.search;
  const label = (field: 'name') => t(`fields.contact.${field}`);
  const column = useColumns<ContactSummary>(label);
  const filter = useFilters(page, label);
  usePartsLater(ContactPanel, ContactForm);
  return (
    <ListPage
      {...page}
      kind="contact"
      texts="crm.contact.list"
      defaultSort="name"
      query={useRows<ContactSummary>(
        listContactsInfiniteOptions({
          query: { sort, q, company_id, limit: 100, ...names.contact, ...page.search.more },
        }),
      )}
      filters={[filter.record('company_id', 'company', { feminine: true })]}
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
      bulk={{
        send: bulkContacts,
        actions: [{ type: 'set_company', param: 'company_id', as: 'company', empty: true }],
      }}
      panel={(id, close) => <ContactPanel key={id} contactId={id} onClose={close} />}
      form={(close, done) => <ContactForm onClose={close} onDone={done} />}
    />
  );
}
