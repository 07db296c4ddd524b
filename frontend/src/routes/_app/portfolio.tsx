import { createFileRoute } from '@tanstack/react-router';
import { PortfolioPage } from '@/features/portfolio/PortfolioPage';
import type { PortfolioSearch } from '@/features/portfolio/portfolioSearch';
import { texts } from '@/shared/i18n';
import { contractSearch } from '../-contractSearch';
import { requires } from '../-guard';
import { date, flag, useOnSearch } from '../-search';

export const Route = createFileRoute('/_app/portfolio')({
  validateSearch: (search: Record<string, unknown>): PortfolioSearch => ({
    ...contractSearch(search),
    as_of: date(search.as_of),
    counting: flag(search.counting),
  }),
  beforeLoad: requires('portfolio.contracts:read'),
  loader: texts('fields', 'portfolio'),
  component: Page,
});

function Page() {
  return (
    <PortfolioPage search={Route.useSearch()} onSearch={useOnSearch<PortfolioSearch>(Route.useNavigate())} />
  );
}
