import { expect, it } from 'vitest';
import { importTone, secondsTaken, share } from './importState';

it('an import with bad rows is done, but not well', () => {
  expect(importTone({ status: 'succeeded', failed_count: 0 })).toBe('paid');
  expect(importTone({ status: 'succeeded', failed_count: 3 })).toBe('attention');
  expect(importTone({ status: 'failed', failed_count: 0 })).toBe('overdue');
  expect(importTone({ status: 'running', failed_count: 3 })).toBe('accent');
});

it('tells how far it is', () => {
  expect(share({ status: 'running', row_count: 2200, total_row_count: 8800 })).toBe(0.25);
  expect(share({ status: 'running', row_count: 2200, total_row_count: null })).toBeNull();
  expect(share({ status: 'succeeded', row_count: 8800, total_row_count: 8800 })).toBe(1);
});

it('tells how long it took', () => {
  expect(
    secondsTaken({ started_at: '2026-11-20T10:00:00.000Z', finished_at: '2026-11-20T10:00:07.260Z' }),
  ).toBe(7.3);
  expect(
    secondsTaken({ started_at: '2026-11-20T10:00:00.000Z', finished_at: '2026-11-20T10:00:00.001Z' }),
  ).toBe(0.1);
  expect(secondsTaken({ started_at: '2026-11-20T10:00:00.000Z', finished_at: null })).toBeNull();
});
