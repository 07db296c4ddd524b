import { expect, it } from 'vitest';
import { fieldName } from './fieldName';

it('a field is called as on the screens of its record, a customer’s as on theirs, an unknown one by its name as words', () => {
  expect(fieldName('billing_cycle', 'contracts')).toBe('Ciclo');
  expect(fieldName('amount', 'contracts')).toBe('Receita');
  expect(fieldName('amount', 'deals')).toBe('Valor');
  expect(fieldName('owner_name', 'deals')).toBe('Responsável');
  expect(fieldName('stage', 'deals')).toBe('Etapa');
  expect(fieldName('customer_name', 'contracts')).toBe('Nome do cliente');
  expect(fieldName('customer_phone', 'contracts')).toBe('Telefone do cliente');
  expect(fieldName('customer_shoe_size', 'contracts')).toBe('Customer shoe size');
  expect(fieldName('phone', 'deals')).toBe('Phone');
});
