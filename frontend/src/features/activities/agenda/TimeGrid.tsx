import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivitySummary, BusinessHours } from '@/shared/api/gen';
import { formatTime } from '@/shared/format/time';
import { useFormat } from '@/shared/format/useFormat';
import { cx } from '@/shared/lib/cx';
import { useNow } from '@/shared/lib/useNow';
import { useScrollRegion } from '@/shared/ui/useScrollRegion';
import { AgendaItem } from './AgendaItem';
import {
  byDay,
  clock,
  closedTimes,
  lengthened,
  minutesOf,
  moved,
  type Placing,
  samePlace,
  sideBySide,
  stepMinutes,
} from './agendaDays';
import { QuickEntry, type Slot } from './QuickEntry';
import { takesHold, useHand } from './useHand';

export interface GridProps {
  days: readonly string[];
  rows: readonly ActivitySummary[];
  hours: BusinessHours | undefined;
  holidays: ReadonlyMap<string, string>;
  /** Whose it becomes what is written here. */
  ownerId: string;
  /** Several people's are shown. */
  everybody: boolean;
  writable: boolean;
  onOpen: (id: string) => void;
  onDay: (day: string) => void;
  onPlace: (activity: ActivitySummary, placing: Placing) => void;
}

const hourHeight = 48;
const minuteHeight = hourHeight / 60;
/** Without a time, above the hours. */
const mostOfDay = 4;
const quarter = (minutes: number) => Math.round(minutes / stepMinutes) * stepMinutes;

interface Drag {
  activity: ActivitySummary;
  placing: Placing;
}

