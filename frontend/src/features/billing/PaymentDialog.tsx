import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useMemo } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Invoice, PaymentCreate } from '@/shared/api/gen';
import { recordPaymentMutation } from '@/shared/api/gen/invoices/query';
import { isConflict } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { once } from '@/shared/lib/idempotency';
import { paymentMethods } from '@/shared/states/states';
import { Button } from '@/shared/ui/Button';
import { DateInput } from '@/shared/ui/DateInput';
import { Dialog, DialogCancel } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { FieldGrid, FormError, useSubmit, wide } from '@/shared/ui/Form';
import { Input } from '@/shared/ui/Input';
import { MoneyInput } from '@/shared/ui/MoneyInput';
import { Select } from '@/shared/ui/Select';
import { toast } from '@/shared/ui/toast';
import { paymentSchema, remaining } from './paymentForm';
import { invoiceChanged } from './useInvoice';

export interface PaymentDialogProps {
  invoice: Invoice;
  /** Reads the invoice again: it is not in the state this dialog was opened for. */
  onStale: () => void;
  onClose: () => void;
}

export function PaymentDialog({ invoice, onStale, onClose }: PaymentDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const formId = useId();
  const record = useMutation(recordPaymentMutation());
  const money = (cents: number) => format.money(cents, invoice.currency);
  const open = money(invoice.open_cents);
  const today = format.today();
  const form = useForm({
    resolver: zodResolver(
      useMemo(
        () => paymentSchema(t, { openCents: invoice.open_cents, open, today }),
        [t, invoice.open_cents, open, today],
      ),
    ),
    defaultValues: {
      amount_cents: invoice.open_cents as number | null,
      method: 'pix' as const as (typeof paymentMethods)[number],
      paid_on: today,
      reference: '',
    },
  });
  const { errors, isDirty, isSubmitting } = form.formState;
  const { onSubmit, failure } = useSubmit(form, async (values) => {
    const body: PaymentCreate = {
      amount_cents: values.amount_cents ?? 0,
      method: values.method,
      paid_on: values.paid_on,
      reference: values.reference.trim() || null,
    };
    try {
      await once(`recordPayment ${invoice.id}`, body, (headers) =>
        record.mutateAsync({ path: { id: invoice.id }, headers, body }),
      );
    } catch (error) {
      if (isConflict(error)) onStale();
      throw error;
    }
    const left = invoice.open_cents - body.amount_cents;
    toast.done(t('billing.payment.done'), {
      detail:
        left > 0 ? t('billing.payment.remaining', { amount: money(left) }) : t('billing.payment.settled'),
    });
    void invoiceChanged(client);
    onClose();
  });
  const amount = useWatch({ control: form.control, name: 'amount_cents' });
  const left = remaining(invoice.open_cents, amount);

  return (
    <Dialog
      open
      onClose={onClose}
      unsaved={isDirty && !isSubmitting}
      keepOnOutsideClick
      title={t('billing.payment.title')}
      footer={
        <>
          <DialogCancel />
          <Button type="submit" form={formId} variant="primary" busy={isSubmitting}>
            {t('billing.payment.submit')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <FormError failure={failure} />
        <FieldGrid>
          <Field
            label={t('fields.payment.amount_cents')}
            required
            hint={
              left
                ? t('billing.payment.partly', { amount: money(left) })
                : t('billing.payment.amountHint', { open })
            }
            error={errors.amount_cents?.message}
          >
            <Controller
              control={form.control}
              name="amount_cents"
              render={({ field }) => (
                <MoneyInput
                  value={field.value}
                  currency={invoice.currency}
                  onChange={field.onChange}
                  onBlur={field.onBlur}
                />
              )}
            />
          </Field>
          <Field label={t('fields.payment.method')} required error={errors.method?.message}>
            <Controller
              control={form.control}
              name="method"
              render={({ field }) => (
                <Select
                  options={paymentMethods.map((value) => ({ value, label: t(`billing.method.${value}`) }))}
                  value={field.value}
                  onChange={field.onChange}
                />
              )}
            />
          </Field>
          <Field label={t('fields.payment.paid_on')} required error={errors.paid_on?.message}>
            <Controller
              control={form.control}
              name="paid_on"
              render={({ field }) => (
                <DateInput value={field.value} onChange={field.onChange} onBlur={field.onBlur} />
              )}
            />
          </Field>
          <Field
            label={t('fields.payment.reference')}
            hint={t('billing.payment.referenceHint')}
            error={errors.reference?.message}
            className={wide}
          >
            <Input {...form.register('reference')} most={200} autoComplete="off" />
          </Field>
        </FieldGrid>
      </form>
    </Dialog>
  );
}
