import { createFileRoute } from '@tanstack/react-router';
import { LeadPanel } from '@/features/leads/LeadPanel';
import { loadTexts } from '@/shared/i18n';
import { RecordAlone } from '@/shared/loop/RecordAlone';
import { requires } from '../-guard';
import { NotFound } from '../-NotFound';
import { requireId } from '../-search';

export const Route = createFileRoute('/_app/leads_/$id')({
  beforeLoad: requires('crm.leads:read'),
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
    <RecordAlone key={id} kind="lead" id={id}>
      {(close) => <LeadPanel leadId={id} onClose={close} />}
    </RecordAlone>
  );
}
