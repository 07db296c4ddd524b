import i18next from 'i18next';
import { expect, it } from 'vitest';
import { type InvoiceValues, invoiceFields, itemFields } from './invoiceFields';

const values: InvoiceValues = {
  customer_id: { id: 'u1', label: 'João Silva' },
  contract_id: null,
  due_on: '',
  notes: ' ',
  items: [{ description: ' Logotipo ', kind: 'service', quantity: '1,5', unit_price: 80_000 }],
};

it('sends quantities and prices as decimals and leaves out what is blank', () => {
  expect(invoiceFields('BRL').write(values)).toEqual({
    customer_id: 'u1',
    contract_id: null,
    due_on: null,
    notes: null,
    items: [{ description: 'Logotipo', kind: 'service', quantity: '1.5', unit_price: '800' }],
  });
});

it('says which line is wrong, and where', () => {
  const schema = invoiceFields('BRL').schema(i18next.t);
  expect(schema.safeParse(values).success).toBe(true);
  const wrong = {
    ...values,
    customer_id: null,
    items: [...values.items, { ...itemFields.empty, quantity: '0' }],
  };
  expect(schema.safeParse(wrong).error?.issues.map((issue) => issue.path.join('.'))).toEqual([
    'customer_id',
    'items.1.description',
    'items.1.quantity',
    'items.1.unit_price',
  ]);
});
