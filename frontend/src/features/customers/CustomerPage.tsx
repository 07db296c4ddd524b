import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FilePlus2, Pencil, ReceiptText } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '@/shared/api/gen';
import { getCustomerOptions } from '@/shared/api/gen/customers/query';
import { formatTaxId } from '@/shared/format/taxId';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import { useCan } from '@/shared/session/useSession';
import { BillingBadge } from '@/shared/states/badges';
import { Button, buttonClass } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ErrorState } from '@/shared/ui/ErrorState';
import { PageHeader } from '@/shared/ui/PageHeader';
import { Skeleton } from '@/shared/ui/Skeleton';
import { CustomerContracts } from './CustomerContracts';
import { CustomerFacts } from './CustomerFacts';
import { CustomerInvoices } from './CustomerInvoices';
import { CustomerMoney } from './CustomerMoney';

const CustomerForm = lazyPart(async () => (await import('./CustomerForm')).CustomerForm);

/** One customer: state and next action, what it buys, what it was billed, facts at the side. */
export function CustomerPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const query = useQuery(getCustomerOptions({ path: { id } }));
  usePartsLater(CustomerForm);
  const customer = query.data;
  return (
    <>
      <PageHeader
        title={customer?.name ?? t(query.error ? 'problem.notLoaded' : 'customers.one')}
        parent={
          <Link to="/customers" className="hover:text-accent-ink">
            {t('customers.title')}
          </Link>
        }
      />
      {query.error ? (
        <ErrorState
          error={query.error}
          onRetry={() => void query.refetch()}
          back={
            <Link to="/customers" className={buttonClass()}>
              {t('kit.backToList')}
            </Link>
          }
        />
      ) : (
        <div className="grid items-start gap-3 p-4 md:px-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="flex min-w-0 flex-col gap-3">
            {customer ? (
              <Header customer={customer} onEdit={() => setEditing(true)} />
            ) : (
              <Skeleton className="h-20 rounded-lg" />
            )}
            {can('portfolio.contracts:read') && <CustomerContracts customerId={id} />}
            {can('billing.invoices:read') && <CustomerInvoices customerId={id} />}
          </div>
          <div className="flex min-w-0 flex-col gap-3">
            <CustomerMoney customerId={id} />
            {customer ? <CustomerFacts customer={customer} /> : <Skeleton className="h-48 rounded-lg" />}
          </div>
        </div>
      )}
      {customer && editing && (
        <Suspense>
          <CustomerForm
            customer={customer}
            onClose={() => setEditing(false)}
            onDone={() => setEditing(false)}
          />
        </Suspense>
      )}
    </>
  );
}

function Header({ customer, onEdit }: { customer: Customer; onEdit: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const taxId = customer.tax_id ? formatTaxId(customer.tax_id) : null;
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-2.5">
            <h2 className="text-xl font-semibold tracking-tight wrap-anywhere">{customer.name}</h2>
            <BillingBadge status={customer.billing_status} />
          </div>
          <p className="mt-0.5 tabular text-ink-2">
            {[t(`customers.kind.${customer.kind}`), taxId].filter(Boolean).join(' · ')}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {can('customers.customers:write') && (
            <Button icon={Pencil} onClick={onEdit}>
              {t('customers.edit')}
            </Button>
          )}
          {can('billing.invoices:write') && (
            <Link to="/invoices/new" search={{ customer_id: customer.id }} className={buttonClass()}>
              <ReceiptText aria-hidden className="size-3.5" />
              {t('customers.newInvoice')}
            </Link>
          )}
          {can('portfolio.contracts:write') && (
            <Link
              to="/contracts"
              search={{ customer_id: customer.id, new: true }}
              className={buttonClass('primary')}
            >
              <FilePlus2 aria-hidden className="size-3.5" />
              {t('customers.newContract')}
            </Link>
          )}
        </div>
      </div>
    </Card>
  );
}
