import { createFileRoute } from '@tanstack/react-router';
import { DealPage } from '@/features/deals/DealPage';
import { loadTexts } from '@/shared/i18n';
import { requires } from '../-guard';
import { NotFound } from '../-NotFound';
import { requireId } from '../-search';

export const Route = createFileRoute('/_app/pipeline_/$id')({
  beforeLoad: requires('crm.deals:read'),
  loader: ({ params }) => {
    requireId(params.id);
    return loadTexts(['crm', 'fields', 'loop']);
  },
  notFoundComponent: NotFound,
  component: Page,
});

function Page() {
  const { id } = Route.useParams();
  return <DealPage key={id} id={id} />;
}
