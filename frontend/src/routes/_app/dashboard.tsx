import { createFileRoute } from '@tanstack/react-router';
import { DashboardPage } from '@/features/dashboard/DashboardPage';
import { type DashboardSearch, dashboardRows, movementKinds } from '@/features/dashboard/dashboardSearch';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';
import { date, oneOf, useOnSearch } from '../-search';

export const Route = createFileRoute('/_app/dashboard')({
  validateSearch: (search: Record<string, unknown>): DashboardSearch => ({
    rows: oneOf(dashboardRows, search.rows),
    month: date(search.month),
    kind: oneOf(movementKinds, search.kind),
  }),
  beforeLoad: requires('reports.dashboard:read'),
  loader: texts('dashboard'),
  component: Page,
});

function Page() {
  return (
    <DashboardPage search={Route.useSearch()} onSearch={useOnSearch<DashboardSearch>(Route.useNavigate())} />
  );
}
