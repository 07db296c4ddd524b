import type { TFunction } from 'i18next';
import type { ActivitySummary } from '@/shared/api/gen';
import { addDays } from '@/shared/format/date';
import { formatTime, instantAt } from '@/shared/format/time';
import type { Format } from '@/shared/format/useFormat';

type Dated = Pick<ActivitySummary, 'due_on' | 'due_at'>;

/** Its time, or its day, is over: as the server counts what is overdue. */
export function isLate(
  { status, due_on, due_at }: Dated & Pick<ActivitySummary, 'status'>,
  format: Pick<Format, 'day'>,
  now = new Date(),
): boolean {
  if (status !== 'open') return false;
  if (due_at) return Date.parse(due_at) <= now.getTime();
  return Boolean(due_on) && String(due_on) < format.day(now);
}

/** `hoje`, `amanhã`, `seg 30/11`: a day as people speak of it. */
export function dayText(
  t: TFunction,
  format: Pick<Format, 'day' | 'weekday' | 'nearDate'>,
  day: string,
  now = new Date(),
): string {
  const today = format.day(now);
  if (day === today) return t('activities.days.today');
  if (day === addDays(today, 1)) return t('activities.days.tomorrow');
  if (day === addDays(today, -1)) return t('activities.days.yesterday');
  return `${format.weekday(day)} ${format.nearDate(day)}`;
}

/** `hoje 15:00`; one with a day and no time says the day alone. */
export function dueText(
  t: TFunction,
  format: Pick<Format, 'day' | 'weekday' | 'nearDate' | 'zone'>,
  { due_on, due_at }: Dated,
  now = new Date(),
): string {
  const day = due_on ?? (due_at ? format.day(due_at) : null);
  if (!day) return t('activities.days.none');
  const text = dayText(t, format, day, now);
  return due_at ? `${text} ${formatTime(due_at, format.zone)}` : text;
}

/** A day and, if it is said, a time, as the API takes them. */
export function dueOf(format: Pick<Format, 'zone'>, day: string, time: string | null): Dated {
  if (!day) return { due_on: null, due_at: null };
  return time ? { due_at: instantAt(day, time, format.zone) } : { due_on: day };
}
