import { expect, it } from 'vitest';
import { owed } from './owed';

it('sums what is open and what of it is late, and nothing that nobody owes', () => {
  expect(
    owed([
      { status: 'issued', open_cents: 35_000 },
      { status: 'overdue', open_cents: 12_050 },
      { status: 'paid', open_cents: 0 },
      { status: 'draft', open_cents: 99_000 },
      { status: 'cancelled', open_cents: 5000 },
    ]),
  ).toEqual({ open: 47_050, overdue: 12_050 });
  expect(owed([])).toEqual({ open: 0, overdue: 0 });
});
