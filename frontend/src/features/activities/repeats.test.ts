import type { TFunction } from 'i18next';
import { expect, it } from 'vitest';
import { formatDate, formatWeekday } from '@/shared/format/date';
import { reminderText, ruleText, usualRules } from './repeats';

const t = ((key: string, more?: Record<string, unknown>) =>
  [key.replace('activities.', ''), ...Object.values(more ?? {})].join(' ')) as unknown as TFunction;
const format = {
  weekday: (day: string) => formatWeekday(day, 'pt-BR'),
  date: (day?: string | null) => formatDate(day ?? ''),
};

it('offers the rules of the day that it is due on', () => {
  expect(usualRules('2026-12-02')).toEqual([
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    'FREQ=WEEKLY;BYDAY=WE',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE',
    'FREQ=MONTHLY;BYMONTHDAY=2',
    'FREQ=MONTHLY;BYMONTHDAY=-1',
  ]);
});

it('says a rule and a reminder in words', () => {
  expect(ruleText(t, format, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;UNTIL=20271231')).toBe(
    'repeats.weekly 2: seg, qua repeats.until 31/12/2027',
  );
  expect(ruleText(t, format, 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR')).toBe('repeats.weekly 1: repeats.weekdays');
  expect(ruleText(t, format, 'FREQ=MONTHLY;BYMONTHDAY=-1')).toBe('repeats.monthly 1: repeats.lastDay');
  expect(ruleText(t, format, 'FREQ=MONTHLY;BYMONTHDAY=5')).toBe('repeats.monthly 1: repeats.monthDay 5');
  expect(ruleText(t, format, 'FREQ=DAILY;INTERVAL=3')).toBe('repeats.daily 3');
  expect([0, 10, 60, 2880].map((minutes) => reminderText(t, minutes))).toEqual([
    'reminder.atTime',
    'reminder.minutes 10',
    'reminder.hours 1',
    'reminder.days 2',
  ]);
});
