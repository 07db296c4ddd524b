import { useQuery } from '@tanstack/react-query';
import { FilePlus2, Pencil, ReceiptText } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordActivities } from '@/shared/activities/RecordActivities';
import type { Customer } from '@/shared/api/gen';
import { getCustomerOptions } from '@/shared/api/gen/customers/query';
import { formatTaxId } from '@/shared/format/taxId';
import { lazyPart, usePartsLater } from '@/shared/lib/lazyPart';
import { RecordLoop } from '@/shared/loop/RecordLoop';
import { RecordHeader } from '@/shared/records/RecordHeader';
import { RecordPage } from '@/shared/records/RecordPage';
import { useCan } from '@/shared/session/useSession';
import { BillingBadge } from '@/shared/states/badges';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { LinkButton } from '@/shared/ui/LinkButton';
import { Skeleton } from '@/shared/ui/Skeleton';
import { CustomerFacts } from './CustomerFacts';
import { CustomerMoney } from './CustomerMoney';
import { CustomerContracts, CustomerInvoices } from './CustomerRecords';

const CustomerForm = lazyPart(async () => (await import('./CustomerForm')).CustomerForm);

/** One customer: state and next action, what it buys, what it was billed, facts at the side. */
export function CustomerPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const query = useQuery(getCustomerOptions({ path: { id } }));
  usePartsLater(CustomerForm);
  const customer = query.data;
  const close = () => setEditing(false);
  return (
    <RecordPage
      kind="customer"
      query={query}
      above={
        <Card flush>
          <RecordLoop kind="customer" id={id} className="px-2.5 py-1" />
        </Card>
      }
      title={customer?.name ?? t('customers.one')}
      main={
        <>
          {customer ? (
            <Header customer={customer} onEdit={() => setEditing(true)} />
          ) : (
            <Skeleton className="h-20 rounded-lg" />
          )}
          <CustomerContracts customerId={id} />
          <CustomerInvoices customerId={id} />
          <RecordActivities card kind="customer" id={id} />
        </>
      }
      side={
        <>
          <CustomerMoney customerId={id} />
          {customer ? <CustomerFacts customer={customer} /> : <Skeleton className="h-48 rounded-lg" />}
        </>
      }
    >
      {customer && editing && (
        <Suspense>
          <CustomerForm customer={customer} onClose={close} onDone={close} />
        </Suspense>
      )}
    </RecordPage>
  );
}

function Header({ customer, onEdit }: { customer: Customer; onEdit: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const taxId = customer.tax_id ? formatTaxId(customer.tax_id) : null;
  const customer_id = customer.id;
  return (
    <RecordHeader
      title={customer.name}
      badge={<BillingBadge status={customer.billing_status} />}
      detail={[t(`customers.kind.${customer.kind}`), taxId].filter(Boolean).join(' · ')}
      actions={
        <>
          {can('customers.customers:write') && (
            <Button icon={Pencil} onClick={onEdit}>
              {t('kit.edit')}
            </Button>
          )}
          {can('billing.invoices:write') && (
            <LinkButton icon={ReceiptText} place={{ to: '/invoices/new', search: { customer_id } }}>
              {t('shell.new.invoice')}
            </LinkButton>
          )}
          {can('portfolio.contracts:write') && (
            <LinkButton
              variant="primary"
              icon={FilePlus2}
              place={{ to: '/contracts', search: { customer_id, new: true } }}
            >
              {t('shell.new.contract')}
            </LinkButton>
          )}
        </>
      }
    />
  );
}
