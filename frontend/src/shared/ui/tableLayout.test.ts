import { expect, it } from 'vitest';
import { allSelected, headState, isSelected, nothingSelected, toggled } from './selection';
import {
  type Arrangeable,
  arranged,
  leastWidth,
  moved,
  plainLayout,
  readLayout,
  shown,
  sized,
  visibleColumns,
} from './tableLayout';

const ids = ['name', 'email', 'phone', 'created'];
const columns: Arrangeable[] = [
  { id: 'name', width: '26%' },
  { id: 'email', width: '9rem' },
  { id: 'phone', hideBelow: 'xl' },
  { id: 'created', width: '7rem' },
];

it('columns stand as they were moved, new ones behind, and the name of the record first', () => {
  expect(arranged(plainLayout, ids)).toEqual(ids);
  const layout = moved(plainLayout, ids, 'created', -1);
  expect(arranged(layout, ids)).toEqual(['name', 'email', 'created', 'phone']);
  expect(arranged(layout, [...ids, 'tags'])).toEqual(['name', 'email', 'created', 'phone', 'tags']);
  // One that the list has no more is forgotten.
  expect(arranged(layout, ['name', 'phone', 'email'])).toEqual(['name', 'email', 'phone']);
  expect(moved(plainLayout, ids, 'email', -1)).toBe(plainLayout);
  expect(moved(plainLayout, ids, 'created', 1)).toBe(plainLayout);
  expect(moved(plainLayout, ids, 'name', 1)).toBe(plainLayout);
});

it('a column is hidden once and shown again, then also where the list would leave it out', () => {
  const layout = shown(shown(plainLayout, 'phone', false), 'phone', false);
  expect(layout.hidden).toEqual(['phone']);
  expect(visibleColumns(layout, columns).map(({ id }) => id)).toEqual(['name', 'email', 'created']);
  const again = shown(layout, 'phone', true);
  expect(again.hidden).toEqual([]);
  expect(visibleColumns(again, columns)[2]).toEqual({ id: 'phone', hideBelow: undefined });
  expect(visibleColumns(plainLayout, columns)[2]).toBe(columns[2]);
  // The name of the record is never hidden.
  expect(visibleColumns(shown(plainLayout, 'name', false), columns)[0]?.id).toBe('name');
});

it('a table scrolls rather than press together what was asked for', () => {
  expect(leastWidth(plainLayout, columns)).toBeUndefined();
  const layout = sized(shown(plainLayout, 'phone', true), 'created', 150.4);
  expect(leastWidth(layout, visibleColumns(layout, columns))).toBe('calc(8rem + 9rem + 8rem + 150px)');
  expect([sized(plainLayout, 'email', 3).sizes, sized(plainLayout, 'email', 5_000).sizes]).toEqual([
    { email: 64 },
    { email: 640 },
  ]);
});

it.each([null, '', '{', '7', '[]', '{"hidden":"email","sizes":{"email":"wide"},"order":[1]}'])(
  'what was kept and cannot be read is as nothing: %s',
  (text) => {
    expect(readLayout(text)).toEqual(plainLayout);
  },
);

it('what was kept is read', () => {
  const layout = sized(shown(moved(plainLayout, ids, 'created', -1), 'email', false), 'phone', 200);
  expect(readLayout(JSON.stringify(layout))).toEqual(layout);
});

it('all that match are selected, whether they were read or not, but those that were taken out', () => {
  expect(headState(nothingSelected)).toBe(false);
  const one = toggled(nothingSelected, 'a');
  expect([isSelected(one, 'a'), isSelected(one, 'b'), headState(one)]).toEqual([true, false, 'some']);
  expect(toggled(one, 'a')).toEqual(nothingSelected);
  const but = toggled(allSelected, 'a');
  expect([isSelected(but, 'a'), isSelected(but, 'never read'), headState(but)]).toEqual([
    false,
    true,
    'some',
  ]);
  expect(headState(allSelected)).toBe(true);
});
