import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivitySummary } from '@/shared/api/gen';
import { getActivityOptions, listActivitiesInfiniteOptions } from '@/shared/api/gen/activities/query';
import { named, names } from '@/shared/api/names';
import { rowsOf } from '@/shared/api/pages';
import { toProblem } from '@/shared/api/problem';
import { problemText } from '@/shared/api/problemText';
import { formatTime } from '@/shared/format/time';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { lazyPart } from '@/shared/lib/lazyPart';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { useRows } from '@/shared/records/useRows';
import { resourceOf } from '@/shared/resources';
import { useCan } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { ErrorState } from '@/shared/ui/ErrorState';
import { Skeleton } from '@/shared/ui/Skeleton';
import type { PagedRows } from '@/shared/ui/tableTypes';
import { AboutLinks } from './AboutLinks';
import { type AboutIds, type AboutKind, aboutKinds } from './about';
import { Composer } from './Composer';
import { DoneCheck } from './DoneCheck';
import { DueText } from './DueText';
import { dayText } from './due';
import { TypeIcon } from './TypeIcon';
import { useCompletion } from './useCompletion';

const CompleteDialog = lazyPart(async () => (await import('./CompleteDialog')).CompleteDialog);

export interface ActivityTimelineProps {
  /** The record whose story it is. */
  kind: AboutKind;
  id: string;
  /** What else is written down here is about: the company of a deal. */
  also?: AboutIds;
  /** Of its headings: one below that of the place where it stands. */
  level: 3 | 4;
}

/** What is to be done about a record, in the order in which it is due, and what was done, the latest first. */
export default function ActivityTimeline({ kind, id, also, level }: ActivityTimelineProps) {
  const { t } = useTranslation();
  const can = useCan();
  const writable = can('crm.activities:write');
  useLiveQuery('activity');
  const about = { [`${kind}_id`]: id } as { [K in keyof AboutIds]?: string };
  // Nothing is said to be about what the person may not see.
  const others = aboutKinds.filter(
    (other) => other !== kind && also?.[`${other}_id`] && can(resourceOf(other).read),
  );
  const beside = Object.fromEntries(
    others.map((other) => [`${other}_id`, also?.[`${other}_id`]]),
  ) as AboutIds;
  const open = useRows<ActivitySummary>(
    listActivitiesInfiniteOptions({
      query: { ...about, status: ['open'], sort: 'due_on', limit: 20, ...names.activity },
    }),
  );
  const done = useRows<ActivitySummary>(
    listActivitiesInfiniteOptions({
      query: { ...about, status: ['completed'], sort: '-completed_at', limit: 20, ...names.activity },
    }),
  );
  const completion = useCompletion();
  const [asked, ask] = useState<ActivitySummary | null>(null);
  // What is about a deal is about its company, too: on its own pages that needs no telling.
  const but = [kind, ...others];
  const failed = (open.error && !open.data && open) || (done.error && !done.data && done);
  const nothing = rowsOf(open.data).length === 0 && rowsOf(done.data).length === 0;
  return (
    <div className="flex flex-col gap-3">
      {writable && <Composer key={id} place={`${kind}.${id}`} about={{ ...about, ...beside }} />}
      {failed ? (
        <ErrorState error={failed.error} onRetry={() => failed.refetch()} />
      ) : open.isPending || done.isPending ? (
        <div className="flex flex-col gap-3 py-1">
          <Skeleton className="h-5 w-4/5" />
          <Skeleton className="h-5 w-3/5" />
        </div>
      ) : nothing ? (
        <p className="text-ink-3">{t(writable ? 'activities.nothingYet' : 'activities.nothingRead')}</p>
      ) : (
        <>
          <Part level={level} title={t('activities.toDo')}>
            {rowsOf(open.data).length === 0 && <p className="text-ink-3">{t('activities.nothingOpen')}</p>}
            <ul>
              {rowsOf(open.data).map((activity) => (
                <li key={activity.id} className="-ml-2 flex items-start gap-1">
                  <DoneCheck
                    activity={activity}
                    done={completion.isDone(activity)}
                    disabled={!writable}
                    onToggle={() => completion.toggle(activity)}
                    onAsk={() => ask(activity)}
                  />
                  <div className="min-w-0 flex-1 py-1">
                    <p className="flex items-start gap-3">
                      <ActivityLink
                        activity={activity}
                        className={cx(
                          'block min-w-0 flex-1 py-0.5 font-medium',
                          completion.isDone(activity) && 'line-through',
                        )}
                      />
                      <span className="shrink-0 py-0.5">
                        <DueText activity={activity} />
                      </span>
                    </p>
                    <p className="flex items-center gap-1.5 text-sm text-ink-3">
                      <TypeIcon type={activity.type} />
                      <span className="min-w-0 truncate">
                        {activity.owner?.name}
                        <About activity={activity} but={but} after={Boolean(activity.owner)} />
                      </span>
                    </p>
                  </div>
                </li>
              ))}
            </ul>
            <More query={open} />
          </Part>
          {rowsOf(done.data).length > 0 && (
            <Part level={level} title={t('activities.done')}>
              <DoneRows level={level} rows={rowsOf(done.data)} but={but} />
              <More query={done} />
            </Part>
          )}
        </>
      )}
      {asked && (
        <Suspense>
          <CompleteDialog activity={asked} complete={completion.complete} onClose={() => ask(null)} />
        </Suspense>
      )}
    </div>
  );
}

