import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import i18next from 'i18next';
import { expect, it } from 'vitest';
import { runError, sentences } from './runError';

it('a failed run is told in the words of the screen', () => {
  const t = i18next.t;
  expect(runError({ error: null }, t)).toBeNull();
  expect(runError({ error: 'Its process died at each of the attempts.' }, t)).toBe(
    'O processo caiu em todas as tentativas. Tente de novo.',
  );
  expect(
    runError({ error: 'The audit trail is not as it was written: block 7, entry 1 was altered.' }, t),
  ).toContain('alterad');
  expect(runError({ error: 'The bank is closed.' }, t)).toBe('The bank is closed.');
});

it('the server still says what is known here', () => {
  const backend = resolve(import.meta.dirname, '../../../../backend/src/main/java');
  const java = (readdirSync(backend, { recursive: true }) as string[])
    .filter((path) => /(jobs|audit)\/.*\.java$/.test(path))
    .map((path) => readFileSync(join(backend, path), 'utf8'))
    .join('\n');
  for (const sentence of Object.values(sentences)) expect(java).toContain(sentence);
});
