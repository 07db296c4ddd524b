import { expect, it } from 'vitest';
import { isZone, searchZones } from './timeZones';

it('offers Brazil first, and finds any zone without accents or underscores', () => {
  expect(searchZones('')[0]).toEqual({ id: 'America/Sao_Paulo', label: 'America/Sao Paulo' });
  expect(searchZones('são paulo').map((zone) => zone.id)).toEqual(['America/Sao_Paulo']);
  expect(searchZones('lisbon').map((zone) => zone.id)).toContain('Europe/Lisbon');
  expect(searchZones('atlantis')).toEqual([]);
});

it('knows what is no zone', () => {
  expect(isZone('America/Manaus')).toBe(true);
  expect(isZone('America/Curitiba')).toBe(false);
});
