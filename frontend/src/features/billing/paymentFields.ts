import type { PaymentCreate } from '@/shared/api/gen';
import * as kind from '@/shared/forms/fieldKinds';
import { paymentMethods } from '@/shared/states/states';

/**
 * The rules of a payment that the server also keeps: above zero, never more than is open, not in the future.
 * `open` is the open amount in words.
 */
export const paymentFields = (rules: { openCents: number; open: string; today: string }) =>
  kind.fieldsOf<PaymentCreate>()({
    amount_cents: {
      ...kind.requiredMoney,
      rule: (t) =>
        kind.money
          .rule(t)
          .refine((cents) => cents !== null && cents > 0, t('billing.payment.amountInvalid'))
          .refine(
            (cents) => cents === null || !(cents > rules.openCents),
            t('billing.payment.tooMuch', { open: rules.open }),
          ),
    },
    method: kind.choice(paymentMethods, 'pix', (t, method) => t(`billing.method.${method}`)),
    paid_on: {
      ...kind.requiredDay,
      rule: (t) =>
        kind.requiredDay.rule(t).refine((day) => !(day > rules.today), t('billing.payment.future')),
    },
    reference: kind.text(200),
  });

/** What will still be open after this payment; null when that cannot be told. */
export function remaining(openCents: number, amountCents: number | null): number | null {
  if (amountCents === null || !Number.isSafeInteger(amountCents)) return null;
  return amountCents > 0 && amountCents <= openCents ? openCents - amountCents : null;
}
