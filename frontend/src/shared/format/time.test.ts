import { describe, expect, it } from 'vitest';
import { formatTime, instantAt, readTime } from './time';

describe('times of day', () => {
  it('are read as people type them', () => {
    expect(['9', '930', '9h30', '9h', '09:30', '18.15', '24:00', ' 7 '].map(readTime)).toEqual([
      '09:00',
      '09:30',
      '09:30',
      '09:00',
      '09:30',
      '18:15',
      '24:00',
      '07:00',
    ]);
  });

  it('that are none are refused', () => {
    for (const typed of ['', '25', '24:01', '12:60', 'meio-dia', '1:2', '-1'])
      expect(readTime(typed), typed).toBeNull();
  });
});

describe('a wall clock', () => {
  it('shows an instant, and its instant is found again', () => {
    const at = instantAt('2026-12-01', '15:00', 'America/Sao_Paulo');
    expect(at).toBe('2026-12-01T18:00:00.000Z');
    expect(formatTime(at, 'America/Sao_Paulo')).toBe('15:00');
    expect(instantAt('2026-12-01', '00:30', 'Asia/Kolkata')).toBe('2026-11-30T19:00:00.000Z');
  });

  it('that is put forward or back says what it shows that day', () => {
    for (const time of ['00:30', '01:30', '03:30', '23:00'])
      for (const day of ['2026-03-29', '2026-10-25', '2026-07-01'])
        expect(formatTime(instantAt(day, time, 'Europe/Berlin'), 'Europe/Berlin'), `${day} ${time}`).toBe(
          time,
        );
  });
});
