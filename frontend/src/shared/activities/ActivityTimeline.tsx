import { Link } from '@tanstack/react-router';
import { type ReactNode, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivitySummary } from '@/shared/api/gen';
import { listActivitiesInfiniteOptions } from '@/shared/api/gen/activities/query';
import { names } from '@/shared/api/names';
import { rowsOf } from '@/shared/api/pages';
import { cx } from '@/shared/lib/cx';
import { lazyPart } from '@/shared/lib/lazyPart';
import { MoreRows } from '@/shared/records/MoreRows';
import { useRows } from '@/shared/records/useRows';
import { resourceOf } from '@/shared/resources';
import { useCan } from '@/shared/session/useSession';
import RecordTimeline from '@/shared/timeline/RecordTimeline';
import { ErrorState } from '@/shared/ui/ErrorState';
import { Skeleton } from '@/shared/ui/Skeleton';
import { AboutLinks } from './AboutLinks';
import { type AboutIds, type AboutKind, aboutKinds } from './about';
import { Composer } from './Composer';
import { DoneCheck } from './DoneCheck';
import { DueText } from './DueText';
import { TypeIcon } from './TypeIcon';
import { useCompletion } from './useCompletion';

const CompleteDialog = lazyPart(async () => (await import('./CompleteDialog')).CompleteDialog);

export interface ActivityTimelineProps {
  /** The record whose story it is. */
  kind: AboutKind;
  id: string;
  /** What else is written down here is about: the company of a deal. */
  also?: AboutIds;
  /** Of the record's amounts; without it that of the company. */
  currency?: string;
  /** Of its headings: one below that of the place where it stands. */
  level: 3 | 4;
}

/** What is to be done about a record, in the order in which it is due, and what has happened, the latest first. */
export default function ActivityTimeline({ kind, id, also, currency, level }: ActivityTimelineProps) {
  const { t } = useTranslation();
  const can = useCan();
  const writable = can('crm.activities:write');
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
  const completion = useCompletion();
  const [asked, ask] = useState<ActivitySummary | null>(null);
  // What is about a deal is about its company, too: on its own pages that needs no telling.
  const but = [kind, ...others];
  return (
    <div className="flex flex-col gap-3">
      {writable && <Composer key={id} place={`${kind}.${id}`} about={{ ...about, ...beside }} />}
      <Part level={level} title={t('activities.toDo')}>
        {open.error && !open.data ? (
          <ErrorState error={open.error} onRetry={() => open.refetch()} />
        ) : open.isPending ? (
          <Skeleton className="h-5 w-3/5" />
        ) : (
          <>
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
            <MoreRows query={open} />
          </>
        )}
      </Part>
      <Part level={level} title={t('activities.timeline.title')}>
        <RecordTimeline kind={kind} id={id} currency={currency} level={level === 3 ? 4 : 5} />
      </Part>
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
