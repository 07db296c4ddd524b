import { Link } from '@tanstack/react-router';
import { Ban, FileDown, Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invoice } from '@/shared/api/gen';
import { getInvoicePdf } from '@/shared/api/gen/invoices';
import { toProblem } from '@/shared/api/problem';
import { failureDetail } from '@/shared/api/problemText';
import { useFormat } from '@/shared/format/useFormat';
import { saveBlob } from '@/shared/lib/download';
import { CompanyLogo } from '@/shared/records/CompanyLogo';
import { useCan } from '@/shared/session/useSession';
import { InvoiceBadge } from '@/shared/states/badges';
import { invoiceNumber } from '@/shared/states/states';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { toast } from '@/shared/ui/toast';
import { isCancellable, isPayable } from './payable';
import { StatusLine } from './StatusLine';

export type InvoiceTask = 'pay' | 'issue' | 'cancel';

export function InvoiceHeader({
  invoice,
  onTask,
}: {
  invoice: Invoice;
  onTask: (task: InvoiceTask) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const number = invoice.number ? invoiceNumber(invoice.number) : null;
  const mayWrite = can('billing.invoices:write');
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-0.5">
        <div className="min-w-0 flex-1 max-md:basis-full">
          <CompanyLogo className="mb-2.5 block h-10 max-w-48 p-0.5" />
          <div className="flex flex-wrap items-center gap-2.5">
            <h2 className="tabular text-xl font-semibold tracking-tight">
              {number ? t('billing.invoice', { number }) : t('billing.draftTitle')}
            </h2>
            <InvoiceBadge invoice={invoice} />
          </div>
        </div>
        {/* On a phone the facts come first, on a wide screen they have the whole line under title and buttons. */}
        <div className="flex flex-wrap gap-2 max-md:order-1 max-md:mt-2.5 md:shrink-0 md:justify-end">
          {mayWrite && isCancellable(invoice) && (
            <Button variant="danger" icon={Ban} onClick={() => onTask('cancel')}>
              {t('billing.cancel')}
            </Button>
          )}
          <PdfButton invoice={invoice} />
          {mayWrite && invoice.status === 'draft' && (
            <Button variant="primary" icon={Send} onClick={() => onTask('issue')}>
              {t('billing.issue')}
            </Button>
          )}
          {can('billing.payments:write') && isPayable(invoice) && (
            <Button variant="primary" onClick={() => onTask('pay')}>
              {t('billing.register')}
            </Button>
          )}
        </div>
        <p className="basis-full text-ink-2 wrap-anywhere">
          <CustomerName invoice={invoice} />
          {invoice.period_start && invoice.period_end && (
            <span className="tabular">
              {' · '}
              {t('billing.period', {
                from: format.date(invoice.period_start),
                to: format.date(invoice.period_end),
              })}
            </span>
          )}
          {invoice.contract_id && can('portfolio.contracts:read') && (
            <>
              {' · '}
              <Link
                to="/contracts"
                search={{ id: invoice.contract_id }}
                className="hover:text-accent-ink hover:underline"
              >
                {t('billing.contract')}
              </Link>
            </>
          )}
        </p>
      </div>
      <StatusLine invoice={invoice} />
    </Card>
  );
}

function CustomerName({ invoice }: { invoice: Invoice }) {
  const can = useCan();
  if (!can('customers.customers:read')) return invoice.customer_name;
  return (
    <Link
      to="/customers/$customerId"
      params={{ customerId: invoice.customer_id }}
      className="hover:text-accent-ink hover:underline"
    >
      {invoice.customer_name}
    </Link>
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
