import { expect, it } from 'vitest';
import { fieldName } from './fieldName';

it('a field has its own text, a customer’s the one of its screens, an unknown one its name as words', () => {
  expect(fieldName('billing_cycle')).toBe('Ciclo');
  expect(fieldName('customer_name')).toBe('Nome do cliente');
  expect(fieldName('customer_phone')).toBe('Telefone do cliente');
  expect(fieldName('customer_shoe_size')).toBe('Customer shoe size');
  expect(fieldName('phone')).toBe('Phone');
});
