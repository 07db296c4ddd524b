import { useTranslation } from 'react-i18next';
import type { Invoice } from '@/shared/api/gen';
import { cancelInvoice } from '@/shared/api/gen/invoices';
import { writeTo } from '@/shared/api/version';
import { FormDialog } from '@/shared/forms/FormDialog';
import { fieldsOf, requiredNotes } from '@/shared/forms/fieldKinds';
import { useSaveForm } from '@/shared/forms/useSaveForm';
import { toast } from '@/shared/ui/toast';
import { invoiceKey } from './invoiceKey';

const cancellation = fieldsOf<{ reason: string }>()({
  reason: requiredNotes(500, (t) => t('billing.cancelDialog.reasonRequired')),
});

export function CancelDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { t } = useTranslation();
  const { field, frame } = useSaveForm({
    fields: cancellation,
    label: () => t('billing.cancelDialog.reason'),
    kinds: ['invoice'],
    keep: invoiceKey,
    create: (body) => cancelInvoice({ ...writeTo(invoice, body), throwOnError: true }),
    onDone: () => {
      toast.done(t('billing.cancelDialog.done'));
      onClose();
    },
  });
  return (
    <FormDialog
      {...frame}
      size="sm"
      title={t('billing.cancelDialog.title')}
      text={t('billing.cancelDialog.text')}
      submit={t('billing.cancel')}
      danger
      cancel={t('billing.cancelDialog.keep')}
      onClose={onClose}
    >
      {field('reason', { rows: 2 })}
    </FormDialog>
  );
}
