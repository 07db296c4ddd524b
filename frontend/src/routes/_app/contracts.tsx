import { createFileRoute } from '@tanstack/react-router';
import { ContractList } from '@/features/portfolio/ContractList';
import type { ContractSearch } from '@/features/portfolio/portfolioSearch';
import { WaitingSales } from '@/features/portfolio/WaitingSales';
import { texts } from '@/shared/i18n';
import { contractSearch } from '../-contractSearch';
import { requires } from '../-guard';
import { useOnSearch } from '../-search';

export const Route = createFileRoute('/_app/contracts')({
  validateSearch: contractSearch,
  beforeLoad: requires('portfolio.contracts:read'),
  loader: texts('fields', 'portfolio'),
  component: Page,
});

function Page() {
  return (
    <>
      <WaitingSales />
      <ContractList search={Route.useSearch()} onSearch={useOnSearch<ContractSearch>(Route.useNavigate())} />
    </>
  );
}
