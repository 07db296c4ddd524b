import { createFileRoute } from '@tanstack/react-router';
import { CompanyPanel } from '@/features/companies/CompanyPanel';
import { loadTexts } from '@/shared/i18n';
import { RecordAlone } from '@/shared/loop/RecordAlone';
import { requires } from '../-guard';
import { NotFound } from '../-NotFound';
import { requireId } from '../-search';

export const Route = createFileRoute('/_app/companies_/$id')({
  beforeLoad: requires('crm.companies:read'),
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
    <RecordAlone key={id} kind="company" id={id}>
      {(close) => <CompanyPanel companyId={id} onClose={close} />}
    </RecordAlone>
  );
}
