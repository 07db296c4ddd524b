import type { ActivitySummary, BusinessHours } from '@/shared/api/gen';
import { addDays, endOfMonth } from '@/shared/format/date';
import { formatTime, instantAt } from '@/shared/format/time';
import type { AgendaView } from './agendaSearch';

/** What is dragged keeps to quarters of an hour. */
export const stepMinutes = 15;
const dayMinutes = 24 * 60;
/** How long something is drawn that says no duration. */
const usualMinutes = 30;

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Sunday where people read a calendar in Portuguese, Monday elsewhere. */
export const firstWeekday = (locale: string): number => (locale === 'pt-BR' ? 0 : 1);

const startOfWeek = (day: string, first: number) => addDays(day, -((weekdayOf(day) - first + 7) % 7));

/** The days that are shown: a month by its whole weeks. */
export function daysOf(view: AgendaView, day: string, first: number): string[] {
  if (view === 'day') return [day];
  const from = startOfWeek(view === 'week' ? day : `${day.slice(0, 8)}01`, first);
  const until = view === 'week' ? addDays(from, 6) : addDays(startOfWeek(endOfMonth(day), first), 6);
  const days = [from];
  for (let next = from; next < until; ) {
    next = addDays(next, 1);
    days.push(next);
  }
  return days;
}

/** A day of the view before or after. The 31st and the month before: its last day. */
export function leafed(view: AgendaView, day: string, by: -1 | 1): string {
  if (view === 'day') return addDays(day, by);
  if (view === 'week') return addDays(day, 7 * by);
  const last = endOfMonth(day, by);
  const same = `${last.slice(0, 8)}${day.slice(8)}`;
  return same < last ? same : last;
}

export const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** When something is due, and how long it takes. */
export type Placing = Pick<ActivitySummary, 'due_on' | 'due_at' | 'duration_minutes'>;

export const placingOf = ({ due_on, due_at, duration_minutes }: Placing): Placing => ({
  due_on,
  due_at,
  duration_minutes,
});

/** The minutes of the day at which it begins and ends, as it is drawn; null without a time. */
export function spanOf(placing: Placing, zone: string): { from: number; until: number } | null {
  if (!placing.due_at) return null;
  const from = minutesOf(formatTime(placing.due_at, zone));
  return { from, until: Math.min(dayMinutes, from + (placing.duration_minutes || usualMinutes)) };
}

/** So many days and minutes later: by the clocks of the zone, and never over midnight. */
export function moved(placing: Placing, by: { days?: number; minutes?: number }, zone: string): Placing {
  const due_on = addDays(placing.due_on ?? '', by.days ?? 0);
  const span = spanOf(placing, zone);
  if (!span) return { ...placing, due_on };
  const from = Math.max(0, Math.min(dayMinutes - stepMinutes, span.from + (by.minutes ?? 0)));
  return { ...placing, due_on, due_at: instantAt(due_on, clock(from), zone) };
}

/** Longer or shorter, by quarters of an hour, within its day. */
export function lengthened(placing: Placing, minutes: number, zone: string): Placing {
  const span = spanOf(placing, zone);
  if (!span) return placing;
  const most = Math.max(stepMinutes, dayMinutes - span.from);
  const length = Math.round((span.until - span.from + minutes) / stepMinutes) * stepMinutes;
  return { ...placing, duration_minutes: Math.max(stepMinutes, Math.min(most, length)) };
}

export const samePlace = (one: Placing, other: Placing): boolean =>
  one.due_on === other.due_on &&
  one.due_at === other.due_at &&
  one.duration_minutes === other.duration_minutes;

export interface Lane<T> {
  item: T;
  from: number;
  until: number;
  /** Of how many side by side, from 0. */
  lane: number;
  lanes: number;
}

/** What happens at the same time stands side by side, and as wide as the others of its group let it be. */
export function sideBySide<T extends Placing>(items: readonly T[], zone: string): Lane<T>[] {
  const spans = items
    .flatMap((item) => {
      const span = spanOf(item, zone);
      // As high as it takes to be read.
      return span ? [{ item, from: span.from, until: Math.max(span.until, span.from + usualMinutes) }] : [];
    })
    .sort((one, other) => one.from - other.from || other.until - one.until);
  const placed: Lane<T>[] = [];
  let group: Lane<T>[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const each of group) each.lanes = ends.length;
    placed.push(...group);
    group = [];
    ends = [];
  };
  for (const span of spans) {
    if (ends.length > 0 && ends.every((end) => end <= span.from)) close();
    const free = ends.findIndex((end) => end <= span.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = span.until;
    group.push({ ...span, lane, lanes: 1 });
  }
  close();
  return placed;
}

/** The intervals of a day in which the company does not work, in minutes; none where nobody knows its hours. */
export function closedTimes(
  hours: BusinessHours | undefined,
  holidays: ReadonlyMap<string, string>,
  day: string,
): { from: number; until: number }[] {
  if (!hours) return [];
  const weekday = weekdayOf(day) || 7;
  const open = holidays.has(day)
    ? []
    : (hours.days.find((each) => each.weekday === weekday)?.intervals ?? []);
  const closed: { from: number; until: number }[] = [];
  let from = 0;
  for (const { opens, closes } of open) {
    if (minutesOf(opens) > from) closed.push({ from, until: minutesOf(opens) });
    from = minutesOf(closes);
  }
  if (from < dayMinutes) closed.push({ from, until: dayMinutes });
  return closed;
}

/** By their days, in the order of the day: what has no time first. */
export function byDay<T extends Placing>(items: readonly T[]): ReadonlyMap<string, T[]> {
  const days = new Map<string, T[]>();
  for (const item of items) {
    if (!item.due_on) continue;
    const day = days.get(item.due_on) ?? [];
    day.push(item);
    days.set(item.due_on, day);
  }
  for (const day of days.values())
    day.sort((one, other) => (one.due_at ?? '').localeCompare(other.due_at ?? ''));
  return days;
}
