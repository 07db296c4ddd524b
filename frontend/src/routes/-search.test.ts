import { expect, it } from 'vitest';
import { date, flag, id, oneOf, text } from './-search';

it('takes from the address what fits, and leaves out the rest', () => {
  expect(text('padaria')).toBe('padaria');
  expect(text(123)).toBe('123');
  expect(text('')).toBeUndefined();
  expect(text({ a: 1 })).toBeUndefined();
  expect(oneOf(['paid', 'draft'], 'paid')).toBe('paid');
  expect(oneOf(['paid', 'draft'], 'stolen')).toBeUndefined();
  expect(date('2026-02-28')).toBe('2026-02-28');
  expect(date('2026-02-30')).toBeUndefined();
  expect(date('28/02/2026')).toBeUndefined();
  expect(id('01939f6c-7a3e-7cc1-9c0e-3d5c5f0a7b21')).toBe('01939f6c-7a3e-7cc1-9c0e-3d5c5f0a7b21');
  expect(id("1' or 1=1")).toBeUndefined();
  expect(flag(true)).toBe(true);
  expect(flag('nonsense')).toBeUndefined();
});
