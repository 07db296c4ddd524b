import { createFileRoute } from '@tanstack/react-router';
import { ActivitiesPage } from '@/features/activities/ActivitiesPage';
import {
  type ActivitiesSearch,
  activitySorts,
  dueTimes,
  everybody,
} from '@/features/activities/activitySearch';
import { activityTypes } from '@/shared/activities/activityTypes';
import { texts } from '@/shared/i18n';
import { requires } from '../-guard';
import { flag, id, kept, oneOf, text, useOnSearch } from '../-search';

export const Route = createFileRoute('/_app/activities')({
  validateSearch: (search: Record<string, unknown>): ActivitiesSearch => ({
    ...kept(search),
    sort: oneOf(activitySorts, search.sort),
    owner_id: oneOf([everybody], search.owner_id) ?? id(search.owner_id),
    type: oneOf(activityTypes, search.type),
    due: oneOf(dueTimes, search.due),
    status: oneOf(['completed'] as const, search.status),
    q: text(search.q),
    id: text(search.id),
    new: flag(search.new),
  }),
  beforeLoad: requires('crm.activities:read'),
  loader: texts('activities', 'crm', 'fields'),
  component: Activities,
});

function Activities() {
  return (
    <ActivitiesPage
      search={Route.useSearch()}
      onSearch={useOnSearch<ActivitiesSearch>(Route.useNavigate())}
    />
  );
}
