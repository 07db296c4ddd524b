import type { TFunction } from 'i18next';
import { addDays } from '@/shared/format/date';
import type { Format } from '@/shared/format/useFormat';

const days = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
/** A Sunday, of which the names of the days follow. */
const sunday = '2026-11-29';

const dayOf = (day: string) => days[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'MO';

/** The rules that are offered of something that is due on a day, as the API takes them. */
export function usualRules(day: string): string[] {
  return [
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    `FREQ=WEEKLY;BYDAY=${dayOf(day)}`,
    `FREQ=WEEKLY;INTERVAL=2;BYDAY=${dayOf(day)}`,
    `FREQ=MONTHLY;BYMONTHDAY=${Number(day.slice(8))}`,
    'FREQ=MONTHLY;BYMONTHDAY=-1',
  ];
}

/** A rule in words: `toda semana: seg, qua`. */
export function ruleText(t: TFunction, format: Pick<Format, 'weekday' | 'date'>, rule: string): string {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const every = parts.get('FREQ');
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const until = parts.get('UNTIL');
  const end = until
    ? ` ${t('activities.repeats.until', {
        day: format.date(`${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6)}`),
      })}`
    : '';
  if (every === 'WEEKLY') {
    const on = parts.get('BYDAY') ?? '';
    const named = on
      .split(',')
      .map((day) => format.weekday(addDays(sunday, (days as readonly string[]).indexOf(day))))
      .join(', ');
    const which = on === 'MO,TU,WE,TH,FR' ? t('activities.repeats.weekdays') : named;
    return `${t('activities.repeats.weekly', { count: interval })}: ${which}${end}`;
  }
  if (every === 'MONTHLY') {
    const day = parts.get('BYMONTHDAY');
    const which =
      day === '-1' ? t('activities.repeats.lastDay') : t('activities.repeats.monthDay', { day: day ?? '' });
    return `${t('activities.repeats.monthly', { count: interval })}: ${which}${end}`;
  }
  return `${t('activities.repeats.daily', { count: interval })}${end}`;
}

/** So many minutes before its time; what is said otherwise is offered as well. */
export const usualReminders = [0, 10, 30, 60, 24 * 60];

export function reminderText(t: TFunction, minutes: number): string {
  if (minutes === 0) return t('activities.reminder.atTime');
  if (minutes % 1440 === 0) return t('activities.reminder.days', { count: minutes / 1440 });
  if (minutes % 60 === 0) return t('activities.reminder.hours', { count: minutes / 60 });
  return t('activities.reminder.minutes', { count: minutes });
}
