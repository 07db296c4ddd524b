import i18next, { type TFunction } from 'i18next';
import { z } from 'zod';
import { decimalOf, typedDecimal } from '@/shared/format/decimal';
import type { FieldKind } from './fieldKinds';

/** An exact decimal, typed as people write it. `above`: what it has to be more than. */
export const decimal = (
  { whole, decimals, empty = '', above }: { whole: number; decimals: number; empty?: string; above?: number },
  wrong: (t: TFunction) => string,
): FieldKind<string, string> => ({
  control: { as: 'number', digits: whole + decimals + 1, decimals: true },
  required: true,
  empty,
  read: (raw) => typedDecimal(raw, i18next.language),
  write: (typed) => decimalOf(typed, whole, decimals) ?? '0',
  rule: (t) =>
    z.string().refine((typed) => {
      const value = decimalOf(typed, whole, decimals);
      return value !== null && (above === undefined || Number(value) > above);
    }, wrong(t)),
});
