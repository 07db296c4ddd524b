import { Ban, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Invoice } from '@/shared/api/gen';
import { issueInvoice } from '@/shared/api/gen/invoices';
import { stepOf } from '@/shared/api/version';
import { useFormat } from '@/shared/format/useFormat';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import { type Step, useSteps } from '@/shared/records/useSteps';
import { useCan } from '@/shared/session/useSession';
import { invoiceNumber } from '@/shared/states/states';
import { toast } from '@/shared/ui/toast';
import { invoiceKey } from './invoiceKey';
import { isCancellable, isPayable } from './payable';

// They bring the forms' library: fetched once the invoice is shown, so that they are there when asked for.
const CancelDialog = lazyPart(async () => (await import('./CancelDialog')).CancelDialog);
const PaymentDialog = lazyPart(async () => (await import('./PaymentDialog')).PaymentDialog);

/** What may be done with an invoice now. */
export function useInvoiceSteps(invoice: Invoice | undefined) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  usePartsLater(CancelDialog, PaymentDialog);
  const mayWrite = can('billing.invoices:write');
  const stepsFor = (of: Invoice): (Step<Invoice> | false)[] => [
    mayWrite &&
      isCancellable(of) && {
        label: t('billing.cancel'),
        icon: Ban,
        variant: 'danger',
        form: (close) => <CancelDialog invoice={of} onClose={close} />,
      },
    mayWrite &&
      of.status === 'draft' && {
        label: t('billing.issue'),
        icon: Send,
        variant: 'primary',
        ask: {
          title: t('billing.issueDialog.title'),
          text: t('billing.issueDialog.text', {
            total: format.money(of.total_cents, of.currency),
            due: format.date(of.due_on),
          }),
        },
        run: () => issueInvoice({ ...stepOf(of), throwOnError: true }),
        onDone: ({ number }) =>
          toast.done(t('billing.issueDialog.done', { number: invoiceNumber(number ?? 0) })),
      },
    can('billing.payments:write') &&
      isPayable(of) && {
        label: t('billing.register'),
        variant: 'primary',
        form: (close) => <PaymentDialog invoice={of} onClose={close} />,
      },
  ];
  return useSteps<Invoice>({ kinds: ['invoice'], keep: invoiceKey, steps: invoice ? stepsFor(invoice) : [] });
}
