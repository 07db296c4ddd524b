import { expect, it } from 'vitest';
import { duePeriods } from './invoiceSearch';

it('periods start from the day of the tenant', () => {
  expect(duePeriods('2026-03-31')).toEqual({
    overdue: { to: '2026-03-30' },
    week: { from: '2026-03-31', to: '2026-04-07' },
    month: { from: '2026-03-01', to: '2026-03-31' },
    lastMonth: { from: '2026-02-01', to: '2026-02-28' },
  });
});
