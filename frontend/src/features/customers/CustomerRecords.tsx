import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listContractsOptions } from '@/shared/api/gen/contracts/query';
import { listInvoicesOptions } from '@/shared/api/gen/invoices/query';
import { useFormat } from '@/shared/format/useFormat';
import type { Place } from '@/shared/lib/useHref';
import { resourceOf } from '@/shared/resources';
import { useCan } from '@/shared/session/useSession';
import { ContractBadge, InvoiceBadge } from '@/shared/states/badges';
import { invoiceNumber } from '@/shared/states/states';
import { Card } from '@/shared/ui/Card';
import { ErrorState } from '@/shared/ui/ErrorState';
import { Skeleton } from '@/shared/ui/Skeleton';

/** What a customer buys, the latest first. */
export function CustomerContracts({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useCan()('portfolio.contracts:read');
  const query = useQuery({
    ...listContractsOptions({ query: { customer_id: customerId, sort: '-start_on', limit: 20 } }),
    enabled: may,
  });
  if (!may) return null;
  return (
    <RecordCard
      kind="contract"
      customerId={customerId}
      query={query}
      all={t('customers.allContracts')}
      empty={t('customers.noContracts')}
      row={(contract) => ({
        at: { to: '/contracts', search: { customer_id: customerId, id: contract.id } },
        name: contract.title,
        detail: t('portfolio.facts.sinceDate', { date: format.date(contract.start_on) }),
        amount: format.money(contract.amount_cents, contract.currency),
        per: t(`portfolio.perCycle.${contract.billing_cycle}`),
        badge: <ContractBadge status={contract.status} />,
      })}
    />
  );
}

/** What a customer was billed, the latest first. */
export function CustomerInvoices({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useCan()('billing.invoices:read');
  const query = useQuery({
    ...listInvoicesOptions({ query: { customer_id: customerId, sort: '-due_on', limit: 12 } }),
    enabled: may,
  });
  if (!may) return null;
  return (
    <RecordCard
      kind="invoice"
      customerId={customerId}
      query={query}
      all={t('customers.allInvoices')}
      empty={t('customers.noInvoices')}
      row={(invoice) => ({
        at: resourceOf('invoice').at(invoice.id),
        name: invoice.number ? invoiceNumber(invoice.number) : t('states.invoice.draft'),
        detail: t('customers.due', { date: format.date(invoice.due_on) }),
        amount: format.money(invoice.total_cents, invoice.currency),
        badge: <InvoiceBadge invoice={invoice} />,
      })}
    />
  );
}

interface RecordCardProps<T> {
  kind: 'contract' | 'invoice';
  customerId: string;
  query: {
    data: { data: T[]; next_cursor: string | null } | undefined;
    error: unknown;
    refetch: () => unknown;
  };
  all: string;
  empty: string;
  row: (record: T) => {
    at: Place;
    name: string;
    detail: string;
    amount: string;
    per?: string;
    badge: ReactNode;
  };
}

/** The first records of a kind, while they load, when there are none, and when they could not be read. */
function RecordCard<T extends { id: string }>({
  kind,
  customerId,
  query,
  all,
  empty,
  row,
}: RecordCardProps<T>) {
  const { t } = useTranslation();
  const { to, text } = resourceOf(kind);
  const records = query.data?.data;
  return (
    <Card
      flush
      title={t(`shell.nav.${text}`)}
      actions={
        query.data?.next_cursor && (
          <Link
            {...({ to, search: { customer_id: customerId } } as LinkProps)}
            className="text-accent-ink hover:underline"
          >
            {all}
          </Link>
        )
      }
    >
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => query.refetch()} />
      ) : !records ? (
        <div className="flex flex-col gap-3 p-4">
          <Skeleton className="h-5 w-4/5" />
          <Skeleton className="h-5 w-3/5" />
        </div>
      ) : records.length === 0 ? (
        <p className="p-4 pt-2 text-ink-2">{empty}</p>
      ) : (
        <ul className="pb-1">
          {records.map((record) => {
            const { at, name, detail, amount, per, badge } = row(record);
            return (
              <li key={record.id} className="border-b border-line-soft last:border-b-0">
                <Link {...(at as LinkProps)} className="flex items-center gap-3 px-4 py-2 hover:bg-hover">
                  <span className="tabular min-w-0 flex-1">
                    <span className="block truncate font-medium">{name}</span>
                    <span className="block truncate text-sm text-ink-3">{detail}</span>
                  </span>
                  <span className="shrink-0 text-right">
                    <span className="tabular block font-medium">{amount}</span>
                    {per && <span className="block text-sm text-ink-3">{per}</span>}
                  </span>
                  <span className="flex shrink-0 justify-end sm:w-32">{badge}</span>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
