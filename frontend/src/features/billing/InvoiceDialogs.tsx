import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Invoice } from '@/shared/api/gen';
import { cancelInvoiceMutation, issueInvoiceMutation } from '@/shared/api/gen/invoices/query';
import { isConflict, stepOf, writeTo } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { atMost } from '@/shared/forms/atMost';
import { invoiceNumber } from '@/shared/states/states';
import { Button } from '@/shared/ui/Button';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { FormError, useSubmit } from '@/shared/ui/Form';
import { Textarea } from '@/shared/ui/Input';
import { toast } from '@/shared/ui/toast';
import { useKeepInvoice } from './useInvoice';

interface DialogProps {
  invoice: Invoice;
  /** Reads the invoice again: it is not in the state this dialog was opened for. */
  onStale: () => void;
  onClose: () => void;
}

export function IssueDialog({ invoice, onStale, onClose }: DialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const keep = useKeepInvoice();
  const issue = useMutation(issueInvoiceMutation());
  return (
    <ConfirmDialog
      variant="primary"
      onClose={onClose}
      title={t('billing.issueDialog.title')}
      text={t('billing.issueDialog.text', {
        total: format.money(invoice.total_cents, invoice.currency),
        due: format.date(invoice.due_on),
      })}
      confirm={t('billing.issue')}
      onConfirm={async () => {
        try {
          const issued = await issue.mutateAsync(stepOf(invoice));
          keep(issued);
          toast.done(t('billing.issueDialog.done', { number: invoiceNumber(issued.number ?? 0) }));
        } catch (error) {
          if (isConflict(error)) onStale();
          throw error;
        }
      }}
    />
  );
}

export function CancelDialog({ invoice, onStale, onClose }: DialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const keep = useKeepInvoice();
  const cancel = useMutation(cancelInvoiceMutation());
  const form = useForm({
    resolver: zodResolver(
      z.object({
        reason: z.string().trim().min(1, t('billing.cancelDialog.reasonRequired')).check(atMost(500, t)),
      }),
    ),
    defaultValues: { reason: '' },
  });
  const { onSubmit, failure } = useSubmit(form, async ({ reason }) => {
    try {
      const cancelled = await cancel.mutateAsync(writeTo(invoice, { reason }));
      keep(cancelled);
      toast.done(t('billing.cancelDialog.done'));
      onClose();
    } catch (error) {
      if (isConflict(error)) onStale();
      throw error;
    }
  });
  return (
    <Dialog
      open
      unsaved={form.formState.isDirty && !form.formState.isSubmitting}
      size="sm"
      onClose={onClose}
      title={t('billing.cancelDialog.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('billing.cancelDialog.keep')}</Button>
          <Button type="submit" form={formId} variant="danger" busy={form.formState.isSubmitting}>
            {t('billing.cancel')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={onSubmit} noValidate className="flex flex-col gap-3.5">
        <p className="text-ink-2">{t('billing.cancelDialog.text')}</p>
        <FormError failure={failure} />
        <Field
          label={t('billing.cancelDialog.reason')}
          required
          error={form.formState.errors.reason?.message}
        >
          <Textarea {...form.register('reason')} most={500} rows={2} />
        </Field>
      </form>
    </Dialog>
  );
}
