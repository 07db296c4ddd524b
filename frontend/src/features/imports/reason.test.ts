import { expect, it } from 'vitest';
import { reasonText } from './reason';

it('knows the codes of files, of rows and of fields, and repeats what it does not know', () => {
  expect(reasonText({ code: 'csv_empty', message: 'The file is empty.' })).toBe('O arquivo está vazio.');
  expect(reasonText({ code: 'amount_not_a_number', message: 'x' })).toBe('Não é um valor em dinheiro.');
  expect(reasonText({ code: 'tax_id_length', message: 'x' })).toBe('Um CPF tem 11 caracteres e um CNPJ, 14.');
  expect(reasonText({ code: 'brand_new', message: 'as it came' })).toBe('as it came');
  expect(reasonText({ message: 'as it came' })).toBe('as it came');
});
