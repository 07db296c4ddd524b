import { expect, it } from 'vitest';
import { emptyDraft, writtenEntry } from './entry';
import { nameBefore, offered, pieces, withName } from './mentions';

const people = [
  { id: '1', name: 'Ana Souza' },
  { id: '2', name: 'André Lima' },
  { id: '3', name: 'Bruno Souza' },
];

it('a name is written behind an @ that begins a word', () => {
  expect(nameBefore('Oi @an', 6)).toEqual({ words: 'an', from: 3 });
  expect(nameBefore('@', 1)).toEqual({ words: '', from: 0 });
  expect(nameBefore('(@Ana So', 8)).toEqual({ words: 'Ana So', from: 1 });
  expect(nameBefore('linha\n@é', 8)).toEqual({ words: 'é', from: 6 });
  // An address is no name, nor is what goes on.
  expect(nameBefore('ana@pixel', 9)).toBeNull();
  expect(nameBefore('@ana vai ao cliente', 19)).toBeNull();
  expect(nameBefore('@ana\n', 5)).toBeNull();
});

it('who is offered has words that begin so, with or without accents', () => {
  expect(offered(people, 'an').map(({ id }) => id)).toEqual(['1', '2']);
  expect(offered(people, 'ANDRE').map(({ id }) => id)).toEqual(['2']);
  expect(offered(people, 'souza b').map(({ id }) => id)).toEqual(['3']);
  expect(offered(people, 'x')).toEqual([]);
});

it('the name takes the place of what was typed', () => {
  expect(withName('Oi @an, veja', 3, 6, 'Ana Souza')).toEqual({ text: 'Oi @Ana Souza , veja', caret: 14 });
  expect(withName('@an', 0, 3, 'Ana Souza')).toEqual({ text: '@Ana Souza ', caret: 11 });
});

it('only who is still named is mentioned, once', () => {
  const write = (text: string) =>
    writtenEntry(
      { ...emptyDraft, text, mentions: [...people, { id: '1', name: 'Ana Souza' }] },
      { zone: 'America/Sao_Paulo' },
      '',
    ).mentioned_ids;
  expect(write('@Ana Souza e @Bruno Souza: vejam')).toEqual(['1', '3']);
  expect(write('Ana Souza')).toBeUndefined();
});

it('names are drawn as names, the longest first, and nothing else is', () => {
  expect(pieces('Oi @Ana Souza!', ['Ana', 'Ana Souza'])).toEqual([
    { text: 'Oi ', named: false },
    { text: '@Ana Souza', named: true },
    { text: '!', named: false },
  ]);
  expect(pieces('@Anabela (x.)', ['Ana', 'x.'])).toEqual([{ text: '@Anabela (x.)', named: false }]);
  expect(pieces('<b>@A.*</b>', ['A.*'])).toEqual([
    { text: '<b>', named: false },
    { text: '@A.*', named: true },
    { text: '</b>', named: false },
  ]);
});
