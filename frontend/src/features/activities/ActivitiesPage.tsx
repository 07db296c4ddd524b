import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AboutLinks } from '@/shared/activities/AboutLinks';
import { aboutOf } from '@/shared/activities/about';
import { activityTypes } from '@/shared/activities/activityTypes';
import { DoneCheck } from '@/shared/activities/DoneCheck';
import { DueText } from '@/shared/activities/DueText';
import { dueText } from '@/shared/activities/due';
import { TypeIcon } from '@/shared/activities/TypeIcon';
import { useCompletion } from '@/shared/activities/useCompletion';
import type { ActivitySummary } from '@/shared/api/gen';
import { listActivitiesInfiniteOptions } from '@/shared/api/gen/activities/query';
import { bulkActivities } from '@/shared/api/gen/bulk';
import { names } from '@/shared/api/names';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import { optionsOf } from '@/shared/lib/optionsOf';
import type { ListPageProps as PageProps } from '@/shared/lib/useRecordPanel';
import { useUserOptions } from '@/shared/pickers/options';
import { ListPage } from '@/shared/records/ListPage';
import { useColumns } from '@/shared/records/useColumns';
import { useFilters } from '@/shared/records/useFilters';
import { useRows } from '@/shared/records/useRows';
import { useCan, useProfile } from '@/shared/session/useSession';
import { FilterChip } from '@/shared/ui/Chip';
import { NarrowRow } from '@/shared/ui/DataTable';
import { type ActivitiesSearch, activityWords, dueTimes, everybody } from './activitySearch';

const ActivityPanel = lazyPart(async () => (await import('./ActivityPanel')).ActivityPanel);
const ActivityForm = lazyPart(async () => (await import('./ActivityForm')).ActivityForm);
const CompleteDialog = lazyPart(
  async () => (await import('@/shared/activities/CompleteDialog')).CompleteDialog,
);

