import { describe, expect, it } from 'vitest';
import { closeSignal, daysInStage, rotOf } from './dealSignals';

describe('what a card says about time', () => {
  it('a close date is late, today, or to come', () => {
    expect(closeSignal('2026-11-19', '2026-11-21')).toEqual({ kind: 'late', days: 2 });
    expect(closeSignal('2026-11-21', '2026-11-21')).toEqual({ kind: 'today' });
    expect(closeSignal('2026-12-01', '2026-11-21')).toEqual({ kind: 'due', date: '2026-12-01' });
    expect(closeSignal(null, '2026-11-21')).toEqual({ kind: 'none' });
  });

  it('counts whole days in the stage, none for a card that was just moved', () => {
    const now = Date.parse('2026-11-21T12:00:00Z');
    expect(daysInStage({ stage_entered_at: '2026-11-08T11:00:00Z' }, now)).toBe(13);
    expect(daysInStage({ stage_entered_at: '2026-11-20T13:00:00Z' }, now)).toBe(0);
    expect(daysInStage({ stage_entered_at: undefined }, now)).toBe(0);
    expect(daysInStage({ stage_entered_at: 'nonsense' }, now)).toBeNull();
  });

  it('rots from the limit of the stage on, and is rotten at twice that; without a limit never', () => {
    const now = Date.parse('2026-11-21T12:00:00Z');
    const since = (day: string) => ({
      stage_entered_at: `2026-11-${day}T12:00:00Z`,
      status: 'open' as const,
    });
    expect(rotOf(since('17'), 5, now)).toBeNull();
    expect(rotOf(since('16'), 5, now)).toBe('rotting');
    expect(rotOf(since('11'), 5, now)).toBe('rotten');
    expect(rotOf(since('01'), 0, now)).toBeNull();
    expect(rotOf({ ...since('01'), status: 'won' }, 5, now)).toBeNull();
  });
});
