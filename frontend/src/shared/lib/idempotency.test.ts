import { expect, it } from 'vitest';
import { ApiProblem } from '@/shared/api/problem';
import { once } from './idempotency';

const keys: string[] = [];
const send =
  (status?: number) =>
  async ({ 'Idempotency-Key': key }: { 'Idempotency-Key': string }) => {
    keys.push(key);
    if (status !== undefined) throw new ApiProblem({ status, code: 'x', message: '' });
  };
const attempt = (what: string, body: unknown, status?: number) =>
  once(what, body, send(status)).catch(() => undefined);
const lastTwo = () => keys.slice(-2);

it('what may have been done is sent again with the same key, wherever it is sent from', async () => {
  for (const status of [0, 401, 409, 429, 500, 503]) {
    await attempt('pay 1', { amount_cents: status }, status);
    await attempt('pay 1', { amount_cents: status });
    expect(new Set(lastTwo()).size, String(status)).toBe(1);
    expect(keys.at(-1)).toMatch(/^[0-9a-f]{32}$/);
  }
});

it('another body, another record, and what comes after an answer have keys of their own', async () => {
  await attempt('pay 1', { amount_cents: 1 }, 0);
  await attempt('pay 1', { amount_cents: 2 }, 0);
  expect(new Set(lastTwo()).size).toBe(2);
  await attempt('pay 2', { amount_cents: 2 }, 0);
  expect(new Set(lastTwo()).size).toBe(2);
  // The same amount twice, on purpose: the first one was answered.
  await attempt('pay 3', { amount_cents: 5 });
  await attempt('pay 3', { amount_cents: 5 });
  expect(new Set(lastTwo()).size).toBe(2);
  await attempt('pay 4', { amount_cents: 5 }, 422);
  await attempt('pay 4', { amount_cents: 5 });
  expect(new Set(lastTwo()).size).toBe(2);
});