/** What is to be done, one's own first, in the order in which it is due; and what was done. */
export function ActivitiesPage({ search, onSearch }: PageProps<ActivitiesSearch>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { user } = useProfile();
  const writable = useCan()('crm.activities:write');
  const users = useUserOptions();
  const completion = useCompletion();
  const [asked, ask] = useState<ActivitySummary | null>(null);
  const label = (field: 'type') => t(`fields.activity.${field}`);
  const column = useColumns<ActivitySummary>(label);
  const filter = useFilters({ search, onSearch }, label);
  const done = search.status === 'completed';
  const owner = search.owner_id === user.id ? undefined : search.owner_id;
  const defaultSort = done ? '-completed_at' : 'due_on';
  const query = useRows<ActivitySummary>(
    listActivitiesInfiniteOptions({
      query: {
        sort: search.sort ?? defaultSort,
        owner_id: owner === everybody ? undefined : (owner ?? user.id),
        type: search.type && [search.type],
        due: search.due && [search.due],
        status: [search.status ?? 'open'],
        q: search.q,
        limit: 100,
        ...names.activity,
        ...search.more,
      },
    }),
  );
  usePartsLater(ActivityPanel, ActivityForm, CompleteDialog);
  const struck = (activity: ActivitySummary) => !done && completion.isDone(activity) && 'line-through';
  const subject = (activity: ActivitySummary) => (
    <span className="flex items-center gap-2">
      <TypeIcon type={activity.type} />
      <span className={cx('truncate', struck(activity))}>{activity.subject}</span>
    </span>
  );
  return (
    <>
      <ListPage
        kind="activity"
        search={search}
        onSearch={onSearch}
        defaultSort={defaultSort}
        query={query}
        texts="activities.list"
        words={activityWords(user.id)}
        filters={[
          {
            names: ['owner_id'],
            chip: (
              <FilterChip
                label={t('fields.activity.owner_id')}
                allLabel={t('activities.me')}
                value={owner ?? ''}
                onChange={(next) => onSearch({ owner_id: next || undefined })}
                options={[
                  { value: everybody, label: t('kit.all') },
                  ...users.filter(({ value }) => value !== user.id),
                ]}
              />
            ),
          },
          {
            names: ['status'],
            chip: (
              <FilterChip
                label={t('fields.activity.status')}
                allLabel={t('activities.status.open')}
                value={search.status ?? ''}
                onChange={(status) =>
                  onSearch({ status: status || undefined, due: undefined, sort: undefined })
                }
                options={[{ value: 'completed' as const, label: t('activities.status.completed') }]}
              />
            ),
          },
          {
            names: ['due'],
            chip: !done && (
              <FilterChip
                label={t('activities.when')}
                allLabel={t('activities.anyDay')}
                value={search.due ?? ''}
                onChange={(due) => onSearch({ due: due || undefined })}
                options={optionsOf(dueTimes, (due) => t(`activities.due.${due}`))}
              />
            ),
          },
          filter.choice(
            'type',
            optionsOf(activityTypes, (type) => t(`crm.activity.types.${type}`)),
          ),
        ]}
        lead={{
          header: t('activities.check'),
          cell: (activity, tabbable) => (
            <DoneCheck
              activity={activity}
              done={completion.isDone(activity)}
              disabled={!writable}
              tabbable={tabbable}
              onToggle={() => completion.toggle(activity)}
              onAsk={() => ask(activity)}
            />
          ),
        }}
        onKey={(event, activity) => {
          if (!writable || event.ctrlKey || event.metaKey || event.altKey) return false;
          const open = !completion.isDone(activity);
          if (open && event.key === 'Enter' && event.shiftKey) ask(activity);
          else if (event.shiftKey) return false;
          else if (open && (event.key === ' ' || event.key.toLowerCase() === 'e')) completion.tick(activity);
          else return false;
          return true;
        }}
        columns={[
          column.of('subject', subject, { text: (activity) => activity.subject }),
          done
            ? column.of('completed_at', (activity) => format.dateTime(activity.completed_at), {
                sort: true,
                width: '9.5rem',
              })
            : column.of('due_on', (activity) => <DueText activity={activity} />, {
                sort: true,
                width: '9.5rem',
                text: (activity) => dueText(t, format, activity),
              }),
          ...(done ? [column.text('outcome', { width: '20%', hideBelow: 'lg' })] : []),
          column.of('deal_id', (activity) => <AboutLinks activity={activity} />, {
            header: t('activities.about'),
            width: done ? '22%' : '30%',
            hideBelow: 'lg',
            text: (activity) =>
              aboutOf(activity)
                .map(({ name }) => name)
                .join(' · '),
          }),
          column.of('owner_id', (activity) => activity.owner?.name, { width: '9.5rem', hideBelow: 'xl' }),
        ]}
        narrow={(activity) => (
          <NarrowRow
            title={<span className={cx(struck(activity))}>{activity.subject}</span>}
            aside={
              <span className="font-normal">
                {done ? format.dateTime(activity.completed_at) : <DueText activity={activity} />}
              </span>
            }
            detail={
              <span className="flex items-center gap-1.5">
                <TypeIcon type={activity.type} />
                <span className="truncate">{aboutOf(activity)[0]?.name ?? activity.owner?.name}</span>
              </span>
            }
          />
        )}
        bulk={{
          send: bulkActivities,
          actions: [
            { type: 'assign', param: 'owner_id', as: 'user' },
            { type: 'complete', param: 'outcome', as: 'text', empty: true },
            { type: 'delete' },
          ],
        }}
        panel={(id, close) => <ActivityPanel key={id} activityId={id} onClose={close} />}
        form={(close, saved) => <ActivityForm onClose={close} onDone={saved} />}
      />
      {asked && (
        <Suspense>
          <CompleteDialog activity={asked} complete={completion.complete} onClose={() => ask(null)} />
        </Suspense>
      )}
    </>
  );
}
