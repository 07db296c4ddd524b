import { expect, it } from 'vitest';
import { attemptOf } from './idempotency';

it('the same body keeps its key, another one gets its own', () => {
  const first = attemptOf(null, { amount_cents: 100 });
  expect(first.key).toMatch(/^[0-9a-f]{32}$/);
  expect(attemptOf(first, { amount_cents: 100 })).toBe(first);
  expect(attemptOf(first, { amount_cents: 101 }).key).not.toBe(first.key);
});
