import { useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Invoice } from '@/shared/api/gen';
import { recordPayment } from '@/shared/api/gen/invoices';
import { useFormat } from '@/shared/format/useFormat';
import { FormDialog } from '@/shared/forms/FormDialog';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { once } from '@/shared/lib/idempotency';
import { toast } from '@/shared/ui/toast';
import { paymentFields, remaining } from './paymentFields';

export function PaymentDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, currency, open_cents } = invoice;
  const money = (cents: number) => format.money(cents, currency);
  const open = money(open_cents);
  const today = format.today();
  const { form, field, frame } = useSaveForm({
    fields: useMemo(() => paymentFields({ openCents: open_cents, open, today }), [open_cents, open, today]),
    label: (name: 'method') => t(`fields.payment.${name}`),
    start: { amount_cents: open_cents, paid_on: today },
    kinds: ['invoice'],
    create: (body) =>
      once(`recordPayment ${id}`, body, (headers) =>
        recordPayment({ path: { id }, headers, body, throwOnError: true }),
      ),
    onDone: (_, { amount_cents }) => {
      const left = remaining(open_cents, amount_cents);
      toast.done(t('billing.payment.done'), {
        detail: left ? t('billing.payment.remaining', { amount: money(left) }) : t('billing.payment.settled'),
      });
      onClose();
    },
  });
  const left = remaining(open_cents, useWatch({ control: form.control, name: 'amount_cents' }));
  return (
    <FormDialog
      {...frame}
      title={t('billing.payment.title')}
      submit={t('billing.payment.submit')}
      onClose={onClose}
    >
      {field('amount_cents', {
        currency,
        hint: left
          ? t('billing.payment.partly', { amount: money(left) })
          : t('billing.payment.amountHint', { open }),
      })}
      {field('method')}
      {field('paid_on')}
      {field('reference', { wide: true, hint: t('billing.payment.referenceHint') })}
    </FormDialog>
  );
}
