import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invoice } from '@/shared/api/gen';
import { getInvoicePdf } from '@/shared/api/gen/invoices';
import { toProblem } from '@/shared/api/problem';
import { failureDetail } from '@/shared/api/problemText';
import { useFormat } from '@/shared/format/useFormat';
import { saveBlob } from '@/shared/lib/download';
import { CompanyLogo } from '@/shared/records/CompanyLogo';
import { RecordHeader } from '@/shared/records/RecordHeader';
import { RecordLink } from '@/shared/records/RecordLink';
import { useCan } from '@/shared/session/useSession';
import { InvoiceBadge } from '@/shared/states/badges';
import { invoiceNumber } from '@/shared/states/states';
import { Button } from '@/shared/ui/Button';
import { toast } from '@/shared/ui/toast';
import { StatusLine } from './StatusLine';
import { useInvoiceSteps } from './useInvoiceSteps';

/** What an invoice is and where it stands, with what may be done with it. */
export function InvoiceHeader({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const steps = useInvoiceSteps(invoice);
  const { number, customer_id, customer_name, contract_id, period_start, period_end } = invoice;
  return (
    <RecordHeader
      above={<CompanyLogo className="mb-2.5 block h-10 max-w-48 p-0.5" />}
      title={number ? t('billing.invoice', { number: invoiceNumber(number) }) : t('billing.draftTitle')}
      badge={<InvoiceBadge invoice={invoice} />}
      actions={
        <>
          <PdfButton invoice={invoice} />
          {steps.buttons}
        </>
      }
      detail={
        <>
          <RecordLink kind="customer" id={customer_id}>
            {customer_name}
          </RecordLink>
          {period_start &&
            period_end &&
            ` · ${t('billing.period', { from: format.date(period_start), to: format.date(period_end) })}`}
          {contract_id && can('portfolio.contracts:read') && (
            <>
              {' · '}
              <RecordLink kind="contract" id={contract_id}>
                {t('billing.contract')}
              </RecordLink>
            </>
          )}
        </>
      }
    >
      <StatusLine invoice={invoice} />
      {steps.dialog}
    </RecordHeader>
  );
}

/** The document needs the access token, so it is fetched and handed over as a file. */
function PdfButton({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const { data } = await getInvoicePdf({
        path: { id: invoice.id },
        parseAs: 'blob',
        throwOnError: true,
      });
      const number = invoice.number ? invoiceNumber(invoice.number) : invoice.id.slice(0, 8);
      saveBlob(data as Blob, t('billing.pdfName', { number }));
    } catch (error) {
      toast.failed(t('billing.pdfFailed'), failureDetail(toProblem(error), t));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={FileDown} busy={busy} onClick={() => void download()}>
      {t('billing.pdf')}
    </Button>
  );
}
