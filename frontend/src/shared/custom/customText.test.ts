import { describe, expect, it } from 'vitest';
import { customValues } from './customKind';
import { customText, numberOf, offered } from './customText';

const field = (type: Parameters<typeof customText>[0]['type']) => ({
  type,
  options: [
    { id: 'a', label: 'Azul', archived: false },
    { id: 'v', label: 'Verde', archived: true },
  ],
});
const words = {
  format: { date: (day: string | null | undefined) => `dia ${day}` },
  locale: 'pt-BR',
  yes: 'Sim',
  no: 'Não',
};

describe('a number of a field of the company', () => {
  it.each([
    ['1.250', 'pt-BR', '1250'],
    ['1.250,5', 'pt-BR', '1250.5'],
    ['1,250.5', 'en', '1250.5'],
    ['12,50', 'pt-BR', '12.5'],
    ['−3', 'pt-BR', '-3'],
    ['-0', 'pt-BR', '0'],
    ['muitos', 'pt-BR', 'muitos'],
    ['12345678901234', 'pt-BR', '12345678901234'],
  ])('%s in %s is sent as %s', (typed, locale, sent) => expect(numberOf(typed, locale)).toBe(sent));
});

describe('what stands in a field of the company', () => {
  it.each([
    ['number', '12.5', '12,5'],
    ['date', '2026-11-30', 'dia 2026-11-30'],
    ['checkbox', false, 'Não'],
    ['select', 'v', 'Verde'],
    ['multiselect', ['a', 'v'], 'Azul, Verde'],
    ['select', 'gone', '…'],
    ['text', undefined, ''],
  ] as const)('%s %s is shown as %s', (type, value, shown) =>
    expect(customText(field(type), value, words)).toBe(shown),
  );

  it('offers an archived option to who has it alone', () => {
    expect(offered(field('select'), null).map(({ value }) => value)).toEqual(['a']);
    expect(offered(field('multiselect'), ['v']).map(({ value }) => value)).toEqual(['a', 'v']);
  });

  it('sends of a form only what was changed in it', () =>
    expect(customValues.part?.({ a: '1', b: '2' }, { a: '1', b: null, c: ['x'] })).toEqual({
      b: null,
      c: ['x'],
    }));
});