/** Days side by side, their hours from top to bottom. */
export function TimeGrid(props: GridProps) {
  const { days, rows, hours, holidays, ownerId, everybody, writable, onOpen, onDay, onPlace } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const today = format.day(now);
  const grid = useRef<HTMLElement>(null);
  const region = useScrollRegion(t('shell.nav.agenda'), grid);
  const body = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [slot, setSlot] = useState<Slot | null>(null);
  const [drawn, setDrawn] = useState<Slot | null>(null);
  const [cursor, setCursor] = useState({ day: 0, from: 9 * 60 });
  const follow = useHand();
  // The working day is what one looks at; who has scrolled elsewhere stays there.
  const opens = minutesOf(
    hours?.days.find(({ intervals }) => intervals.length > 0)?.intervals[0]?.opens ?? '08:00',
  );
  useLayoutEffect(() => {
    if (grid.current) grid.current.scrollTop = Math.max(0, (opens - 30) * minuteHeight);
  }, [opens]);
  const shown = rows.map((row) => (drag?.activity.id === row.id ? { ...row, ...drag.placing } : row));
  const perDay = byDay(shown);
  const ofDay = (day: string) => (perDay.get(day) ?? []).filter(({ due_at }) => !due_at);
  // The hours are what one looks at; a day alone shows all that is due on it.
  const shownOf = (count: number) => (days.length === 1 || count <= mostOfDay ? count : mostOfDay - 1);

  const grab = (activity: ActivitySummary, how: 'move' | 'length') => (event: PointerEvent<HTMLElement>) => {
    if (!writable || !takesHold(event)) return;
    event.stopPropagation();
    const width = (body.current?.clientWidth ?? 0) / days.length || 1;
    const first = days.indexOf(activity.due_on ?? '');
    let placing: Placing = activity;
    follow(event, {
      onMove: (dx, dy) => {
        const minutes = quarter(dy / minuteHeight);
        const to = Math.max(0, Math.min(days.length - 1, first + Math.round(dx / width)));
        placing =
          how === 'length'
            ? lengthened(activity, minutes, format.zone)
            : moved(activity, { days: to - first, minutes: activity.due_at ? minutes : 0 }, format.zone);
        setDrag({ activity, placing });
      },
      onEnd: (far, cancelled) => {
        if (far && !cancelled && !samePlace(activity, placing)) onPlace(activity, placing);
        setDrag(null);
      },
    });
  };

  const draw = (day: string) => (event: PointerEvent<HTMLElement>) => {
    if (!writable || !takesHold(event) || event.target !== event.currentTarget) return;
    const top = event.currentTarget.getBoundingClientRect().top;
    const from = Math.floor((event.clientY - top) / minuteHeight / stepMinutes) * stepMinutes;
    let minutes: number | undefined;
    follow(event, {
      onMove: (_, dy) => {
        minutes = Math.min(24 * 60 - from, Math.max(stepMinutes, quarter(dy / minuteHeight)));
        setDrawn({ day, from, minutes });
      },
      onEnd: (_, cancelled) => {
        setDrawn(null);
        if (!cancelled) setSlot({ day, from: minutes ? from : Math.floor(from / 30) * 30, minutes });
      },
    });
  };

  const onCursorKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { day, from } = cursor;
    const steps: Record<string, typeof cursor> = {
      ArrowUp: { day, from: Math.max(0, from - 30) },
      ArrowDown: { day, from: Math.min(24 * 60 - 30, from + 30) },
      ArrowLeft: { day: Math.max(0, day - 1), from },
      ArrowRight: { day: Math.min(days.length - 1, day + 1), from },
    };
    const next = steps[event.key];
    const letter = event.key.length === 1 && event.key !== ' ';
    if (next) setCursor(next);
    else if (letter || event.key === 'Enter' || event.key === ' ')
      setSlot({ day: days[day] ?? today, from, typed: letter ? event.key : undefined });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const cursorDay = days[Math.min(cursor.day, days.length - 1)] ?? today;
  const columns = { gridTemplateColumns: `3.25rem repeat(${days.length}, minmax(0, 1fr))` };
  const marked = drawn ?? slot;
  return (
    <div
      ref={region}
      data-testid="time-grid"
      className="thin-scroll min-h-0 flex-1 overflow-auto rounded-lg border border-line bg-surface shadow-lift"
    >
      <div className="sticky top-0 z-20 grid border-b border-line bg-surface" style={columns}>
        <span />
        {days.map((day) => (
          <div key={day} className="min-w-0 border-l border-line-soft px-1.5 pt-1 pb-1">
            <h2 className="flex items-baseline gap-1.5 text-sm font-normal text-ink-2">
              <button
                type="button"
                onClick={() => onDay(day)}
                className={cx('rounded-sm hover:underline', day === today && 'font-semibold text-accent-ink')}
                aria-current={day === today ? 'date' : undefined}
              >
                {format.weekday(day)} <span className="tabular text-ink">{Number(day.slice(8))}</span>
              </button>
              {holidays.has(day) && <span className="truncate text-ink-3">{holidays.get(day)}</span>}
            </h2>
            <div className="mt-0.5 flex flex-col gap-0.5">
              {ofDay(day)
                .slice(0, shownOf(ofDay(day).length))
                .map((activity) => (
                  <AgendaItem
                    key={activity.id}
                    activity={activity}
                    line
                    showOwner={everybody}
                    onOpen={onOpen}
                    onPlace={writable ? onPlace : undefined}
                    onPointerDown={grab(activity, 'move')}
                    lifted={drag?.activity.id === activity.id}
                  />
                ))}
              {shownOf(ofDay(day).length) < ofDay(day).length && (
                <button
                  type="button"
                  onClick={() => onDay(day)}
                  className="self-start rounded-sm px-1 text-sm text-ink-2 hover:underline"
                >
                  {t('activities.agenda.more', {
                    count: ofDay(day).length - shownOf(ofDay(day).length),
                  })}
                </button>
              )}
            </div>
          </div>
        ))}
      </div>
      <div className="grid" style={columns}>
        <div aria-hidden className="tabular relative text-right text-xs text-ink-3">
          {Array.from({ length: 23 }, (_, hour) => (
            <span
              key={clock((hour + 1) * 60)}
              className="absolute right-1.5 -translate-y-1/2"
              style={{ top: (hour + 1) * hourHeight }}
            >
              {clock((hour + 1) * 60)}
            </span>
          ))}
        </div>
        <div
          ref={body}
          className="relative grid"
          style={{
            gridColumn: `2 / span ${days.length}`,
            gridTemplateColumns: `repeat(${days.length}, minmax(0, 1fr))`,
            height: 24 * hourHeight,
          }}
        >
          {days.map((day) => (
            <section
              key={day}
              aria-label={`${format.weekday(day)} ${format.date(day)}`}
              onPointerDown={draw(day)}
              className="relative border-l border-line-soft bg-[linear-gradient(to_bottom,var(--line-soft)_1px,transparent_1px)] bg-size-[100%_3rem]"
            >
              {closedTimes(hours, holidays, day).map(({ from, until }) => (
                <div
                  key={from}
                  data-testid="closed"
                  className="pointer-events-none absolute inset-x-0 bg-neutral-soft opacity-60"
                  style={{ top: from * minuteHeight, height: (until - from) * minuteHeight }}
                />
              ))}
              {day === today && <NowLine minutes={minutesOf(formatTime(now.toISOString(), format.zone))} />}
              {sideBySide(perDay.get(day) ?? [], format.zone).map(({ item, from, until, lane, lanes }) => (
                <div
                  key={item.id}
                  className={cx('absolute p-px', drag?.activity.id === item.id && 'z-10')}
                  style={{
                    top: from * minuteHeight,
                    height: (until - from) * minuteHeight,
                    left: `${(lane / lanes) * 100}%`,
                    width: `${100 / lanes}%`,
                  }}
                >
                  <AgendaItem
                    activity={item}
                    showOwner={everybody}
                    onOpen={onOpen}
                    onPlace={writable ? onPlace : undefined}
                    onPointerDown={grab(item, 'move')}
                    lifted={drag?.activity.id === item.id}
                    line={until - from <= 30}
                  />
                  {writable && (
                    <div
                      aria-hidden
                      data-testid={`length-${item.id}`}
                      onPointerDown={grab(item, 'length')}
                      className="absolute inset-x-0 bottom-0 h-1.5 cursor-ns-resize"
                    />
                  )}
                </div>
              ))}
              {marked?.day === day && marked.from !== undefined && (
                <div
                  className="pointer-events-none absolute inset-x-0 rounded-sm bg-accent-soft opacity-70"
                  style={{ top: marked.from * minuteHeight, height: (marked.minutes ?? 30) * minuteHeight }}
                />
              )}
              {slot?.day === day && (
                <div
                  className={cx(
                    'absolute z-30',
                    days.length > 1 && days.indexOf(day) > days.length / 2 ? 'right-1' : 'left-1',
                  )}
                  style={{ top: Math.min((slot.from ?? 0) * minuteHeight, 21 * hourHeight) }}
                >
                  <QuickEntry
                    key={`${slot.day} ${slot.from}`}
                    slot={slot}
                    ownerId={ownerId}
                    onClose={() => setSlot(null)}
                  />
                </div>
              )}
            </section>
          ))}
          {writable && (
            <button
              type="button"
              aria-label={t('activities.agenda.newAt', {
                when: `${format.weekday(cursorDay)} ${format.nearDate(cursorDay)} ${clock(cursor.from)}`,
              })}
              onKeyDown={onCursorKey}
              className="pointer-events-none absolute z-10 rounded-sm opacity-0 focus-visible:bg-accent-soft focus-visible:opacity-60"
              style={{
                top: cursor.from * minuteHeight,
                height: 30 * minuteHeight,
                left: `${(Math.min(cursor.day, days.length - 1) / days.length) * 100}%`,
                width: `${100 / days.length}%`,
              }}
            />
          )}
        </div>
      </div>
    </div>
  );
}

function NowLine({ minutes }: { minutes: number }) {
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-x-0 z-10 border-t-2 border-accent"
      style={{ top: minutes * minuteHeight }}
    />
  );
}
