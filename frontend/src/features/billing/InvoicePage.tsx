import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getInvoiceOptions } from '@/shared/api/gen/invoices/query';
import { useLater } from '@/shared/lib/useLater';
import { useCan } from '@/shared/session/useSession';
import { invoiceNumber } from '@/shared/states/states';
import { buttonClass } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ErrorState } from '@/shared/ui/ErrorState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Skeleton } from '@/shared/ui/Skeleton';
import { InvoiceCustomer } from './InvoiceCustomer';
import { InvoiceHeader, type InvoiceTask } from './InvoiceHeader';
import { InvoiceItems } from './InvoiceItems';
import { InvoiceTimeline } from './InvoiceTimeline';
import { PixCard } from './PixCard';
import { isPayable } from './payable';

// They bring the forms' library: fetched once the invoice is shown, so that they are there when asked for.
const loadDialogs = () => import('./InvoiceDialogs');
const loadPayment = () => import('./PaymentDialog');
const loadAll = () => Promise.all([loadDialogs(), loadPayment()]);
const IssueDialog = lazy(async () => ({ default: (await loadDialogs()).IssueDialog }));
const CancelDialog = lazy(async () => ({ default: (await loadDialogs()).CancelDialog }));
const PaymentDialog = lazy(async () => ({ default: (await loadPayment()).PaymentDialog }));

/** One invoice: where it stands and what to do next, what was charged, what happened, how to pay it. */
export function InvoicePage({ id }: { id: string }) {
  const { t } = useTranslation();
  const can = useCan();
  const [task, setTask] = useState<InvoiceTask | null>(null);
  const query = useQuery(getInvoiceOptions({ path: { id } }));
  const invoice = query.data;
  const title = !invoice
    ? query.error
      ? t('problem.notLoaded')
      : '…'
    : invoice.number
      ? invoiceNumber(invoice.number)
      : t('states.invoice.draft');
  const close = () => setTask(null);
  const reload = () => void query.refetch();
  useLater(loadAll);
  return (
    <>
      <PageHeader
        title={title}
        document={query.data?.number ? t('billing.documentTitle', { number: title }) : undefined}
        parent={
          <Link to="/invoices" className="hover:text-accent-ink">
            {t('billing.title')}
          </Link>
        }
      />
      {query.error ? (
        <ErrorState
          error={query.error}
          onRetry={reload}
          back={
            <Link to="/invoices" className={buttonClass()}>
              {t('kit.backToList')}
            </Link>
          }
        />
      ) : !invoice ? (
        <InvoiceSkeleton />
      ) : (
        <div className="grid items-start gap-3 p-4 md:px-5 lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,1fr)_21rem]">
          <div className="flex min-w-0 flex-col gap-3">
            <InvoiceHeader invoice={invoice} onTask={setTask} />
            <InvoiceItems invoice={invoice} />
            {invoice.notes && (
              <Card title={t('fields.invoice.notes')}>
                <p className="whitespace-pre-line text-ink-2 wrap-anywhere">{invoice.notes}</p>
              </Card>
            )}
            <InvoiceTimeline invoice={invoice} />
          </div>
          <div className="flex min-w-0 flex-col gap-3">
            {isPayable(invoice) && <PixCard invoice={invoice} />}
            {can('customers.customers:read') && <InvoiceCustomer customerId={invoice.customer_id} />}
          </div>
          <Suspense>
            {task === 'pay' && <PaymentDialog invoice={invoice} onStale={reload} onClose={close} />}
            {task === 'cancel' && <CancelDialog invoice={invoice} onStale={reload} onClose={close} />}
            {task === 'issue' && <IssueDialog invoice={invoice} onStale={reload} onClose={close} />}
          </Suspense>
        </div>
      )}
    </>
  );
}

function InvoiceSkeleton() {
  return (
    <div aria-hidden className="grid items-start gap-3 p-4 md:px-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex flex-col gap-3">
        <Skeleton className="h-38 rounded-lg" />
        <Skeleton className="h-64 rounded-lg" />
        <Skeleton className="h-40 rounded-lg" />
      </div>
      <div className="flex flex-col gap-3">
        <Skeleton className="h-76 rounded-lg" />
        <Skeleton className="h-36 rounded-lg" />
      </div>
    </div>
  );
}
