import { describe, expect, it } from 'vitest';
import { intervalFault, isSound, nextInterval, sameWeek, writtenWeek } from './weekHours';

const closed = [[], [], [], [], [], [], []];
const monday = (...intervals: { opens: string; closes: string }[]) => [intervals, ...closed.slice(1)];

describe('a week', () => {
  it('is sound when a day is open and no interval crosses another', () => {
    expect(isSound(monday({ opens: '9', closes: '12' }, { opens: '13', closes: '24' }))).toBe(true);
    expect(isSound(closed)).toBe(false);
    expect(isSound(monday({ opens: '9', closes: '12' }, { opens: '11:59', closes: '13' }))).toBe(false);
  });

  it('says what is wrong with an interval', () => {
    const day = [
      { opens: '09:00', closes: '12:00' },
      { opens: '11:00', closes: '13:00' },
      { opens: '18:00', closes: '17:00' },
      { opens: 'x', closes: '17:00' },
      { opens: '12:00', closes: '12:30' },
    ];
    expect(day.map((_, index) => intervalFault(day, index))).toEqual([
      null,
      'overlap',
      'order',
      'time',
      'overlap',
    ]);
  });

  it('is sent with all its days and whole times', () => {
    const sent = writtenWeek(monday({ opens: '9', closes: '18h' }));
    expect(sent).toHaveLength(7);
    expect(sent[0]).toEqual({ weekday: 1, intervals: [{ opens: '09:00', closes: '18:00' }] });
  });

  it('offers an interval after the last one', () => {
    expect(nextInterval([])).toEqual({ opens: '09:00', closes: '18:00' });
    expect(nextInterval([{ opens: '09:00', closes: '12:00' }])).toEqual({ opens: '13:00', closes: '18:00' });
    expect(nextInterval([{ opens: '09:00', closes: '18:00' }])).toEqual({ opens: '19:00', closes: '24:00' });
  });

  it('knows when nothing has changed', () => {
    expect(sameWeek(closed, closed)).toBe(true);
    expect(sameWeek(closed, monday({ opens: '09:00', closes: '18:00' }))).toBe(false);
  });
});
