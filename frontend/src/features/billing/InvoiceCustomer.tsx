import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { getCustomerOptions } from '@/shared/api/gen/customers/query';
import { formatTaxId } from '@/shared/format/taxId';
import { RecordLink } from '@/shared/records/RecordLink';
import { useCustomerWorth } from '@/shared/records/useCustomerWorth';
import { useCan } from '@/shared/session/useSession';
import { BillingBadge } from '@/shared/states/badges';
import { Card } from '@/shared/ui/Card';
import { EmailText } from '@/shared/ui/EmailText';
import { FactList } from '@/shared/ui/FactList';
import { Skeleton } from '@/shared/ui/Skeleton';

/** Who owes: whether it pays in time and what it is worth. */
export function InvoiceCustomer({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const may = useCan()('customers.customers:read');
  const { data, error } = useQuery({ ...getCustomerOptions({ path: { id: customerId } }), enabled: may });
  const worth = useCustomerWorth(customerId);
  if (!may || error) return null;
  const title = (
    <RecordLink kind="customer" id={customerId}>
      {t('fields.invoice.customer_id')}
    </RecordLink>
  );
  if (!data) {
    return (
      <Card title={title}>
        <Skeleton className="h-24" />
      </Card>
    );
  }
  const fact = (field: 'email' | 'tax_id' | 'billing_status', value: ReactNode) => ({
    label: t(`fields.customer.${field}`),
    value,
  });
  return (
    <Card title={title}>
      <FactList
        facts={[
          fact('billing_status', <BillingBadge status={data.billing_status} />),
          fact('tax_id', data.tax_id && formatTaxId(data.tax_id)),
          fact('email', data.email && <EmailText address={data.email} href={`mailto:${data.email}`} />),
          ...worth,
        ]}
      />
    </Card>
  );
}
