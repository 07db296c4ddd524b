import { describe, expect, it } from 'vitest';
import type { BusinessHours } from '@/shared/api/gen';
import { byDay, closedTimes, daysOf, leafed, lengthened, moved, sideBySide, spanOf } from './agendaDays';

const zone = 'America/Sao_Paulo';
const at = (due_on: string, due_at: string | null, duration_minutes: number | null = null) => ({
  due_on,
  due_at,
  duration_minutes,
});

describe('the days of a view', () => {
  it('are whole weeks from Sunday or Monday', () => {
    expect(daysOf('week', '2026-12-02', 0)).toEqual([
      '2026-11-29',
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
      '2026-12-05',
    ]);
    expect(daysOf('week', '2026-11-29', 1)[0]).toBe('2026-11-23');
    expect(daysOf('day', '2026-12-02', 0)).toEqual(['2026-12-02']);
  });

  it('of a month begin before its first and end after its last day', () => {
    const days = daysOf('month', '2026-02-28', 0);
    expect([days.length, days[0], days.at(-1)]).toEqual([28, '2026-02-01', '2026-02-28']);
    const long = daysOf('month', '2026-08-01', 0);
    expect([long.length, long[0], long.at(-1)]).toEqual([42, '2026-07-26', '2026-09-05']);
  });

  it('are leafed without losing the end of a month', () => {
    expect(leafed('month', '2026-01-31', 1)).toBe('2026-02-28');
    expect(leafed('month', '2026-03-31', -1)).toBe('2026-02-28');
    expect(leafed('month', '2026-01-15', -1)).toBe('2025-12-15');
    expect(leafed('week', '2026-12-28', 1)).toBe('2027-01-04');
  });
});

describe('what is moved', () => {
  it('keeps its time on the clocks of the company, also over a change of the clocks', () => {
    // The last night of summer time in Brazil: 16 February 2019.
    const before = at('2019-02-15', '2019-02-15T17:00:00Z');
    expect(spanOf(before, zone)?.from).toBe(15 * 60);
    const after = moved(before, { days: 3 }, zone);
    expect(after).toMatchObject({ due_on: '2019-02-18', due_at: '2019-02-18T18:00:00.000Z' });
    expect(spanOf(after, zone)?.from).toBe(15 * 60);
  });

  it('never leaves its day by its time', () => {
    const late = at('2026-12-02', '2026-12-03T02:30:00Z', 60);
    expect(spanOf(late, zone)).toEqual({ from: 1410, until: 1440 });
    expect(moved(late, { minutes: 120 }, zone)).toMatchObject({
      due_on: '2026-12-02',
      due_at: '2026-12-03T02:45:00.000Z',
    });
    expect(moved(at('2026-12-02', '2026-12-02T03:15:00Z'), { minutes: -60 }, zone).due_at).toBe(
      '2026-12-02T03:00:00.000Z',
    );
  });

  it('has a day and no time when it had none', () => {
    expect(moved(at('2026-12-31', null), { days: 1, minutes: 30 }, zone)).toEqual(at('2027-01-01', null));
  });

  it('becomes longer and shorter by quarters of an hour', () => {
    const call = at('2026-12-02', '2026-12-02T13:00:00Z', 20);
    expect(lengthened(call, 15, zone).duration_minutes).toBe(30);
    expect(lengthened(call, -300, zone).duration_minutes).toBe(15);
    expect(lengthened(at('2026-12-02', '2026-12-03T02:00:00Z', 30), 600, zone).duration_minutes).toBe(60);
  });
});

it('what happens at once stands side by side', () => {
  const items = [
    { id: 'a', ...at('2026-12-02', '2026-12-02T12:00:00Z', 120) },
    { id: 'b', ...at('2026-12-02', '2026-12-02T12:30:00Z', 30) },
    { id: 'c', ...at('2026-12-02', '2026-12-02T13:00:00Z', 30) },
    { id: 'd', ...at('2026-12-02', '2026-12-02T15:00:00Z', 30) },
    { id: 'day', ...at('2026-12-02', null) },
  ];
  const lanes = sideBySide(items, zone).map(({ item, lane, lanes }) => [item.id, lane, lanes]);
  expect(lanes).toEqual([
    ['a', 0, 2],
    ['b', 1, 2],
    ['c', 1, 2],
    ['d', 0, 1],
  ]);
  expect(
    byDay(items)
      .get('2026-12-02')
      ?.map(({ id }) => id),
  ).toEqual(['day', 'a', 'b', 'c', 'd']);
});

it('a day is closed outside of its hours, and a holiday as a whole', () => {
  const hours: BusinessHours = {
    version: 0,
    days: [
      {
        weekday: 3,
        intervals: [
          { opens: '09:00', closes: '12:00' },
          { opens: '13:00', closes: '18:00' },
        ],
      },
      { weekday: 7, intervals: [] },
    ],
  };
  expect(closedTimes(hours, new Map(), '2026-12-02')).toEqual([
    { from: 0, until: 540 },
    { from: 720, until: 780 },
    { from: 1080, until: 1440 },
  ]);
  expect(closedTimes(hours, new Map(), '2026-11-29')).toEqual([{ from: 0, until: 1440 }]);
  expect(closedTimes(hours, new Map([['2026-12-02', 'Feriado']]), '2026-12-02')).toHaveLength(1);
  expect(closedTimes(undefined, new Map(), '2026-12-02')).toEqual([]);
});
