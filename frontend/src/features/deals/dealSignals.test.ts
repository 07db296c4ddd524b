import { describe, expect, it } from 'vitest';
import { closeSignal, daysInStage } from './dealSignals';

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
});
