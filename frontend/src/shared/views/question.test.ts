import { describe, expect, it } from 'vitest';
import type { ListSearch } from '@/shared/lib/useRecordPanel';
import { plainLayout, shown, sized } from '@/shared/ui/tableLayout';
import {
  addressOf,
  askable,
  columnsOf,
  layoutOf,
  placesAfter,
  plainWords,
  sameColumns,
  sameQuestion,
} from './question';

interface Search extends ListSearch {
  stage?: string;
  source?: string;
}
const names = ['q', 'stage', 'source'] as const;
const words = plainWords<Search>(names);
const columns = [
  { id: 'name' },
  { id: 'stage' },
  { id: 'source' },
  { id: 'email', hideBelow: '2xl' as const },
];

describe('the question of a list', () => {
  it('is what its address filters by', () => {
    const search: Search = { q: 'ana', stage: 'new', sort: 'name', id: '7', view: '8', more: { tag: 'vip' } };
    expect(words.filters(search)).toEqual({ q: 'ana', stage: 'new', tag: 'vip' });
  });

  it('comes back as the address, with what has no chip beside it', () => {
    const filters = { stage: 'new,qualified', source: 'site', created_at_from: '2026-01-01T00:00:00Z' };
    const address = addressOf(names, words, { filters, sort: '-bant_score' });
    expect(address).toEqual({
      q: undefined,
      stage: undefined,
      source: 'site',
      sort: '-bant_score',
      more: { stage: 'new,qualified', created_at_from: '2026-01-01T00:00:00Z' },
    });
    expect(words.filters(address as Search)).toEqual(filters);
  });

  it('takes words with a comma for words', () => {
    expect(addressOf(names, words, { filters: { q: 'Silva, Ana' } }).q).toBe('Silva, Ana');
  });

  it('is the same whatever the order of its filters, and with the usual order said or not', () => {
    const asked = { filters: { a: '1', b: '2' }, sort: null };
    expect(sameQuestion(asked, { filters: { b: '2', a: '1' }, sort: '-created_at' }, '-created_at')).toBe(
      true,
    );
    expect(sameQuestion(asked, { filters: { a: '1' } }, '-created_at')).toBe(false);
    expect(sameQuestion(asked, { ...asked, sort: 'name' }, '-created_at')).toBe(false);
  });

  it('leaves out what cannot be asked any more', () => {
    const question = { kind: 'leads' as const, filters: { colour: 'red', source: 'site' }, sort: 'size' };
    expect(askable({ question, stale: ['colour', 'sort'] })).toEqual({
      kind: 'leads',
      filters: { source: 'site' },
      sort: null,
    });
  });
});

describe('the columns of a view', () => {
  it('are none where nobody has arranged them', () => {
    expect(columnsOf(plainLayout, columns)).toEqual([]);
    expect(layoutOf([], columns)).toEqual(plainLayout);
  });

  it('come back as they were arranged', () => {
    const layout = sized(shown(shown(plainLayout, 'source', false), 'email', true), 'stage', 200);
    const kept = columnsOf(layout, columns);
    expect(kept).toEqual([
      { name: 'name', width: null },
      { name: 'stage', width: 200 },
      { name: 'email', width: null },
    ]);
    expect(sameColumns(columnsOf(layoutOf(kept, columns), columns), kept)).toBe(true);
  });

  it('do without one that the list does not have any more', () => {
    const kept = [{ name: 'name' }, { name: 'shoe_size' }, { name: 'stage' }];
    expect(columnsOf(layoutOf(kept, columns), columns).map(({ name }) => name)).toEqual(['name', 'stage']);
  });
});

it('a view changes places with the one beside it, and no place is written that is so already', () => {
  const views = [
    { id: 'a', position: 0 },
    { id: 'b', position: 1 },
    { id: 'c', position: 1 },
  ];
  expect(placesAfter(views, 'b', -1)).toEqual([
    { id: 'b', position: 0 },
    { id: 'a', position: 1 },
    { id: 'c', position: 2 },
  ]);
  expect(placesAfter(views, 'c', 1)).toEqual([]);
});
