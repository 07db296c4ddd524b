import { ChevronLeft, ChevronRight, Plus, Rss } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dueText } from '@/shared/activities/due';
import type { ActivitySummary } from '@/shared/api/gen';
import { useFormat } from '@/shared/format/useFormat';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import { useIsNarrow } from '@/shared/lib/useMediaQuery';
import { type ListPageProps as PageProps, useRecordPanel } from '@/shared/lib/useRecordPanel';
import { useShortcut } from '@/shared/lib/useShortcut';
import { useLiveQuery } from '@/shared/live/useLiveQuery';
import { useUserOptions } from '@/shared/pickers/options';
import { useCan, useProfile } from '@/shared/session/useSession';
import { Button } from '@/shared/ui/Button';
import { FilterChip } from '@/shared/ui/Chip';
import { ErrorState } from '@/shared/ui/ErrorState';
import { IconButton } from '@/shared/ui/IconButton';
import { PageBody } from '@/shared/ui/PageBody';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Skeleton } from '@/shared/ui/Skeleton';
import { everybody } from '../activitySearch';
import { daysOf, firstWeekday, leafed, type Placing } from './agendaDays';
import { type AgendaSearch, agendaViews } from './agendaSearch';
import { DayList } from './DayList';
import { MonthGrid } from './MonthGrid';
import { TimeGrid } from './TimeGrid';
import { useAgendaRows, useCompanyDays } from './useAgendaRows';
import { useMoves } from './useMoves';

const ActivityPanel = lazyPart(async () => (await import('../ActivityPanel')).ActivityPanel);
const FeedDialog = lazyPart(async () => (await import('./FeedDialog')).FeedDialog);
const ActivityForm = lazyPart(async () => (await import('../ActivityForm')).ActivityForm);

/** What is due on a day, in a week or in a month, where it can be taken by hand. */
export function AgendaPage({ search, onSearch }: PageProps<AgendaSearch>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { user } = useProfile();
  const writable = useCan()('crm.activities:write');
  const users = useUserOptions();
  const narrow = useIsNarrow();
  const { open, close, create } = useRecordPanel({ search, onSearch });
  const [said, say] = useState('');
  const [feed, setFeed] = useState(false);
  useLiveQuery('activity', 'holiday', 'business_hours');
  useShortcut('n', create, writable);
  const view = search.view ?? 'week';
  const today = format.today();
  const day = search.day ?? today;
  const days = daysOf(view, day, firstWeekday(format.locale));
  const owner = search.owner_id === user.id ? undefined : search.owner_id;
  const query = useAgendaRows(days, owner === everybody ? undefined : (owner ?? user.id));
  const { hours, holidays } = useCompanyDays(days);
  const moves = useMoves();
  usePartsLater(ActivityPanel, ActivityForm);
  const goTo = (next: string) => onSearch({ day: next === today ? undefined : next }, { replace: true });
  useShortcut('t', () => goTo(today));
  const place = (activity: ActivitySummary, placing: Placing) => {
    moves.place(activity, placing);
    // Heard where it is now, key by key; what is told when it is written comes once.
    say(`${activity.subject}: ${dueText(t, format, placing)}`);
  };
  const title =
    view === 'day'
      ? `${format.weekday(day)} ${format.date(day)}`
      : view === 'week'
        ? `${format.nearDate(days[0] ?? day)} – ${format.nearDate(days.at(-1) ?? day)}`
        : format.longMonth(day);
  const grid = {
    days,
    rows: (query.data?.rows ?? []).map(moves.shown),
    hours,
    holidays,
    ownerId: owner === everybody ? user.id : (owner ?? user.id),
    everybody: owner === everybody,
    writable,
    onOpen: open,
    onDay: (next: string) => onSearch({ day: next, view: 'day' }),
    onPlace: place,
  };
  return (
    <>
      <PageHeader
        title={t('shell.nav.agenda')}
        filters={
          <>
            <span className="flex items-center">
              <IconButton
                icon={ChevronLeft}
                label={t(`activities.agenda.before.${view}`)}
                onClick={() => goTo(leafed(view, day, -1))}
              />
              <IconButton
                icon={ChevronRight}
                label={t(`activities.agenda.after.${view}`)}
                onClick={() => goTo(leafed(view, day, 1))}
              />
            </span>
            <Button size="sm" onClick={() => goTo(today)} aria-keyshortcuts="T">
              {t('activities.agenda.today')}
            </Button>
            <span className="tabular min-w-32 font-medium first-letter:uppercase" aria-live="polite">
              {title}
            </span>
            <fieldset className="flex rounded-sm border border-line">
              <legend className="sr-only">{t('activities.agenda.view')}</legend>
              {agendaViews.map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-pressed={view === one}
                  onClick={() => onSearch({ view: one === 'week' ? undefined : one })}
                  className="h-6.5 px-2.5 text-sm text-ink-2 hover:text-ink aria-pressed:bg-neutral-soft aria-pressed:font-medium aria-pressed:text-ink pointer-coarse:h-9"
                >
                  {t(`activities.agenda.views.${one}`)}
                </button>
              ))}
            </fieldset>
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
          </>
        }
        actions={
          <>
            <IconButton icon={Rss} label={t('activities.feed.open')} onClick={() => setFeed(true)} />
            {writable && (
              <Button variant="primary" icon={Plus} shortcut="N" onClick={create}>
                {t('shell.new.activity')}
              </Button>
            )}
          </>
        }
      />
      <PageBody>
        {query.error && !query.data ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : query.isPending ? (
          <Skeleton className="min-h-0 flex-1 rounded-lg" />
        ) : (
          <>
            {query.data.more && (
              <p role="status" className="pb-1 text-sm text-attention-ink">
                {t('activities.agenda.tooMany', { shown: format.number(query.data.rows.length) })}
              </p>
            )}
            {narrow ? (
              <DayList
                {...grid}
                days={view === 'month' ? days.filter((each) => each.slice(0, 7) === day.slice(0, 7)) : days}
              />
            ) : view === 'month' ? (
              <MonthGrid {...grid} month={day} />
            ) : (
              <TimeGrid key={view} {...grid} />
            )}
          </>
        )}
        <p role="status" className="sr-only">
          {said}
        </p>
      </PageBody>
      <Suspense>
        {feed && <FeedDialog onClose={() => setFeed(false)} />}
        {search.id && <ActivityPanel key={search.id} activityId={search.id} onClose={close} />}
        {search.new && writable && <ActivityForm onClose={close} onDone={({ id }) => open(id)} />}
      </Suspense>
    </>
  );
}
