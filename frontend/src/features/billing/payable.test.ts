import { expect, it } from 'vitest';
import { isCancellable, isPayable } from './payable';

it('only what was issued and is still open can be paid', () => {
  expect(isPayable({ status: 'issued', open_cents: 1 })).toBe(true);
  expect(isPayable({ status: 'overdue', open_cents: 1 })).toBe(true);
  expect(isPayable({ status: 'issued', open_cents: 0 })).toBe(false);
  expect(isPayable({ status: 'draft', open_cents: 100 })).toBe(false);
  expect(isPayable({ status: 'cancelled', open_cents: 100 })).toBe(false);
});

it('what has received money cannot be cancelled', () => {
  expect(isCancellable({ status: 'draft', paid_cents: 0 })).toBe(true);
  expect(isCancellable({ status: 'overdue', paid_cents: 0 })).toBe(true);
  expect(isCancellable({ status: 'issued', paid_cents: 1 })).toBe(false);
  expect(isCancellable({ status: 'cancelled', paid_cents: 0 })).toBe(false);
});
