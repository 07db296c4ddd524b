import { useQueries, useQuery } from '@tanstack/react-query';
import type { ActivitySummary, ListActivitiesData } from '@/shared/api/gen';
import { listActivities } from '@/shared/api/gen/activities';
import { listActivitiesQueryKey } from '@/shared/api/gen/activities/query';
import { getBusinessHoursOptions, listHolidaysOptions } from '@/shared/api/gen/calendar/query';
import { names } from '@/shared/api/names';
import { useCan } from '@/shared/session/useSession';

/** Nobody reads more than that on one screen; the filters make it fewer. */
const mostRows = 1000;

export interface AgendaRows {
  rows: ActivitySummary[];
  /** There are more than are shown. */
  more: boolean;
}

async function readRows(
  query: NonNullable<ListActivitiesData['query']>,
  signal: AbortSignal,
): Promise<AgendaRows> {
  const rows: ActivitySummary[] = [];
  for (let cursor: string | undefined; ; ) {
    const { data } = await listActivities({ query: { ...query, cursor }, signal, throwOnError: true });
    rows.push(...data.data);
    if (!data.next_cursor || rows.length >= mostRows) return { rows, more: data.next_cursor !== null };
    cursor = data.next_cursor;
  }
}

/** What is due on these days, and was: in the order in which it is due. */
export function useAgendaRows(days: readonly string[], ownerId: string | undefined) {
  const query = {
    sort: 'due_on',
    due_on_from: days[0],
    due_on_to: days.at(-1),
    owner_id: ownerId,
    limit: 200,
    ...names.activity,
  } as const;
  return useQuery({
    queryKey: [...listActivitiesQueryKey({ query }), 'agenda'],
    queryFn: ({ signal }) => readRows(query, signal),
    placeholderData: (before) => before,
  });
}

/** When the company works, for who may know it. */
export function useCompanyDays(days: readonly string[]) {
  const enabled = useCan()('company.settings:read');
  const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))];
  const hours = useQuery({ ...getBusinessHoursOptions(), enabled, staleTime: 5 * 60_000 });
  const holidays = useQueries({
    queries: years.map((year) => ({
      ...listHolidaysOptions({ query: { year } }),
      enabled,
      staleTime: 5 * 60_000,
    })),
    combine: (answers) =>
      new Map(answers.flatMap(({ data }) => (data?.data ?? []).map(({ day, name }) => [day, name] as const))),
  });
  return { hours: hours.data, holidays };
}
