import type { BusinessDay, BusinessHours } from '@/shared/api/gen';
import { readTime } from '@/shared/format/time';

/** An interval as it is typed. */
export interface TypedInterval {
  opens: string;
  closes: string;
}
/** The seven days from Monday. */
export type TypedWeek = readonly (readonly TypedInterval[])[];

export type IntervalFault = 'time' | 'order' | 'overlap';

export const mostIntervals = 6;

export const typedWeek = (hours: BusinessHours): TypedWeek => hours.days.map((day) => day.intervals);

/** What is wrong with an interval among those of its day. */
export function intervalFault(day: readonly TypedInterval[], index: number): IntervalFault | null {
  const [opens, closes] = times(day[index]);
  if (!opens || !closes || opens === '24:00') return 'time';
  // Times of equal length sort as text.
  if (closes <= opens) return 'order';
  const earlier = day.slice(0, index).some((other) => {
    const [from, until] = times(other);
    return from !== null && until !== null && from < closes && opens < until;
  });
  return earlier ? 'overlap' : null;
}

function times(interval: TypedInterval | undefined): [string | null, string | null] {
  return [readTime(interval?.opens ?? ''), readTime(interval?.closes ?? '')];
}

export const isSound = (week: TypedWeek) =>
  week.some((day) => day.length > 0) &&
  week.every((day) => day.every((_, index) => intervalFault(day, index) === null));

/** As the server takes it; only for a sound week. */
export function writtenWeek(week: TypedWeek): BusinessDay[] {
  return week.map((day, index) => ({
    weekday: index + 1,
    intervals: day.map(({ opens, closes }) => ({
      opens: readTime(opens) ?? opens,
      closes: readTime(closes) ?? closes,
    })),
  }));
}

/** What a further interval of a day is offered as: after the last one, or the usual hours. */
export function nextInterval(day: readonly TypedInterval[]): TypedInterval {
  const last = readTime(day.at(-1)?.closes ?? '');
  if (!last) return { opens: '09:00', closes: '18:00' };
  const hour = Math.min(Number(last.slice(0, 2)) + 1, 23);
  return { opens: `${String(hour).padStart(2, '0')}:00`, closes: hour < 18 ? '18:00' : '24:00' };
}

/** `09:00–12:00, 13:00–18:00` */
export const dayText = (day: readonly TypedInterval[]) =>
  day.map(({ opens, closes }) => `${opens}–${closes}`).join(', ');

export const sameWeek = (one: TypedWeek, other: TypedWeek) =>
  one.every((day, index) => dayText(day) === dayText(other[index] ?? []));
