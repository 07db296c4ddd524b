import { describe, expect, it } from 'vitest';
import type { Goal, OwnerForecast } from '@/shared/api/gen';
import { moved, rowsOf } from './forecastRows';

const figures = {
  won_cents: 1,
  committed_cents: 2,
  weighted_cents: 3,
  best_case_cents: 4,
  won_count: 1,
  open_count: 1,
  late_count: 0,
};
const owner = (id: string | null): OwnerForecast => ({ ...figures, owner_id: id });
const goal = (id: string, more: Partial<Goal> = {}): Goal => ({
  id: `g-${id}`,
  owner_id: id,
  month: '2026-12-01',
  amount_cents: 100,
  currency: 'BRL',
  version: 0,
  ...more,
});

describe('the rows of a month', () => {
  it('are who has deals, who has a goal alone, and who may be given one, each once', () => {
    const rows = rowsOf(
      { month: '2026-12-01', owners: [owner('a'), owner(null)] },
      [goal('a'), goal('b')],
      'BRL',
      [
        { value: 'b', label: 'Bia' },
        { value: 'c', label: 'Caio' },
      ],
    );
    expect(rows.map(({ id, goal }) => [id, goal?.id])).toEqual([
      ['a', 'g-a'],
      [null, undefined],
      ['b', 'g-b'],
      ['c', undefined],
    ]);
  });

  it('have no goal of another month or currency', () => {
    const rows = rowsOf(
      { month: '2026-12-01', owners: [owner('a')] },
      [goal('a', { month: '2027-01-01' }), goal('a', { currency: 'USD' })],
      'BRL',
      [],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.goal).toBeUndefined();
  });
});

describe('months', () => {
  it.each([
    ['2026-11-01', 2, '2027-01-01'],
    ['2026-01-01', -3, '2025-10-01'],
    ['2026-12-01', 0, '2026-12-01'],
  ])('%s and %i more', (from, months, to) => expect(moved(from, months)).toBe(to));
});
