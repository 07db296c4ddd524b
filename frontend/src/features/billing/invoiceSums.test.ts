import { describe, expect, it } from 'vitest';
import { invoiceTotal, itemTotal, lineTotal, parseQuantity } from './invoiceSums';

describe('sums of an invoice', () => {
  it.each([
    ['1', 1000],
    ['1,5', 1500],
    ['0.125', 125],
    ['1000000', 1_000_000_000],
  ])('reads the quantity %s', (text, thousandths) => {
    expect(parseQuantity(text)).toBe(thousandths);
  });

  it.each(['', '0', '-1', '1,2345', 'uma', '1000001', '1.000,5'])('refuses the quantity %j', (text) => {
    expect(parseQuantity(text)).toBeNull();
  });

  it('rounds each line half a cent up, and loses nothing in large ones', () => {
    expect(lineTotal(1500, 33)).toBe(50);
    expect(lineTotal(333, 1000)).toBe(333);
    expect(lineTotal(1, 499)).toBe(0);
    expect(lineTotal(1, 500)).toBe(1);
    expect(lineTotal(33, 90_071_992_547_409)).toBe(2_972_375_754_064);
  });

  it('adds up what is complete and leaves out what is still being typed', () => {
    const items = [
      { quantity: '1', unit_price: 15_000 },
      { quantity: '2,5', unit_price: 10_001 },
      { quantity: '', unit_price: 500 },
      { quantity: '1', unit_price: null },
      { quantity: '1', unit_price: Number.NaN },
    ];
    expect(items.map(itemTotal)).toEqual([15_000, 25_003, null, null, null]);
    expect(invoiceTotal(items)).toBe(40_003);
  });
});
