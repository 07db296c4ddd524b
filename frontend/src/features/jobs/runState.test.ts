import { expect, it } from 'vitest';
import { countsOf, isActive, seconds } from './runState';

it('a run takes time from its start, until its end or now', () => {
  const now = Date.parse('2026-11-20T03:00:09.940Z');
  expect(seconds({ started_at: null, finished_at: null }, now)).toBeNull();
  expect(seconds({ started_at: '2026-11-20T03:00:00Z', finished_at: null }, now)).toBe(9.9);
  expect(seconds({ started_at: '2026-11-20T03:00:00Z', finished_at: '2026-11-20T03:00:01.26Z' }, now)).toBe(
    1.3,
  );
});

it('only what was done is told', () => {
  expect(countsOf({ counts: { invoices_created: 12, failed: 0 } })).toEqual([['invoices_created', 12]]);
  expect(isActive({ status: 'queued' })).toBe(true);
  expect(isActive({ status: 'failed' })).toBe(false);
});
