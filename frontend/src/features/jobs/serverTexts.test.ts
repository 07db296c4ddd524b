import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import i18next from 'i18next';
import { expect, it } from 'vitest';
import { runError, sentences } from './runError';

it('a failed run is told in the words of the screen', () => {
  const t = i18next.t;
  expect(runError({ error: null }, t)).toBeNull();
  expect(runError({ error: 'The process that worked on it died, 5 times.' }, t)).toBe(
    'O processo caiu em todas as tentativas. Tente de novo.',
  );
  expect(
    runError({ error: 'The audit trail is not as it was written: block 7, entry 1 was altered.' }, t),
  ).toContain('alterad');
  expect(runError({ error: 'The bank is closed.' }, t)).toBe('The bank is closed.');
});

const backend = resolve(import.meta.dirname, '../../../../backend/src/main/java');
const java = (among: RegExp) =>
  (readdirSync(backend, { recursive: true }) as string[])
    .filter((path) => among.test(path))
    .map((path) => readFileSync(join(backend, path), 'utf8'))
    .join('\n');

it('the server still says what is known here', () => {
  const known = java(/(jobs|queue|audit)\/.*\.java$/);
  for (const sentence of Object.values(sentences)) expect(known).toContain(sentence);
});

it('whatever housekeeping deletes is counted in words', () => {
  const names = [...java(/\.java$/).matchAll(/new (?:Leftovers\.)?Leftover\("(\w+)"/g)].map(
    ([, name]) => name,
  );
  expect(names).toContain('mails');
  for (const name of names) expect(i18next.exists(`jobs.counts.${name}`, { count: 2 }), name).toBe(true);
});
