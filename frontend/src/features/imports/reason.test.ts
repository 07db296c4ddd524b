import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import i18next from 'i18next';
import { expect, it } from 'vitest';
import { interrupted, reasonText, stopText } from './reason';

it('knows the codes of files, of rows and of fields, and repeats what it does not know', () => {
  expect(reasonText({ code: 'csv_empty', message: 'The file is empty.' })).toBe('O arquivo está vazio.');
  expect(reasonText({ code: 'amount_not_a_number', message: 'x' })).toBe('Não é um valor em dinheiro.');
  expect(reasonText({ code: 'tax_id_length', message: 'x' })).toBe('Um CPF tem 11 caracteres e um CNPJ, 14.');
  expect(reasonText({ code: 'brand_new', message: 'as it came' })).toBe('as it came');
  expect(reasonText({ message: 'as it came' })).toBe('as it came');
});

it('an import that stopped says why, and what to do', () => {
  const t = i18next.t;
  expect(stopText({ status: 'succeeded', error: null }, t)).toBeNull();
  expect(stopText({ status: 'failed', error: null }, t)).toContain('importe o arquivo de novo');
  expect(
    stopText({ status: 'failed', error: `${interrupted}. What was imported until then stays.` }, t),
  ).toContain('interrompida');
  expect(stopText({ status: 'failed', error: 'The file is empty.' }, t)).toBe('The file is empty.');
  const runner = resolve(
    import.meta.dirname,
    '../../../../backend/src/main/java/dev/pulso/imports/internal/run/ImportRunner.java',
  );
  expect(readFileSync(runner, 'utf8')).toContain(interrupted);
});
