import { type PointerEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivitySummary } from '@/shared/api/gen';
import { daysBetween } from '@/shared/format/date';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { useNow } from '@/shared/lib/useNow';
import { useScrollRegion } from '@/shared/ui/useScrollRegion';
import { AgendaItem } from './AgendaItem';
import { byDay, closedTimes, moved } from './agendaDays';
import { QuickEntry } from './QuickEntry';
import type { GridProps } from './TimeGrid';
import { takesHold, useHand } from './useHand';

const most = 4;

/** The weeks of a month; what is dragged onto a day keeps its time. */
export function MonthGrid({ month, ...props }: GridProps & { month: string }) {
  const { days, rows, hours, holidays, ownerId, everybody, writable, onOpen, onDay, onPlace } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const today = format.day(useNow());
  const [over, setOver] = useState<{ id: string; day: string } | null>(null);
  const [slot, setSlot] = useState<string | null>(null);
  const follow = useHand();
  const region = useScrollRegion(t('shell.nav.agenda'));
  const perDay = byDay(rows);
  const grab = (activity: ActivitySummary, from: string) => (event: PointerEvent<HTMLElement>) => {
    if (!writable || !takesHold(event)) return;
    let to: string | undefined;
    follow(event, {
      onMove: (_dx, _dy, at) => {
        const under = document.elementFromPoint(at.clientX, at.clientY);
        to = under?.closest<HTMLElement>('[data-day]')?.dataset.day;
        setOver(to && to !== from ? { id: activity.id, day: to } : null);
      },
      onEnd: (_far, cancelled) => {
        setOver(null);
        if (!cancelled && to && to !== from)
          onPlace(activity, moved(activity, { days: daysBetween(from, to) }, format.zone));
      },
    });
  };
  return (
    <div
      ref={region}
      data-testid="month-grid"
      className="thin-scroll grid min-h-0 flex-1 auto-rows-[minmax(7.5rem,1fr)] grid-cols-7 grid-rows-[auto] overflow-auto rounded-lg border border-line bg-surface shadow-lift"
    >
      {days.slice(0, 7).map((day) => (
        <div
          key={day}
          aria-hidden
          className="sticky top-0 z-10 border-b border-line bg-surface px-2 py-1 text-sm text-ink-2"
        >
          {format.weekday(day)}
        </div>
      ))}
      {days.map((day) => {
        const items = perDay.get(day) ?? [];
        const closed = closedTimes(hours, holidays, day).some(({ from, until }) => until - from === 24 * 60);
        return (
          <section
            key={day}
            data-day={day}
            aria-label={`${format.weekday(day)} ${format.date(day)}`}
            className={cx(
              'group relative flex min-w-0 flex-col gap-0.5 border-r border-b border-line-soft p-1',
              closed && 'bg-neutral-soft/60',
              over?.day === day && 'outline-2 -outline-offset-2 outline-accent',
            )}
          >
            <h2 className="flex items-center gap-1.5 px-0.5 text-sm font-normal">
              <button
                type="button"
                onClick={() => onDay(day)}
                aria-current={day === today ? 'date' : undefined}
                className={cx(
                  'tabular rounded-sm px-0.5 hover:underline',
                  day === today
                    ? 'font-semibold text-accent-ink'
                    : day.slice(0, 7) === month.slice(0, 7)
                      ? 'text-ink'
                      : 'text-ink-3',
                )}
              >
                {Number(day.slice(8))}
              </button>
              <span className="min-w-0 flex-1 truncate text-xs text-ink-3">{holidays.get(day)}</span>
              {writable && (
                <button
                  type="button"
                  aria-label={t('activities.agenda.newAt', { when: format.date(day) })}
                  onClick={() => setSlot(day)}
                  className="rounded-sm px-1 text-ink-3 opacity-0 group-hover:opacity-100 hover:text-ink focus-visible:opacity-100"
                >
                  +
                </button>
              )}
            </h2>
            {items.slice(0, items.length > most ? most - 1 : most).map((activity) => (
              <AgendaItem
                key={activity.id}
                activity={activity}
                line
                weeks
                showOwner={everybody}
                onOpen={onOpen}
                onPlace={writable ? onPlace : undefined}
                onPointerDown={grab(activity, day)}
                lifted={over?.id === activity.id}
              />
            ))}
            {items.length > most && (
              <button
                type="button"
                onClick={() => onDay(day)}
                className="self-start rounded-sm px-1 text-sm text-ink-2 hover:underline"
              >
                {t('activities.agenda.more', { count: items.length - most + 1 })}
              </button>
            )}
            {slot === day && (
              <div className="absolute top-6 left-1 z-20">
                <QuickEntry slot={{ day }} ownerId={ownerId} onClose={() => setSlot(null)} />
              </div>
            )}
          </section>
        );
      })}
    </div>
  );
}