function Part({
  level,
  title,
  children,
}: Pick<ActivityTimelineProps, 'level'> & { title: string; children: ReactNode }) {
  const Heading = `h${level}` as const;
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Heading id={id} className="mb-0.5 text-sm text-ink-3">
        {title}
      </Heading>
      {children}
    </section>
  );
}

function ActivityLink({ activity, className }: { activity: ActivitySummary; className?: string }) {
  return (
    <Link
      to="/activities"
      search={{ id: activity.id }}
      className={cx('wrap-anywhere hover:text-accent-ink hover:underline', className)}
    >
      {activity.subject}
    </Link>
  );
}

function About({
  activity,
  but,
  after,
}: {
  activity: ActivitySummary;
  but: readonly AboutKind[];
  after: boolean;
}) {
  const shown = aboutKinds.some((kind) => !but.includes(kind) && activity[kind]);
  if (!shown) return null;
  return (
    <>
      {after && ' · '}
      <AboutLinks activity={activity} but={but} />
    </>
  );
}

function More({ query }: { query: PagedRows<ActivitySummary> }) {
  const { t } = useTranslation();
  if (query.error)
    return (
      <p role="alert" className="py-1 text-sm text-overdue-ink">
        {problemText(toProblem(query.error), t).title}.{' '}
        <button
          type="button"
          className="font-medium underline"
          onClick={() => (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch())}
        >
          {t('kit.retry')}
        </button>
      </p>
    );
  if (!query.hasNextPage) return null;
  return (
    <Button size="sm" variant="ghost" busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
      {t('activities.more')}
    </Button>
  );
}

/** By the day on which it was done. */
function DoneRows({
  level,
  rows,
  but,
}: Pick<ActivityTimelineProps, 'level'> & {
  rows: readonly ActivitySummary[];
  but: readonly AboutKind[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const Heading = level === 3 ? 'h4' : 'h5';
  const days = new Map<string, ActivitySummary[]>();
  for (const activity of rows) {
    const day = format.day(activity.completed_at ?? activity.created_at ?? '');
    days.set(day, [...(days.get(day) ?? []), activity]);
  }
  return [...days].map(([day, those]) => (
    <section key={day} className="mt-3 first-of-type:mt-0">
      <Heading className="mb-0.5 text-sm font-medium first-letter:uppercase">
        {dayText(t, format, day)}
      </Heading>
      <ul>
        {those.map((activity) => (
          <DoneRow key={activity.id} activity={activity} but={but} />
        ))}
      </ul>
    </section>
  ));
}

function DoneRow({ activity, but }: { activity: ActivitySummary; but: readonly AboutKind[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [shown, show] = useState(false);
  const details = useId();
  const by = activity.completed_by?.name ?? activity.owner?.name;
  const told = [
    by,
    activity.duration_minutes &&
      t('activities.minutes', { formatted: format.number(activity.duration_minutes) }),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <li className="flex items-start gap-2.5 py-1">
      <span className="flex size-6 shrink-0 items-center justify-center rounded-full border border-line">
        <TypeIcon type={activity.type} />
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <button
          type="button"
          aria-expanded={shown}
          aria-controls={details}
          onClick={() => show(!shown)}
          className="group flex w-full items-start gap-3 rounded-[4px] text-left"
        >
          <span className="min-w-0 flex-1 whitespace-pre-line wrap-anywhere">
            <span className={cx(activity.type !== 'note' && 'font-medium')}>{activity.subject}</span>
            <ChevronDown
              aria-hidden
              className={cx(
                'mb-0.5 ml-1 inline size-3 text-ink-3 group-hover:text-ink',
                shown && 'rotate-180',
              )}
            />
          </span>
          <span className="tabular shrink-0 text-ink-3">
            {activity.completed_at && formatTime(activity.completed_at, format.zone)}
          </span>
        </button>
        {activity.outcome && <p className="text-ink-2 wrap-anywhere">{activity.outcome}</p>}
        <p className="truncate text-sm text-ink-3">
          {told}
          <About activity={activity} but={but} after={Boolean(told)} />
        </p>
        <div id={details}>{shown && <Details activity={activity} />}</div>
      </div>
    </li>
  );
}

/** What lists leave out. */
function Details({ activity }: { activity: ActivitySummary }) {
  const { t } = useTranslation();
  const query = useQuery(getActivityOptions(named('activity', activity.id)));
  return (
    <div className="mt-1 mb-1.5 border-l-2 border-line pl-2.5">
      {query.data ? (
        <p className={cx('whitespace-pre-line wrap-anywhere', !query.data.description && 'text-ink-3')}>
          {query.data.description ?? t('activities.noDescription')}
        </p>
      ) : query.error ? (
        <p role="alert" className="text-overdue-ink">
          {problemText(toProblem(query.error), t).title}
        </p>
      ) : (
        <Skeleton className="h-4 w-3/5" />
      )}
      <Link
        to="/activities"
        search={{ id: activity.id }}
        className="text-sm font-medium text-accent-ink hover:underline"
      >
        {t('activities.open')}
      </Link>
    </div>
  );
}
