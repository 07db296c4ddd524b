import { createFileRoute } from '@tanstack/react-router';
import { ForecastPage, type ForecastSearch } from '@/features/forecast/ForecastPage';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';
import { date, useOnSearch } from '../-search';

export const Route = createFileRoute('/_app/forecast')({
  validateSearch: (search: Record<string, unknown>): ForecastSearch => ({ from: date(search.from) }),
  beforeLoad: requires('crm.deals:read'),
  loader: texts('forecast', 'fields'),
  component: Page,
});

function Page() {
  return (
    <ForecastPage search={Route.useSearch()} onSearch={useOnSearch<ForecastSearch>(Route.useNavigate())} />
  );
}
