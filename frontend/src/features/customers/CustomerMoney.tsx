import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listInvoicesOptions } from '@/shared/api/gen/invoices/query';
import { getPortfolioSummaryOptions } from '@/shared/api/gen/portfolio/query';
import { useFormat } from '@/shared/format/useFormat';
import { useCan } from '@/shared/session/useSession';
import { Card } from '@/shared/ui/Card';
import { type Fact, FactList } from '@/shared/ui/FactList';
import { Skeleton } from '@/shared/ui/Skeleton';
import { owed } from './owed';

/** What a customer brings in per month, and what it owes. */
export function CustomerMoney({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const readsContracts = can('portfolio.contracts:read');
  const readsInvoices = can('billing.invoices:read');
  const summary = useQuery({
    ...getPortfolioSummaryOptions({ query: { customer_id: customerId } }),
    enabled: readsContracts,
  });
  const waiting = (status: 'issued' | 'overdue') =>
    listInvoicesOptions({ query: { customer_id: customerId, status, limit: 200 } });
  const issued = useQuery({ ...waiting('issued'), enabled: readsInvoices });
  const overdue = useQuery({ ...waiting('overdue'), enabled: readsInvoices });
  if (!readsContracts && !readsInvoices) return null;

  const loading = <Skeleton className="inline-block h-3 w-16" />;
  const facts: Fact[] = [];
  if (readsContracts && !summary.error) {
    const figures = summary.data;
    facts.push(
      {
        label: t('customers.mrr'),
        value: figures ? (
          <span className="font-medium">{format.money(figures.mrr_cents, figures.currency)}</span>
        ) : (
          loading
        ),
      },
      {
        label: t('customers.margin'),
        value: !figures
          ? loading
          : figures.mrr_cents > 0
            ? format.percent(figures.margin_cents / figures.mrr_cents, 0)
            : '—',
      },
    );
  }
  if (readsInvoices && !issued.error && !overdue.error) {
    const sums = issued.data && overdue.data ? owed([...issued.data.data, ...overdue.data.data]) : undefined;
    facts.push(
      { label: t('customers.open'), value: sums ? format.money(sums.open) : loading },
      {
        label: t('customers.overdue'),
        value: sums ? (
          <span className={sums.overdue > 0 ? 'font-medium text-overdue-ink' : undefined}>
            {format.money(sums.overdue)}
          </span>
        ) : (
          loading
        ),
      },
    );
  }
  return (
    <Card title={t('customers.money')}>
      <FactList facts={facts} />
    </Card>
  );
}
