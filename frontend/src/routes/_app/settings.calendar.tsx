import { createFileRoute } from '@tanstack/react-router';
import { CalendarPage, type CalendarSearch } from '@/features/calendar/CalendarPage';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';
import { useOnSearch } from '../-search';

export const Route = createFileRoute('/_app/settings/calendar')({
  validateSearch: (search: Record<string, unknown>): CalendarSearch => ({ year: year(search.year) }),
  beforeLoad: requires('company.settings:read'),
  loader: texts('calendar'),
  component: Page,
});

function Page() {
  return (
    <CalendarPage search={Route.useSearch()} onSearch={useOnSearch<CalendarSearch>(Route.useNavigate())} />
  );
}

function year(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 2000 && value <= 2099
    ? value
    : undefined;
}
