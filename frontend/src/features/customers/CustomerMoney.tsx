import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { getCustomerBalanceOptions } from '@/shared/api/gen/invoices/query';
import { useFormat } from '@/shared/format/useFormat';
import { useCustomerWorth, waiting } from '@/shared/records/useCustomerWorth';
import { useCan } from '@/shared/session/useSession';
import { Card } from '@/shared/ui/Card';
import { FactList } from '@/shared/ui/FactList';

/** What a customer brings in per month, and what it owes. */
export function CustomerMoney({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const readsInvoices = can('billing.invoices:read');
  const worth = useCustomerWorth(customerId);
  const { data, error } = useQuery({
    ...getCustomerBalanceOptions({ path: { id: customerId } }),
    enabled: readsInvoices,
  });
  if (!can('portfolio.contracts:read') && !readsInvoices) return null;
  // One line for each currency: what is owed in two of them is no single figure.
  const amounts = data?.amounts.length
    ? data.amounts
    : [{ currency: format.currency, open_cents: 0, overdue_cents: 0 }];
  const lines = (of: (amount: (typeof amounts)[number]) => ReactNode) =>
    data ? amounts.map((amount) => <div key={amount.currency}>{of(amount)}</div>) : waiting;
  const owed = [
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
  ];
  return (
    <Card title={t('customers.money')}>
      <FactList facts={[...worth, ...(readsInvoices && !error ? owed : [])]} />
    </Card>
  );
}
