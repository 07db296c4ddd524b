import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { getCustomerOptions } from '@/shared/api/gen/customers/query';
import { getPortfolioSummaryOptions } from '@/shared/api/gen/portfolio/query';
import { formatTaxId } from '@/shared/format/taxId';
import { useFormat } from '@/shared/format/useFormat';
import { useCan } from '@/shared/session/useSession';
import { BillingBadge } from '@/shared/states/badges';
import { Card } from '@/shared/ui/Card';
import { EmailText } from '@/shared/ui/EmailText';
import { FactList } from '@/shared/ui/FactList';
import { Skeleton } from '@/shared/ui/Skeleton';

/** Who owes: whether it pays in time and what it is worth. */
export function InvoiceCustomer({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const customer = useQuery(getCustomerOptions({ path: { id: customerId } }));
  const summary = useQuery({
    ...getPortfolioSummaryOptions({ query: { customer_id: customerId } }),
    enabled: can('portfolio.contracts:read'),
  });
  if (customer.error) return null;
  const { data } = customer;
  const figures = summary.data;
  return (
    <Card
      title={
        <Link to="/customers/$customerId" params={{ customerId }} className="hover:text-accent-ink">
          {t('billing.customer')}
        </Link>
      }
    >
      {data ? (
        <FactList
          facts={[
            { label: t('billing.customerStatus'), value: <BillingBadge status={data.billing_status} /> },
            {
              label: t('billing.customerTaxId'),
              value: data.tax_id && formatTaxId(data.tax_id),
            },
            {
              label: t('billing.customerEmail'),
              value: data.email && <EmailText address={data.email} href={`mailto:${data.email}`} />,
            },
            {
              label: t('billing.customerMrr'),
              value: figures && format.money(figures.mrr_cents, figures.currency),
            },
            {
              label: t('billing.customerMargin'),
              value:
                figures && figures.mrr_cents > 0
                  ? format.percent(figures.margin_cents / figures.mrr_cents, 0)
                  : null,
            },
          ]}
        />
      ) : (
        <Skeleton className="h-24" />
      )}
    </Card>
  );
}
