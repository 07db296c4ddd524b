import { createFileRoute } from '@tanstack/react-router';
import { ContactPanel } from '@/features/contacts/ContactPanel';
import { loadTexts } from '@/shared/i18n';
import { RecordAlone } from '@/shared/loop/RecordAlone';
import { requires } from '../-guard';
import { NotFound } from '../-NotFound';
import { requireId } from '../-search';

export const Route = createFileRoute('/_app/contacts_/$id')({
  beforeLoad: requires('crm.contacts:read'),
  loader: ({ params }) => {
    requireId(params.id);
    return loadTexts(['crm', 'fields', 'loop']);
  },
  notFoundComponent: NotFound,
  component: Page,
});

function Page() {
  const { id } = Route.useParams();
  return (
    <RecordAlone key={id} kind="contact" id={id}>
      {(close) => <ContactPanel contactId={id} onClose={close} />}
    </RecordAlone>
  );
}
