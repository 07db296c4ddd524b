import { expect, it } from 'vitest';
import { auditPeriods, damages } from './integrity';

it('periods end with today or the month', () => {
  expect(auditPeriods('2026-03-31')).toEqual({
    today: { from: '2026-03-31', to: '2026-03-31' },
    week: { from: '2026-03-25', to: '2026-03-31' },
    month: { from: '2026-03-01', to: '2026-03-31' },
    lastMonth: { from: '2026-02-01', to: '2026-02-28' },
  });
});

it('only what is wrong is told', () => {
  expect(damages({ altered_entries: 2, deleted_entries: 0, inserted_entries: 0, bad_blocks: 1 })).toEqual([
    { kind: 'altered', count: 2 },
    { kind: 'blocks', count: 1 },
  ]);
});
