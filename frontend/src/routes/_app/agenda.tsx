import { createFileRoute } from '@tanstack/react-router';
import { everybody } from '@/features/activities/activitySearch';
import { AgendaPage } from '@/features/activities/agenda/AgendaPage';
import type { AgendaSearch } from '@/features/activities/agenda/agendaSearch';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';
import { date, flag, id, oneOf, text, useOnSearch } from '../-search';

export const Route = createFileRoute('/_app/agenda')({
  validateSearch: (search: Record<string, unknown>): AgendaSearch => ({
    view: oneOf(['day', 'month'] as const, search.view),
    day: date(search.day),
    owner_id: oneOf([everybody], search.owner_id) ?? id(search.owner_id),
    id: text(search.id),
    new: flag(search.new),
  }),
  beforeLoad: requires('crm.activities:read'),
  loader: texts('activities', 'crm', 'fields'),
  component: Agenda,
});

function Agenda() {
  return <AgendaPage search={Route.useSearch()} onSearch={useOnSearch<AgendaSearch>(Route.useNavigate())} />;
}
