import { createFileRoute } from '@tanstack/react-router';
import { ContactsPage, type ContactsSearch } from '@/features/contacts/ContactsPage';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';
import { flag, id, kept, oneOf, text, useOnSearch } from '../-search';

const sorts = ['name', '-name', 'created_at', '-created_at'] as const;

export const Route = createFileRoute('/_app/contacts')({
  validateSearch: (search: Record<string, unknown>): ContactsSearch => ({
    ...kept(search),
    sort: oneOf(sorts, search.sort),
    company_id: id(search.company_id),
    q: text(search.q),
    id: text(search.id),
    new: flag(search.new),
  }),
  beforeLoad: requires('crm.contacts:read'),
  loader: texts('crm', 'fields'),
  component: Contacts,
});

function Contacts() {
  return (
    <ContactsPage search={Route.useSearch()} onSearch={useOnSearch<ContactsSearch>(Route.useNavigate())} />
  );
}
