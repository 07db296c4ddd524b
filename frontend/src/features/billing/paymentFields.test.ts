import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { paymentFields, remaining } from './paymentFields';

const payment = { amount_cents: 20_000, method: 'pix' as const, paid_on: '2026-11-20', reference: '' };

describe('a payment', () => {
  const problemOf = (values: object) =>
    paymentFields({ openCents: 35_000, open: 'R$ 350,00', today: '2026-11-20' })
      .schema(i18next.t)
      .safeParse({
        ...payment,
        ...values,
      }).error?.issues[0];

  it('may be partial or whole, never more than is open', () => {
    expect(problemOf({})).toBeUndefined();
    expect(problemOf({ amount_cents: 35_000 })).toBeUndefined();
    expect(problemOf({ amount_cents: 35_001 })?.message).toContain('R$ 350,00');
    expect(problemOf({ amount_cents: 0 })?.path).toEqual(['amount_cents']);
    expect(problemOf({ amount_cents: Number.NaN })?.path).toEqual(['amount_cents']);
    expect(problemOf({ amount_cents: null })?.path).toEqual(['amount_cents']);
  });

  it('was received on a day that has been', () => {
    expect(problemOf({ paid_on: '2026-11-21' })?.path).toEqual(['paid_on']);
    expect(problemOf({ paid_on: '31/11/2026' })?.path).toEqual(['paid_on']);
  });

  it('tells what will remain', () => {
    expect(remaining(35_000, 20_000)).toBe(15_000);
    expect(remaining(35_000, 35_000)).toBe(0);
    expect(remaining(35_000, 40_000)).toBeNull();
    expect(remaining(35_000, null)).toBeNull();
  });
});
