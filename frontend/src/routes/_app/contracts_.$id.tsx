import { createFileRoute } from '@tanstack/react-router';
import { ContractPanel } from '@/features/portfolio/ContractPanel';
import { loadTexts } from '@/shared/i18n';
import { RecordAlone } from '@/shared/loop/RecordAlone';
import { requires } from '../-guard';
import { NotFound } from '../-NotFound';
import { requireId } from '../-search';

export const Route = createFileRoute('/_app/contracts_/$id')({
  beforeLoad: requires('portfolio.contracts:read'),
  loader: ({ params }) => {
    requireId(params.id);
    return loadTexts(['fields', 'loop', 'portfolio']);
  },
  notFoundComponent: NotFound,
  component: Page,
});

function Page() {
  const { id } = Route.useParams();
  return (
    <RecordAlone key={id} kind="contract" id={id}>
      {(close) => <ContractPanel id={id} onClose={close} />}
    </RecordAlone>
  );
}
