import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { getCustomerBalanceOptions } from '@/shared/api/gen/invoices/query';
import { getPortfolioSummaryOptions } from '@/shared/api/gen/portfolio/query';
import { useFormat } from '@/shared/format/useFormat';
import { useCan } from '@/shared/session/useSession';
import { Card } from '@/shared/ui/Card';
import { type Fact, FactList } from '@/shared/ui/FactList';
import { Skeleton } from '@/shared/ui/Skeleton';

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
  const balance = useQuery({
    ...getCustomerBalanceOptions({ path: { id: customerId } }),
    enabled: readsInvoices,
  });
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
  if (readsInvoices && !balance.error) {
    // One line for each currency: what is owed in two of them is no single figure.
    const amounts = balance.data?.amounts.length
      ? balance.data.amounts
      : [{ currency: format.currency, open_cents: 0, overdue_cents: 0 }];
    const lines = (of: (amount: (typeof amounts)[number]) => ReactNode) =>
      balance.data ? amounts.map((amount) => <div key={amount.currency}>{of(amount)}</div>) : loading;
    facts.push(
      {
        label: t('customers.open'),
        value: lines((amount) => format.money(amount.open_cents, amount.currency)),
      },
      {
        label: t('customers.overdue'),
        value: lines((amount) => (
          <span className={amount.overdue_cents > 0 ? 'font-medium text-overdue-ink' : undefined}>
            {format.money(amount.overdue_cents, amount.currency)}
          </span>
        )),
      },
    );
  }
  return (
    <Card title={t('customers.money')}>
      <FactList facts={facts} />
    </Card>
  );
}
