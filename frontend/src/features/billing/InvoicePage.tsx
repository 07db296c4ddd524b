import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RecordActivities } from '@/shared/activities/RecordActivities';
import { getInvoiceOptions } from '@/shared/api/gen/invoices/query';
import { RecordLoop } from '@/shared/loop/RecordLoop';
import { RecordPage } from '@/shared/records/RecordPage';
import { invoiceNumber } from '@/shared/states/states';
import { Card } from '@/shared/ui/Card';
import { Skeleton } from '@/shared/ui/Skeleton';
import { InvoiceCustomer } from './InvoiceCustomer';
import { InvoiceHeader } from './InvoiceHeader';
import { InvoiceItems } from './InvoiceItems';
import { PixCard } from './PixCard';
import { isPayable } from './payable';

/** One invoice: where it stands and what to do next, what was charged, what happened, how to pay it. */
export function InvoicePage({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useQuery(getInvoiceOptions({ path: { id } }));
  const invoice = query.data;
  const number = invoice?.number ? invoiceNumber(invoice.number) : undefined;
  return (
    <RecordPage
      kind="invoice"
      query={query}
      above={
        <Card flush>
          <RecordLoop kind="invoice" id={id} className="px-2.5 py-1" />
        </Card>
      }
      title={number ?? (invoice ? t('states.invoice.draft') : '…')}
      document={number && t('billing.documentTitle', { number })}
      main={
        invoice ? (
          <>
            <InvoiceHeader invoice={invoice} />
            <InvoiceItems invoice={invoice} />
            {invoice.notes && (
              <Card title={t('fields.invoice.notes')}>
                <p className="whitespace-pre-line text-ink-2 wrap-anywhere">{invoice.notes}</p>
              </Card>
            )}
            <RecordActivities card kind="invoice" id={invoice.id} currency={invoice.currency} />
          </>
        ) : (
          <Waiting heights={['h-38', 'h-64', 'h-40']} />
        )
      }
      side={
        invoice ? (
          <>
            {isPayable(invoice) && <PixCard invoice={invoice} />}
            <InvoiceCustomer customerId={invoice.customer_id} />
          </>
        ) : (
          <Waiting heights={['h-76', 'h-36']} />
        )
      }
    />
  );
}

const Waiting = ({ heights }: { heights: readonly string[] }) =>
  heights.map((height) => <Skeleton key={height} className={`rounded-lg ${height}`} />);
