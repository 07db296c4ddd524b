import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { formatNearDate, formatWeekday } from '@/shared/format/date';
import { dueOf, dueText, isLate } from './due';

const zone = 'America/Sao_Paulo';
/** A Tuesday, at half past two in the afternoon of the company. */
const now = new Date('2026-12-01T17:30:00Z');
const format = {
  day: (instant: string | Date) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(instant)),
  weekday: (day: string) => formatWeekday(day, 'pt-BR'),
  nearDate: (day: string) => formatNearDate(day, '2026-12-01'),
  zone,
};
const said = (due_on: string | null, due_at: string | null = null) =>
  dueText(i18next.t, format, { due_on, due_at }, now);
const late = (due_on: string | null, due_at: string | null = null, status: 'open' | 'completed' = 'open') =>
  isLate({ due_on, due_at, status }, format, now);

describe('when something is due', () => {
  it('is said as people speak of a day', () => {
    expect(['2026-11-30', '2026-12-01', '2026-12-02'].map((day) => said(day))).toEqual([
      'ontem',
      'hoje',
      'amanhã',
    ]);
    expect(said('2026-12-07')).toBe('seg 07/12');
    expect(said('2027-02-04')).toBe('qui 04/02/27');
    expect(said(null)).toBe('sem dia');
  });

  it('says the time that is known, on the clocks of the company', () => {
    expect(said('2026-12-01', '2026-12-01T18:00:00Z')).toBe('hoje 15:00');
    // Past midnight in London, the evening before here.
    expect(said('2026-12-01', '2026-12-02T01:00:00Z')).toBe('hoje 22:00');
  });

  it('is over with its time, or with its day', () => {
    expect(late('2026-12-01')).toBe(false);
    expect(late('2026-11-30')).toBe(true);
    expect(late('2026-12-01', '2026-12-01T17:29:00Z')).toBe(true);
    expect(late('2026-12-01', '2026-12-01T17:31:00Z')).toBe(false);
    expect(late('2026-11-30', null, 'completed')).toBe(false);
    expect(late(null)).toBe(false);
  });

  it('is sent as a day, as an instant, or as none', () => {
    expect(dueOf(format, '2026-12-01', null)).toEqual({ due_on: '2026-12-01' });
    expect(dueOf(format, '2026-12-01', '15:00')).toEqual({ due_at: '2026-12-01T18:00:00.000Z' });
    expect(dueOf(format, '', '15:00')).toEqual({ due_on: null, due_at: null });
  });
});
