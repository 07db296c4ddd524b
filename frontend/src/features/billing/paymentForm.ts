import type { TFunction } from 'i18next';
import { z } from 'zod';
import { parseDate } from '@/shared/format/date';
import { atMost } from '@/shared/forms/atMost';
import { paymentMethods } from '@/shared/states/states';

/**
 * The rules of a payment that the server also keeps: above zero, never more than is open, not in the future.
 * `open` is the open amount in words.
 */
export function paymentSchema(t: TFunction, rules: { openCents: number; open: string; today: string }) {
  return z.object({
    amount_cents: z
      .custom<number | null>()
      .refine((cents) => cents !== null && cents > 0, t('billing.payment.amountInvalid'))
      .refine(
        (cents) => cents === null || !(cents > rules.openCents),
        t('billing.payment.tooMuch', { open: rules.open }),
      ),
    method: z.enum(paymentMethods),
    paid_on: z
      .string()
      .refine((day) => parseDate(day) !== null, t('kit.notADate'))
      .refine((day) => parseDate(day) === null || day <= rules.today, t('billing.payment.future')),
    reference: z.string().trim().check(atMost(200, t)),
  });
}

/** What will still be open after this payment; null when that cannot be told. */
export function remaining(openCents: number, amountCents: number | null): number | null {
  if (amountCents === null || !Number.isSafeInteger(amountCents)) return null;
  return amountCents > 0 && amountCents <= openCents ? openCents - amountCents : null;
}
